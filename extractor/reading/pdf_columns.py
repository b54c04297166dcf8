"""Text in two columns without lines: the letterhead, and the foot with its signature.

From the rows of a page to its `Columns` and the rows that remain: the row `Số: 12/KH-UBND Phú
Lạc, ngày 05 tháng 3 năm 2026` falls into a left and a right line. The gutter between the sides is
what no word crosses. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I; the body before the foot ends
with "./.".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from extractor.reading import text_marks as marks
from extractor.reading.pdf_lines import lines
from extractor.reading.pdf_page import Frame, Line, Word
from extractor.reading.pdf_titles import is_label
from extractor.view import view

Row = list[Word]
Gutter = tuple[float, float]

_LEAST_GUTTER = 5.0  # points; wider than a blank, as letterheads are not stretched to the margin
_OFF_CENTRE = 20.0  # points: a title stands this near the middle, a letterhead's side does not
_WIDER = 1.4  # … and than the row's usual blank
_MOST_ROWS = 14
_MOST_WORDS = 30  # in a row of a letterhead
_LEAST_CAPITALS = 4  # words of the motto or of the Party's name
_APART = 2.0  # heights: without "Nơi nhận" two signatures stand at least as far from each other
_NEAR = 2.0  # heights: a parent body above the row of the motto stands no higher
_RECIPIENTS = "nơi nhận"


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns side by side; `head` tells the letterhead from the foot."""

    page: int
    top: float
    left: tuple[Line, ...]
    right: tuple[Line, ...]
    head: bool


def take_columns(page: int, rows: Sequence[Row], frame: Frame) -> tuple[list[Columns], list[Row]]:
    """The columns of a page, top to bottom, and the rows that belong to none."""
    found: list[Columns] = []
    rest = list(rows)
    for head, place in ((True, _letterhead), (False, _foot)):
        region = place(rest, frame)
        if region is None:
            continue
        start, end, gutter = region
        columns = _parted(page, rest[start:end], gutter, head) if start < end else None
        if columns and columns.left and columns.right:
            found.append(columns)
            rest[start:end] = []
    return found, rest


def _parted(page: int, rows: Sequence[Row], gutter: Gutter, head: bool) -> Columns:
    middle = sum(gutter) / 2
    words = [word for row in rows for word in row]
    left = lines(page, [word for word in words if word.x1 <= middle])
    right = lines(page, [word for word in words if word.x1 > middle])
    return Columns(page, min(word.top for word in words), tuple(left), tuple(right), head)


def _letterhead(rows: Sequence[Row], frame: Frame) -> tuple[int, int, Gutter] | None:
    """The rows around the motto, from its first row to the title; None where it stands alone."""
    for index, row in enumerate(rows):
        at = next((i for i in _starts(row) if marks.is_motto(_text(row[i:]))), None)
        if at is None:
            continue
        right = (row[at].x0 + row[-1].x1) / 2
        if abs(right - frame.middle) < _OFF_CENTRE:
            return None
        gutter = (row[at - 1].x1 if at else frame.left, row[at].x0)
        start, gutter = _upwards(rows, index, gutter)
        end, gutter = _downwards(rows, index, gutter, frame)
        return start, end, gutter
    return None


def _starts(row: Row) -> list[int]:
    """Where a side in capitals may begin: the first word, and the one behind the row's gap."""
    capital = [i for i, word in enumerate(row) if word.text.isupper()]
    if len(capital) < _LEAST_CAPITALS or len(row) > _MOST_WORDS:
        return []
    least = _least_gap(row)
    return [i for i in capital if i == 0 or row[i].x0 - row[i - 1].x1 >= least]


