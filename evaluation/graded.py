"""Found facts one by one: which rule read each, how sure it was said to be, and if it is right.

In: a record and what became of its sections (`judge`). Out: `Graded` facts. A fact is `known` when
an answer is paired with it, `right` when the mission figure takes every detail it scores. Texts and
values of `document` and `awards` are facts where the record's `evidence` names their rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evaluation.judge import Judged, value_at
from evaluation.match import Record
from evaluation.policy import POLICY, Section

LEFT_OUT = ("warnings",)  # what a person should look at is no fact


@dataclass(frozen=True, slots=True)
class Graded:
    """One found fact and what became of it; `row` is the fact itself."""

    plan: str
    section: str
    rule: str
    confidence: float
    known: bool
    right: bool
    row: Record


def graded(plan: str, record: Record | None, sections: Mapping[str, Judged]) -> list[Graded]:
    """The facts of one record that can be judged, section by section."""
    if record is None:
        return []
    return [
        fact
        for name, judged in sections.items()
        if POLICY.sections[name].shown and name not in LEFT_OUT
        for fact in _section(plan, name, record, judged)
    ]


def _section(plan: str, name: str, record: Record, judged: Judged) -> Iterator[Graded]:
    for row, known, right in _rows(judged):
        how = _how(POLICY.sections[name], record, row)
        if how is not None:
            sure = float(how.get("confidence", 1.0))
            yield Graded(plan, name, str(how.get("rule", "")), sure, known, right, row)


def _rows(judged: Judged) -> Iterator[tuple[Record, bool, bool]]:
    for pair in judged.pairs:
        yield pair.found, True, pair.mission
    for row in judged.false:
        yield row, False, False


def _how(section: Section, record: Record, row: Record) -> Mapping[str, Any] | None:
    """What holds the rule and the confidence of a fact: itself, or its entry of `evidence`."""
    if section.shape == "rows":
        return row
    holder, _, key = section.path.rpartition(".")
    if section.shape == "single":
        holder, key = section.path, next(iter(row))
    evidence: Mapping[str, Any] = value_at(record, f"{holder}.evidence") or {}
    # The texts of a list are all read by one rule: the first one's entry speaks for all.
    return evidence.get(key) or evidence.get(f"{key}.0")


def share(facts: Iterable[Graded]) -> float | None:
    """The share of right facts, None where there are none."""
    each = [fact.right for fact in facts]
    return sum(each) / len(each) if each else None
