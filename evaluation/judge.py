"""One record held against its answer: for every section the pairs, the misses and the false finds.

In: `judge(gold, found)` with two records as JSON holds them (`found` None: nothing was read). Out:
one `Judged` for each section of the policy, in its order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evaluation.match import Record, agrees, align, levels_right, meets_mission
from evaluation.policy import POLICY, Field, Level, Section
from evaluation.wording import document_code


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold fact and the found fact that answers it.

    `levels` are those at which all that counts agrees, `mission` says the same for the mission
    figure; `wrong` names the fields that the mission does not take, `minor` others that differ in
    their words.
    """

    gold: Record
    found: Record
    levels: frozenset[Level]
    mission: bool
    wrong: tuple[str, ...]
    minor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one section of one record."""

    pairs: tuple[Pair, ...]
    missed: tuple[Record, ...]
    false: tuple[Record, ...]


def judge(gold: Record, found: Record | None) -> dict[str, Judged]:
    """Hold `found` against `gold`, section by section."""
    return {name: _judge_section(one, gold, found or {}) for name, one in POLICY.sections.items()}


def _judge_section(section: Section, gold: Record, found: Record) -> Judged:
    if section.shape == "single":
        return _judge_single(section, value_at(gold, section.path), value_at(found, section.path))
    gold_rows, found_rows = rows_of(section, gold), rows_of(section, found)
    places = align(section, gold_rows, found_rows)
    used_gold, used_found = {i for i, _ in places}, {j for _, j in places}
    return Judged(
        tuple(_pair(section.fields, gold_rows[i], found_rows[j]) for i, j in places),
        tuple(row for i, row in enumerate(gold_rows) if i not in used_gold),
        tuple(row for j, row in enumerate(found_rows) if j not in used_found),
    )


def rows_of(section: Section, record: Record) -> list[Record]:
    """The facts of one section of a record, texts as `{"text": …}`."""
    rows = value_at(record, section.path) or []
    if section.shape == "strings":
        return [{"text": row} for row in rows]
    chosen = [row for row in rows if all(row.get(k) == v for k, v in section.where.items())]
    return _distinct(section.distinct, chosen) if section.distinct else chosen


def _distinct(key: str, rows: list[Record]) -> list[Record]:
    return list({document_code(row[key]): row for row in rows if row.get(key)}.values())


def value_at(record: Record, path: str) -> Any:
    """The value at a dotted path (`"document.issuer.name"`), None where the way ends early."""
    value: Any = record
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _judge_single(section: Section, gold: Any, found: Any) -> Judged:
    """Each filled field is a fact of its own: `{"signer.name": "…"}`."""
    pairs: list[Pair] = []
    missed: list[Record] = []
    false: list[Record] = []
    for name, field in section.fields.items():
        one, other = value_at(gold or {}, name), value_at(found or {}, name)
        if one is not None and other is not None:
            pairs.append(_pair({name: field}, {name: one}, {name: other}))
        elif one is not None:
            missed.append({name: one})
        elif other is not None:
            false.append({name: other})
    return Judged(tuple(pairs), tuple(missed), tuple(false))


def _pair(fields: Mapping[str, Field], gold: Record, found: Record) -> Pair:
    wrong = tuple(k for k, f in fields.items() if not meets_mission(f, gold.get(k), found.get(k)))
    minor = tuple(
        k
        for k, f in fields.items()
        if f.mission is None and not agrees(f, "folded", gold.get(k), found.get(k))
    )
    return Pair(gold, found, levels_right(fields, gold, found), not wrong, wrong, minor)
