"""Overlapping marks cut into pieces, so that each piece of text lies under a fixed set of marks.

`pieces(10, [0..6, 4..8])` gives 0..4 under the first, 4..6 under both, 6..8 under the second, 8..10
under none. The outermost mark comes first; more than a few on top of each other are not shown (each
still has its number).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.export.facts import Mark

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A range, the numbers of the marks over it, and of those that end where it ends."""

    start: int
    end: int
    marks: tuple[int, ...]
    ending: tuple[int, ...]


def pieces(length: int, marks: Sequence[Mark], breaks: Iterable[int] = ()) -> Iterator[Piece]:
    """The pieces of a text of `length`, cut at the ends of marks and at `breaks`."""
    starting = _by_place(marks, [min(mark.start, length) for mark in marks])
    ending = _by_place(marks, [min(mark.end, length) for mark in marks])
    active: dict[int, None] = {}  # in the order of the marks: the outer before the inner
    for start, end in pairwise(sorted({0, length, *starting, *ending, *breaks})):
        active.update(dict.fromkeys(starting.get(start, ())))
        over = tuple(sorted(active))[-_DEEPEST:]
        done = tuple(ending.get(end, ()))
        yield Piece(start, end, over, done)
        for number in done:
            active.pop(number, None)


def _by_place(marks: Sequence[Mark], places: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        if marks[number].start < marks[number].end:
            found.setdefault(place, []).append(number)
    return found