def _least_gap(row: Row) -> float:
    """How wide a gap between columns is at least: wider than the blanks of a justified line."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    return max(_LEAST_GUTTER, _WIDER * median(gaps)) if len(gaps) > 1 else _LEAST_GUTTER


def _upwards(rows: Sequence[Row], index: int, gutter: Gutter) -> tuple[int, Gutter]:
    while index > 0 and _near(rows[index - 1], rows[index]) and _text(rows[index - 1]).isupper():
        narrower = _narrowed(gutter, rows[index - 1])
        if narrower is None:
            break
        index, gutter = index - 1, narrower
    return index, gutter


def _downwards(rows: Sequence[Row], index: int, gutter: Gutter, frame: Frame) -> tuple[int, Gutter]:
    end = index + 1
    while end < len(rows) and end - index < _MOST_ROWS and not _is_title(rows[end], frame):
        narrower = _narrowed(gutter, rows[end])
        if narrower is None:
            break
        end, gutter = end + 1, narrower
    return end, gutter


def _is_title(row: Row, frame: Frame) -> bool:
    """Whether a row stands in the middle of the page, or names the kind of document."""
    text = _text(row)
    if marks.is_motto(text) or marks.is_number(text) or marks.is_dateline(text):
        return False
    middle = (row[0].x0 + row[-1].x1) / 2
    centred = abs(middle - frame.middle) < _OFF_CENTRE and _whole(row)
    return centred or marks.is_type_line(text)


def _whole(row: Row) -> bool:
    """Whether a row has no gap as wide as between columns."""
    return _widest(row) < row[0].height


def _widest(row: Row) -> float:
    return max((b.x0 - a.x1 for a, b in pairwise(row)), default=0.0)


def _foot(rows: Sequence[Row], frame: Frame) -> tuple[int, int, Gutter] | None:
    """The rows from "Nơi nhận", else from the first two-sided row behind "./.", to the end."""
    start = next((i for i, row in enumerate(rows) if _is_recipients(row)), None)
    if start is None:
        start = _two_sided(rows)
        if start is None:
            return None
    gutter = _first_gutter(rows[start], frame)
    while start > 0 and _beside(rows[start - 1], rows[start], frame):
        narrower = _narrowed(gutter, rows[start - 1])
        if narrower is None:
            break
        start, gutter = start - 1, narrower
    end = start
    while end < len(rows) and not _heads_annex(rows[end], frame):
        narrower = _narrowed(gutter, rows[end])
        if narrower is None:
            break
        end, gutter = end + 1, narrower
    return start, end, gutter


def _is_recipients(row: Row) -> bool:
    return view(_text(row[:2])).startswith(_RECIPIENTS) and len(row[1:2]) == 1


def _two_sided(rows: Sequence[Row]) -> int | None:
    """The first row of two signatures side by side, behind the end of the text."""
    last = next((i for i, row in enumerate(rows) if _text(row).endswith("./.")), None)
    if last is None:
        return None
    apart = [
        i for i in range(last + 1, len(rows)) if _widest(rows[i]) >= _APART * rows[i][0].height
    ]
    return apart[0] if len(apart) > 1 else None


def _first_gutter(row: Row, frame: Frame) -> Gutter:
    """The widest gap of a two-sided row; right of "Nơi nhận:" where it stands alone."""
    gaps = [(a.x1, b.x0) for a, b in pairwise(row)]
    widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
    if widest[1] - widest[0] >= row[0].height:
        return widest
    return row[-1].x1, max(frame.right, row[-1].x1 + _LEAST_GUTTER)


def _beside(above: Row, row: Row, frame: Frame) -> bool:
    """Whether `above` opens the right side a little higher than the left begins."""
    close = row[0].base - above[0].base < 1.6 * row[0].height
    return close and above[0].x0 > frame.left + 0.4 * (frame.right - frame.left)


def _heads_annex(row: Row, frame: Frame) -> bool:
    """Whether a row below the foot begins an annex or the plan that a decision encloses."""
    text = _text(row)
    middle = (row[0].x0 + row[-1].x1) / 2
    centred = abs(middle - frame.middle) < _OFF_CENTRE and _whole(row)
    return text.isupper() and (centred or is_label(text) or marks.is_type_line(text))


def _narrowed(gutter: Gutter, row: Row) -> Gutter | None:
    """What is left of the gutter beside `row`: the best overlap with one of the row's gaps."""
    least = _least_gap(row)
    edges = [-inf, *(x for word in row for x in (word.x0, word.x1)), inf]
    best: Gutter | None = None
    for x0, x1 in zip(edges[::2], edges[1::2], strict=True):
        low, high = max(gutter[0], x0), min(gutter[1], x1)
        free = x1 - x0 >= least and high - low >= _LEAST_GUTTER
        if free and (best is None or high - low > best[1] - best[0]):
            best = (low, high)
    return best


def _near(above: Row, below: Row) -> bool:
    return below[0].base - above[0].base <= _NEAR * below[0].height


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)
