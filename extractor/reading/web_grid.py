"""The grid of an HTML table: which cell stands in which row and column, spans bounded.

`grid(<table>)` gives `GridCell(td, row, column, row_span, column_span)` row by row; rows and
columns count from 0. Rows of nested tables are the nested table's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.reading.web_look import Element

_PARTS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_MAX_SPAN = 100
_MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell in its place."""

    element: Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


def grid(table: Element) -> list[GridCell]:
    """The cells of `table`, row by row; what lies beyond 200 columns is put into the last."""
    rows = list(_rows(table))
    taken: dict[int, int] = {}  # column → the row from which it is free
    found = []
    for at, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            while taken.get(column, 0) > at and column < _MAX_COLUMNS:
                column += 1
            down = min(_span(cell.get("rowspan")) or len(rows), len(rows) - at)
            across = min(_span(cell.get("colspan")) or 1, max(1, _MAX_COLUMNS - column))
            found.append(GridCell(cell, at, column, down, across))
            taken.update((place, at + down) for place in range(column, column + across))
            column += across
    return found


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child if row.tag == "tr")


def _span(stated: str | None) -> int:
    """A span as stated, 1 where it is none; 0 means "to the end" for rows."""
    text = (stated or "1").strip()
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        return 1
    return min(int(text), _MAX_SPAN)
