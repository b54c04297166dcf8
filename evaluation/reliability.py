"""How far a confidence can be trusted: right facts by confidence, and by section and rule.

In: graded facts. Out: rows for a table. Of facts that were said to be sure to 0.90-0.95, nine of
ten and more should be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evaluation.graded import Graded
from evaluation.show import number

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
SURE, REVIEW = 0.9, 0.7
HEADS = ("facts", "in the answer", "right", "share right", "mean confidence")
GOAL = 0.97  # of facts that are said to be sure


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of like confidence, counted."""

    name: str
    facts: int
    known: int
    right: int
    confidence: float | None  # their mean

    @property
    def share(self) -> float | None:
        return self.right / self.facts if self.facts else None

    def cells(self) -> list[str]:
        """The bin as a row of a table."""
        counts = [str(count) for count in (self.facts, self.known, self.right)]
        return [self.name, *counts, number(self.share), number(self.confidence)]


def bin_of(name: str, facts: Iterable[Graded]) -> Bin:
    """Some facts as one row."""
    chosen = list(facts)
    return Bin(
        name,
        len(chosen),
        sum(fact.known for fact in chosen),
        sum(fact.right for fact in chosen),
        sum(fact.confidence for fact in chosen) / len(chosen) if chosen else None,
    )


def bins(facts: Sequence[Graded]) -> Iterator[Bin]:
    """Facts by confidence, lower edge in, upper edge out; then the sure, the doubtful and all."""
    for low, high in pairwise(EDGES):
        last = high == EDGES[-1]
        inside = [f for f in facts if low <= f.confidence and (last or f.confidence < high)]
        yield bin_of(f"{low:.2f}-{high:.2f}", inside)
    yield bin_of(f"{SURE:.2f} and more", [f for f in facts if f.confidence >= SURE])
    yield bin_of(f"below {REVIEW:.2f}", [f for f in facts if f.confidence < REVIEW])
    yield bin_of("all", facts)


def rules(facts: Iterable[Graded]) -> Iterator[tuple[str, Bin]]:
    """Facts by section and rule: the section and a row named by the rule."""
    groups: defaultdict[tuple[str, str], list[Graded]] = defaultdict(list)
    for fact in facts:
        groups[fact.section, fact.rule].append(fact)
    for (section, rule), group in sorted(groups.items()):
        yield section, bin_of(rule, group)


def calibration_error(facts: Sequence[Graded]) -> float | None:
    """How far confidence and share of right facts are apart by bin, the mean over the facts."""
    apart = [
        abs((one.share or 0.0) - (one.confidence or 0.0)) * one.facts
        for one in list(bins(facts))[: len(EDGES) - 1]
    ]
    return sum(apart) / len(facts) if facts else None
