"""Gains and losses of a run against the baseline, fact by fact.

In: the baseline and the judged cases. Out: a `Change` for each section of a case that moved, and
the mission of each set before and now, over the cases that both know.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation.baseline import Baseline, Kept, kept_of
from evaluation.facts import marked
from evaluation.match import Record
from evaluation.score import JudgedCase, Mission, mission_from_tallies

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """What moved in one section of one case."""

    case: str
    section: str
    gained: tuple[Record, ...]  # answers that were not right before
    lost: tuple[Record, ...]  # answers that were right before
    new_false: tuple[Record, ...]
    gone_false: int  # false finds of the baseline that are no more; their texts are not kept
    gone_answers: int  # right facts of the baseline that are no answer any longer

    @property
    def moved(self) -> bool:
        counts = self.gone_false + self.gone_answers
        return bool(self.gained or self.lost or self.new_false or counts)


@dataclass(frozen=True, slots=True)
class SetChange:
    """The mission of one set before and now, over the same cases."""

    name: str
    before: Mission
    now: Mission

    @property
    def fell(self) -> bool:
        return (self.now.f1 or 0.0) < (self.before.f1 or 0.0) - TOLERANCE


def changes(baseline: Baseline, cases: Sequence[JudgedCase]) -> Iterator[Change]:
    """Every section of a known case whose right facts or false finds differ from the baseline."""
    for one in cases:
        known = baseline.get(one.case.public_id)
        if known is None:
            continue
        for section in kept_of(one).keys() | known.keys():
            change = _change(one, section, known.get(section, Kept((0, 0, 0))))
            if change.moved:
                yield change


def _change(one: JudgedCase, section: str, known: Kept) -> Change:
    facts = marked(one.case.public_id, section, one.sections[section])
    right, false = set(known.right.split()), set(known.false.split())
    return Change(
        one.case.id,
        section,
        tuple(fact for key, fact in facts.right.items() if key not in right),
        tuple(fact for key, fact in facts.other.items() if key in right),
        tuple(fact for key, fact in facts.false.items() if key not in false),
        len(false - facts.false.keys()),
        len(right - facts.right.keys() - facts.other.keys()),
    )


def set_changes(baseline: Baseline, cases: Sequence[JudgedCase]) -> list[SetChange]:
    """The mission of each set over the cases that the baseline knows."""
    groups: defaultdict[str, list[JudgedCase]] = defaultdict(list)
    for one in cases:
        if one.case.public_id in baseline:
            groups[one.case.set].append(one)
    return [_set_change(baseline, name, group) for name, group in sorted(groups.items())]


def _set_change(baseline: Baseline, name: str, group: Sequence[JudgedCase]) -> SetChange:
    before = [baseline[one.case.public_id] for one in group]
    now = [kept_of(one) for one in group]
    return SetChange(name, *(_mission(side) for side in (before, now)))


def _mission(documents: Sequence[dict[str, Kept]]) -> Mission:
    return mission_from_tallies(
        [{name: kept.tally for name, kept in document.items()} for document in documents]
    )


def unknown_cases(baseline: Baseline, cases: Sequence[JudgedCase]) -> list[str]:
    """Cases that were read now and are not in the baseline."""
    return [one.case.id for one in cases if one.case.public_id not in baseline]
