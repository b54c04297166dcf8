"""A table over a page break comes in two: here it becomes one again.

The part on the next page has the same columns. A header that is printed again is dropped; a row
that the break cut in two (its number cell is empty on the new page) is put together; a merged
cell goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extractor.reading import text_marks as marks
from extractor.reading.pdf_tables import Table, TableCell

_NEAR = 5.0  # points
_MOST_HEADER_ROWS = 3
_NUMBER = re.compile(r"\W*(?:[\divx]{1,4}|[a-zđ])\W*|\d{1,2}(?:\.\d{1,2}){1,3}\.?", re.IGNORECASE)


def join(above: Table, below: Table) -> Table | None:
    """Both parts as one table with the columns of `above`; None where they are two tables."""
    first, second = _aligned(above, below), _aligned(below, above)
    if first is None or second is None:
        return None
    second = _without_header(first, second)
    if not second.cells:
        return first
    cells = list(first.cells)
    rest = _continued(first, second, cells)
    shift = first.rows - (1 if _cut_row(first, second) else 0)
    cells.extend(replace(cell, row=cell.row + shift) for cell in rest)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return replace(first, rows=shift + second.rows, cells=tuple(cells))


def _aligned(table: Table, other: Table) -> Table | None:
    """`table` on the finer of both grids of columns; None where neither refines the other."""
    own, theirs = _relative(table.edges), _relative(other.edges)
    if abs(own[-1] - theirs[-1]) > _NEAR:
        return None
    fine, coarse = (own, theirs) if len(own) >= len(theirs) else (theirs, own)
    if not all(_index(fine, edge) is not None for edge in coarse):
        return None
    if len(own) == len(fine):
        return table
    return _refined(table, [_index(fine, edge) or 0 for edge in own], other.edges)


def _relative(edges: Sequence[float]) -> list[float]:
    # Margins of left and right pages differ; widths do not.
    return [edge - edges[0] for edge in edges]


def _index(edges: Sequence[float], wanted: float) -> int | None:
    return next((i for i, edge in enumerate(edges) if abs(edge - wanted) <= _NEAR), None)


def _refined(table: Table, places: Sequence[int], edges: tuple[float, ...]) -> Table:
    cells = (
        replace(
            cell,
            column=places[cell.column],
            column_span=places[cell.column + cell.column_span] - places[cell.column],
        )
        for cell in table.cells
    )
    return replace(table, edges=edges, cells=tuple(cells))


def _without_header(above: Table, below: Table) -> Table:
    """`below` without the rows at its top that repeat the top of `above`."""
    limit = min(_MOST_HEADER_ROWS, above.rows, below.rows)
    same = len([*takewhile(lambda row: _same_row(above, below, row), range(limit))])
    cells = (replace(cell, row=cell.row - same) for cell in below.cells if cell.row >= same)
    return replace(below, rows=below.rows - same, cells=tuple(cells))


def _same_row(above: Table, below: Table, row: int) -> bool:
    texts = [[(cell.column, cell.text) for cell in table.row(row)] for table in (above, below)]
    return texts[0] == texts[1] and any(text for _, text in texts[0])


def _cut_row(above: Table, below: Table) -> bool:
    """Whether the first row of `below` is the rest of the last row of `above`."""
    last, first = above.row(above.rows - 1), below.row(0)
    if [cell.column for cell in last] != [cell.column for cell in first] or not first:
        return False
    if first[0].column != 0 or first[0].text or not last[0].text:
        return False
    if not any(cell.text for cell in first):
        return False
    return bool(_NUMBER.fullmatch(last[0].text)) or any(
        _goes_on(a, b) for a, b in zip(last, first, strict=True)
    )


def _goes_on(above: TableCell, below: TableCell) -> bool:
    return marks.begins_small(below.text) and not marks.ends_sentence(above.text)


def _continued(above: Table, below: Table, cells: list[TableCell]) -> list[TableCell]:
    """The cells of `below` that stay; those that carry on a cell of `above` are put into it."""
    cut = _cut_row(above, below)
    stay: list[TableCell] = []
    for cell in below.cells:
        at = _upper(cells, cell, above.rows) if cell.row == 0 else None
        if at is not None and cut:
            grown = cells[at].row_span + cell.row_span - 1
            cells[at] = replace(cells[at], lines=cells[at].lines + cell.lines, row_span=grown)
        elif at is not None and not cell.text and cells[at].row_span > 1 and cells[at].text:
            cells[at] = replace(cells[at], row_span=cells[at].row_span + cell.row_span)
        else:
            stay.append(cell)
    return stay


def _upper(cells: Sequence[TableCell], below: TableCell, rows: int) -> int | None:
    """The cell in the same column that reaches the last row above the break."""
    return next(
        (
            index
            for index, cell in enumerate(cells)
            if cell.column == below.column and cell.row + cell.row_span == rows
        ),
        None,
    )
