"""The grid of a Word table: which cell stands in which row and column, and what the table is for.

Rows and columns count from 0 over the grid; a merged cell is one cell with its spans, and what Word
hides behind the merge is left out. Nested tables are cells' own content, not part of this grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.reading.docx_borders import ruled
from extractor.reading.docx_styles import Styles
from extractor.reading.docx_xml import TC, TR, Element, T, W, content, number

_TC_PR, _TR_PR = W + "tcPr", W + "trPr"
# A drawn grid does not make a table of data out of a letterhead or a signature block …
_LAYOUT = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận\s*:")
_MAX_LAYOUT_ROWS = 4
# … and missing lines do not make layout out of a numbered table with three columns.
_NUMBER_HEAD = re.compile(r"\s*(?:s?tt|số\s*tt)\s*", re.IGNORECASE)
_MAX_SPAN = 100  # Word stops at 63 columns; a span of millions is a broken or hostile file
_MIN_DATA_ROWS, _MIN_DATA_COLUMNS = 3, 3


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell in its place."""

    element: Element
    path: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def cells(table: Element, path: str) -> list[GridCell]:
    """The visible cells of `table`, row by row, merges resolved, deleted rows left out."""
    found: list[GridCell] = []
    open_merges: dict[int, int] = {}  # column → index in found of the cell that is merged downwards
    for row, (element, row_path) in enumerate(_rows(table, path)):
        for cell in _row_cells(element, row_path, row):
            merge = _merge(cell.element)
            above = open_merges.get(cell.column) if merge == "continue" else None
            if above is not None:
                found[above] = replace(found[above], row_span=row - found[above].row + 1)
                continue
            for column in range(cell.column, cell.column + cell.column_span):
                open_merges.pop(column, None)
            if merge:
                open_merges[cell.column] = len(found)
            found.append(cell)
    return found


def holds_data(table: Element, grid: list[GridCell], styles: Styles) -> bool:
    """Whether the table holds data, by its lines, or by its text where that is plain to see."""
    rows = 1 + max((cell.row for cell in grid), default=0)
    if ruled(table, styles):
        return rows > _MAX_LAYOUT_ROWS or not _LAYOUT.search(_text(table))
    columns = 1 + max((cell.column for cell in grid), default=0)
    wide = rows >= _MIN_DATA_ROWS and columns >= _MIN_DATA_COLUMNS
    return wide and _NUMBER_HEAD.fullmatch(_text(grid[0].element)) is not None


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(T))


def _rows(table: Element, path: str) -> Iterator[tuple[Element, str]]:
    for row, step in content(table, path):
        if row.tag == TR and row.find(f"{_TR_PR}/{W}del") is None:
            yield row, step


def _row_cells(row: Element, path: str, at: int) -> list[GridCell]:
    found: list[GridCell] = []
    column = _bounded(number(row, f"{_TR_PR}/{W}gridBefore"), 0)
    for cell, step in content(row, path):
        if cell.tag != TC:
            continue
        span = _bounded(number(cell, f"{_TC_PR}/{W}gridSpan"), 1)
        if found and _continues_left(cell):
            found[-1] = replace(found[-1], column_span=found[-1].column_span + span)
        else:
            found.append(GridCell(cell, step, at, column, column_span=span))
        column += span
    return found


def _bounded(stated: int | None, least: int) -> int:
    return least if stated is None else min(max(stated, least), _MAX_SPAN)


def _merge(cell: Element) -> str:
    """`restart`, `continue` or nothing: how the cell takes part in a vertical merge."""
    merge = cell.find(f"{_TC_PR}/{W}vMerge")
    return "" if merge is None else str(merge.get(W + "val", "continue"))


def _continues_left(cell: Element) -> bool:
    merge = cell.find(f"{_TC_PR}/{W}hMerge")
    return merge is not None and merge.get(W + "val", "continue") == "continue"
