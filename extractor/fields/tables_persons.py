"""Persons in the cell of a table of tasks: "Vũ Thị Lan Trần Văn Nam" are two.

Names are parted by marks and forms of address, and where a line end was lost, by family names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_cues import words
from extractor.lexicon.load import load
from extractor.outline.people import behind_honorific, is_person
from extractor.span import Span
from extractor.text import LOWER, UPPER
from extractor.view import view

_NAME_WORD = re.compile(rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?")
_COST = {2: 2, 3: 0, 4: 1, 5: 4}  # by words: three are usual, five are rare
_MOST_WORDS = 15  # of a run of names without marks

_Parts = tuple[tuple[int, int], ...]


def persons_in(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The persons whose names fill `span`, in order; () where anything else stands there."""
    found: list[Span] = []
    for piece in _pieces(reading, span):
        names = _parted(reading, piece)
        if not all(is_person(name.of(reading.text)) for name in names):
            return ()
        found += names
    return tuple(found)


def _pieces(reading: Reading, span: Span) -> Iterator[Span]:
    """What stands between marks, without forms of address and ranks."""
    viewed, start = view(span.of(reading.text)), 0
    for mark in [*_between().finditer(viewed), None]:
        end = mark.start() if mark is not None else len(viewed)
        piece = Span(span.start + start, span.start + end).trimmed(reading.text, " \t\u00a0.:+")
        if len(piece):
            yield Span(piece.start + behind_honorific(piece.of(reading.text)), piece.end)
        start = mark.end() if mark is not None else end


def _parted(reading: Reading, piece: Span) -> list[Span]:
    """The names of a run without marks; the run itself where it may be parted in two ways."""
    found = list(re.finditer(r"\S+", piece.of(reading.text)))
    printed = [word.group() for word in found]
    if len(printed) > _MOST_WORDS or not all(map(_NAME_WORD.fullmatch, printed)):
        return [piece]
    ways = sorted((sum(_COST[b - a] for a, b in parts), parts) for parts in _ways(printed, 0))
    if not ways or (len(ways) > 1 and ways[0][0] == ways[1][0]):
        return [piece]
    return [
        Span(piece.start + found[low].start(), piece.start + found[high - 1].end())
        for low, high in ways[0][1]
    ]


def _ways(printed: list[str], start: int) -> Iterator[_Parts]:
    """Every way to part words into names of two to five that begin with a family name."""
    if start == len(printed):
        yield ()
        return
    if start and load("surnames").entry_of(printed[start]) is None:
        return
    for length in _COST:
        end = start + length
        if end <= len(printed):
            for rest in _ways(printed, end):
                yield ((start, end), *rest)


@cache
def _between() -> re.Pattern[str]:
    """Marks between names and forms of address in front of them."""
    address = rf"(?<!\w)(?:{words('address')})(?!\w)[.:]? *(?:là +)?"
    return re.compile(rf"[,;/&]|(?<!\w)(?:và|cùng)(?!\w)| [-–] |{address}")
