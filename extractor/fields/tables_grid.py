"""Tables as grids: a document's data cells laid out so that every position has its cell.

A cell merged over two rows stands in both, a row that spans all columns is one cell repeated:
`grid.rows[3].cells[2].text` is `"Sở Nội vụ"` also where the print leaves it to the row above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.document.model import Block


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid: the cell at each column, None where the table has none."""

    index: int
    cells: tuple[Block | None, ...]
    own: tuple[Block, ...]  # the cells that begin in this row, in order, each once
    filled: tuple[Block, ...]  # those of them that hold text

    def text(self, column: int) -> str:
        """The text at a column; empty where there is no cell."""
        cell = self.cells[column] if column < len(self.cells) else None
        return "" if cell is None else cell.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of the document: its number, its width in columns, its rows in order."""

    table: int
    width: int
    rows: tuple[Row, ...]

    @property
    def first(self) -> Block:
        """The first cell: where in the document the table stands."""
        return next(cell for row in self.rows for cell in row.own)


def grids(blocks: Iterable[Block]) -> Iterator[Grid]:
    """The data tables among `blocks` (layout tables left out), in document order."""
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cell is not None and not block.cell.borderless:
            tables[block.cell.table].append(block)
    for table, cells in tables.items():
        yield _grid(table, cells)


def _grid(table: int, blocks: list[Block]) -> Grid:
    places: dict[tuple[int, int], Block] = {}
    for block in blocks:
        for place in _covered(block):
            places.setdefault(place, block)
    width = max(column for _, column in places) + 1
    rows = sorted({block.cell.row for block in blocks if block.cell is not None})
    return Grid(table, width, tuple(_row(row, width, places) for row in rows))


def _covered(block: Block) -> Iterator[tuple[int, int]]:
    cell = block.cell
    if cell is None:
        return
    for row in range(cell.row, cell.row + max(1, cell.row_span)):
        for column in range(cell.column, cell.column + max(1, cell.column_span)):
            yield row, column


def _row(row: int, width: int, places: dict[tuple[int, int], Block]) -> Row:
    cells = tuple(places.get((row, column)) for column in range(width))
    begun = {cell.index: cell for cell in cells if cell and cell.cell and cell.cell.row == row}
    own = tuple(begun.values())
    return Row(row, cells, own, tuple(cell for cell in own if cell.text.strip()))
