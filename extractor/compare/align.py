"""Which targets of two plans measure the same thing: the best pairing over the whole table.

Goes in: the targets of a and of b. Comes out: an `Alignment`: pairs with their likeness, what
stands in a or b alone, and what a plan only says again. Of a target that a plan states twice, the
one in its main list is paired. Targets of lists and sections of targets are aligned (context
`target`); numbers inside tasks are aligned among themselves; conditions for awards are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.compare.addressees import is_for, tiers_of_target
from extractor.compare.assign import best_pairs
from extractor.compare.glossary import glossary
from extractor.compare.left_over import nearest, once_more
from extractor.compare.measure import Measure, measure
from extractor.compare.score import FLOOR, Likeness, Rarity, likeness
from extractor.plan.days import last_day
from extractor.plan.model import Context, Plan

_AGAIN = 0.8  # as like as this, with the same number, is one target said twice
_LIST = 3  # so many targets under one heading are a list
_SAME_DATE = 0.06  # of milestones of one indicator, those of one date go together
_SAME_VALUE = 0.015  # of two as alike, the one with the very number
_YEAR = 365.0
_FAR = 15.0  # years after which a distance of dates no longer counts


@dataclass(frozen=True, slots=True)
class Pair:
    """Two measures that are one thing, and how alike they are."""

    a: Measure
    b: Measure
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Again:
    """A target that says again what another of its plan says."""

    again: Measure
    first: Measure


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs in the order of a; what is left on either side; what was said twice."""

    pairs: tuple[Pair, ...]
    only_a: tuple[Measure, ...]
    only_b: tuple[Measure, ...]
    again_a: tuple[Again, ...] = ()
    again_b: tuple[Again, ...] = ()
    near: tuple[tuple[Measure, Measure], ...] = ()  # of those alone; no pairs, but worth a look


def measures(plan: Plan, contexts: Iterable[Context]) -> list[Measure]:
    """The targets of `plan` that stand in one of `contexts`, in the plan's order."""
    wanted = frozenset(contexts)
    own = glossary(plan)
    return [measure(target, own) for target in plan.targets if target.context in wanted]


def align(
    a: Sequence[Measure],
    b: Sequence[Measure],
    tier_of_b: str | None = None,
    floor: float = FLOOR,
    *,
    town: bool = False,
) -> Alignment:
    """Align two lists of measures; those of a that are not for b's body stay alone.

    `town` says that b is the plan of a ward.
    """
    rarity = Rarity([*a, *b])

    def allowed(left: Measure, _: Measure) -> bool:
        return is_for(left.target, tier_of_b, town=town)

    first_a, again_a = said_once(a, rarity)
    first_b, again_b = said_once(b, rarity)
    table: dict[tuple[int, int], Likeness] = {}
    gains: dict[tuple[int, int], float] = {}
    for row, left in enumerate(first_a):
        if not is_for(left.target, tier_of_b, town=town):
            continue
        for column, right in enumerate(first_b):
            found = likeness(left, right, rarity)
            if found.score >= floor:
                table[row, column] = found
                gains[row, column] = found.score - floor + _nearness(left, right) + 1e-6
    chosen = best_pairs(gains)
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    alone_a, alone_b = _others(first_a, rows), _others(first_b, columns)
    more = once_more(first_a, first_b, alone_a, alone_b, rarity, allowed)
    table |= more
    chosen = sorted([*chosen, *more])
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    only_a = tuple(m for row, m in enumerate(first_a) if row not in rows)
    only_b = tuple(m for column, m in enumerate(first_b) if column not in columns)
    near = nearest(only_a, only_b, rarity, allowed)
    return Alignment(
        tuple(Pair(first_a[row], first_b[column], table[row, column]) for row, column in chosen),
        only_a,
        only_b,
        again_a,
        again_b,
        tuple((only_a[row], only_b[column]) for row, column in near.items()),
    )


def _others(listed: Sequence[Measure], taken: set[int]) -> list[int]:
    return [place for place in range(len(listed)) if place not in taken]


def said_once(
    listed: Sequence[Measure], rarity: Rarity
) -> tuple[tuple[Measure, ...], tuple[Again, ...]]:
    """The measures without those said again, and these with the one that each repeats."""
    sizes = Counter(m.target.group for m in listed)
    ranked = sorted(range(len(listed)), key=lambda i: (sizes[listed[i].target.group] < _LIST, i))
    kept: list[int] = []
    again: dict[int, int] = {}
    for index in ranked:
        twin = next((k for k in kept if _is_again(listed[index], listed[k], rarity)), None)
        if twin is None:
            kept.append(index)
        else:
            again[index] = twin
    return (
        tuple(listed[index] for index in sorted(kept)),
        tuple(Again(listed[index], listed[first]) for index, first in sorted(again.items())),
    )


def _is_again(a: Measure, b: Measure, rarity: Rarity) -> bool:
    first, second = a.target, b.target
    if (first.value, first.value_max, first.change) != (
        second.value, second.value_max, second.change,
    ):  # fmt: skip
        return False
    if not a.unit.comparable(b.unit) or (first.by and second.by and first.by != second.by):
        return False
    if tiers_of_target(first) != tiers_of_target(second) or (
        first.subject and second.subject and first.subject != second.subject
    ):
        return False
    return likeness(a, b, rarity).score >= _AGAIN


def _nearness(a: Measure, b: Measure) -> float:
    """A little for one date and one value, so that milestones go to their own."""
    day_a, day_b = last_day(a.target.by), last_day(b.target.by)
    if day_a and day_b and day_a != day_b:
        years = abs((day_b - day_a).days) / _YEAR
        dates = _SAME_DATE / 2 * max(0.0, 1 - years / _FAR)
    else:
        dates = _SAME_DATE if day_a == day_b else _SAME_DATE / 2
    return dates + (_SAME_VALUE if a.target.value == b.target.value else 0.0)
