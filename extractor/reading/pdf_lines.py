"""Words to printed lines: rows of words that share a baseline, and the edges of the text on a page.

`rows([Word("Căn", …), Word("cứ", …)])` is `[[Word("Căn", …), Word("cứ", …)]]`: from top to
bottom, each row from left to right, across columns too; who stands in which column is
`pdf_columns`' business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extractor.reading.pdf_page import Frame, Line, Word, make_line

_SAME_ROW = 0.42  # of the height: a footnote number is raised by a third of it
_AGREE = 3.0  # points: two lines that begin or end as near as this share an edge
_PARTED = 2.5  # heights: a wider gap within a row parts columns
FEW_LINES = 6
_LEAST_MARGIN = 0.07  # of the width: what stands further out is a stamp in the margin


def rows(words: Iterable[Word]) -> list[list[Word]]:
    """The words of each printed row, top to bottom, left to right."""
    found: list[list[Word]] = []
    base = limit = 0.0
    for word in sorted(words, key=lambda word: word.base):
        if not found or word.base - base > _SAME_ROW * max(limit, word.height):
            found.append([])
            base, limit = word.base, word.height
        found[-1].append(word)
        limit = max(limit, word.height)
    for row in found:
        row.sort(key=lambda word: word.x0)
    return found


def lines(page: int, words: Sequence[Word]) -> list[Line]:
    """The words as lines, one a row; as one line in reading order where they are turned."""
    turned = [word for word in words if word.turn]
    if turned and 2 * len(turned) >= len(words):
        return [_turned_line(page, words, turned[0].turn)]
    return [make_line(page, row) for row in rows(words)]


def _turned_line(page: int, words: Sequence[Word], turn: int) -> Line:
    """Upwards the columns of words run from left to right, downwards from right to left."""
    wide = median(word.x1 - word.x0 for word in words) or 1.0
    inwards = sorted(words, key=lambda w: (round(turn * w.centre[0] / wide), -turn * w.top))
    return make_line(page, inwards)


def frame_of(printed: Sequence[Sequence[Word]], width: float) -> Frame | None:
    """The edges of the rows of a page `width` wide; None where no row is long enough to tell.

    On the right two rows must agree, as one may stick out; on the left none does but the columns
    of letterhead and foot, which may stand further out than the text.
    """
    whole = [row for row in printed if not _is_parted(row)]
    begins = (row[0].x0 for row in whole or printed)
    left = min((x for x in begins if x > _LEAST_MARGIN * width), default=0.0)
    ends = sorted((row[-1].x1 for row in printed), reverse=True) or [0.0]
    right = next((a for a, b in pairwise(ends) if a - b <= _AGREE), ends[0])
    return Frame(left, right) if right - left > 0.5 * width else None


def _is_parted(row: Sequence[Word]) -> bool:
    """Whether a gap parts a row into columns."""
    return any(b.x0 - a.x1 > _PARTED * a.height for a, b in pairwise(row))


def agreed(own: Frame | None, lines: int, others: Sequence[Frame], width: float) -> Frame:
    """The frame of a page of so many `lines`, in the light of the other pages of its size.

    A page whose lines all stand further in on one side only has no narrower frame for that; where
    both sides differ, the margins of left and right pages do.
    """
    margins = Frame(0.14 * width, 0.92 * width)  # of the rules: 30 mm and 15 to 20 mm of A4
    usual = _usual(others) if others else margins
    if own is None:
        return usual
    if lines < FEW_LINES:
        return Frame(min(own.left, usual.left), max(own.right, usual.right))
    if abs(own.right - usual.right) <= _AGREE:
        return Frame(min(own.left, usual.left), own.right)
    if abs(own.left - usual.left) <= _AGREE:
        return Frame(own.left, max(own.right, usual.right))
    return own


def _usual(frames: Sequence[Frame]) -> Frame:
    return Frame(median(f.left for f in frames), median(f.right for f in frames))
