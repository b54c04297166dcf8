"""One picture of a page to words and tables: straight, without seals and rules, looked at in parts.

In: a picture of `DPI` dots an inch. Out: `Scanned(words, tables, turn)` in points of the
straightened page; `turn` leads back to the page as it lies. The body of the page is looked at as a
whole, each cell of a table by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from extractor.reading.pdf_page import Word
from extractor.reading.pdf_plumber import CellBox
from extractor.reading.pdf_tables import Table, take_tables
from extractor.reading.scan.crops import Crop, looked
from extractor.reading.scan.engine import Grey, Seen, look
from extractor.reading.scan.foot import foot_again
from extractor.reading.scan.ink import PIXEL, inked
from extractor.reading.scan.letterhead import letterhead_again
from extractor.reading.scan.looks import agreed
from extractor.reading.scan.margin import without_dirt
from extractor.reading.scan.numbers import numbers_again
from extractor.reading.scan.numerals import numerals_again
from extractor.reading.scan.posts import posts
from extractor.reading.scan.rules import Ruled, ruled
from extractor.reading.scan.tilt import straightened, tilt
from extractor.reading.scan.turn import Turn
from extractor.reading.scan.unread import unread_lines
from extractor.reading.scan.upright import quarter
from extractor.reading.scan.words import words_of

_COLUMN, _BLOCK, _LINE = 4, 6, 7  # page segmentation modes of tesseract
_INSIDE = 1.2  # points from a cell's edge: the rule itself
_LEAST_INK = 12  # pixels of ink: less is a speck
_INK = 140
_TURNED = {
    1: Image.Transpose.ROTATE_90,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_270,
}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a picture of a page says; coordinates are those of the straightened page.

    `unread` counts lines that look like print and of which no word was made.
    """

    words: tuple[Word, ...]
    tables: tuple[Table, ...]
    turn: Turn
    unread: int = 0


@dataclass(frozen=True, slots=True)
class _Straight:
    """A page with level lines, its tables' cells, and what a first look at its body saw."""

    page: Ruled
    body: Grey
    first: list[Seen]
    turn: Turn


def read_picture(picture: Image.Image, number: int) -> Scanned:
    """The words and tables of page `number` (from 1)."""
    straight = _straight(picture)
    quarters = quarter(straight.page.grey, straight.first)
    if quarters:
        straight = _straight(picture, quarters)
    page, grey = straight.page, straight.page.grey
    cells = [cell for grid in page.grids for cell in grid]
    first = foot_again(straight.body, straight.first)
    seen = posts(agreed(grey, [*first, *_in_cells(grey, cells)]))
    seen = numerals_again(grey, numbers_again(grey, seen))
    seen = letterhead_again(grey, seen)  # last: its words stand in places worked out
    words = words_of(seen, grey)
    tables, rest = take_tables(number, page.grids, words)
    missing = unread_lines(grey, ((one.x0, one.top, one.x1, one.bottom) for one in seen))
    return Scanned(tuple(rest), tuple(tables), straight.turn.scaled(PIXEL), missing)


def _straight(picture: Image.Image, quarters: int = 0) -> _Straight:
    if quarters:
        picture = picture.transpose(_TURNED[quarters])
    ink = inked(picture)
    grey, turn = straightened(ink.grey, tilt(ink.grey))
    page = ruled(grey)
    body = page.grey.copy()
    for grid in page.grids:
        _hull(grid).cut(body)[:] = 255
    first = without_dirt(look([body], _COLUMN)[0])
    return _Straight(page, body, first, turn.and_quarters(quarters))


def _hull(grid: Sequence[CellBox]) -> Crop:
    """The rectangle around a table."""
    x0, top, x1, bottom = zip(*grid, strict=True)
    return Crop.of(min(x0), min(top), max(x1), max(bottom))


def _in_cells(grey: Grey, cells: Sequence[CellBox]) -> list[Seen]:
    """The words of each cell that holds ink; what shows none as a block is tried as one line."""
    crops = [Crop.of(*cell, grow=-_INSIDE) for cell in cells]
    inky = [crop for crop in crops if np.count_nonzero(crop.cut(grey) < _INK) >= _LEAST_INK]
    found = looked(grey, inky, _BLOCK)
    empty = [i for i, words in enumerate(found) if not words]
    again = looked(grey, [inky[i] for i in empty], _LINE, scale=2.0)
    for i, words in zip(empty, again, strict=True):
        found[i] = words
    return [word for words in found for word in words]
