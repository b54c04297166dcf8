"""Drawn tables: boxes of cells and the words of a page to a grid of cells with their lines.

Four boxes and the words "TT", "Nhiệm vụ", "1", "Rà soát" make a `Table` with four cells; a merged
cell is one cell with its spans. Words inside a cell are taken out of the page's text, so none
comes twice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.document.model import BlockKind, Cell, Draft
from extractor.reading.pdf_joining import draft, joined
from extractor.reading.pdf_lines import lines
from extractor.reading.pdf_page import Line, Word
from extractor.reading.pdf_plumber import CellBox

_SNAP = 4.0  # points: edges nearer than this are one
_LEAST = 6.0  # points: what is narrower or lower is the thickness of a line, no cell


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; a cell over several rows or columns stands at its first."""

    row: int
    column: int
    row_span: int
    column_span: int
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The text of the cell, its lines joined."""
        return joined([line.text for line in self.lines], narrow=True)[0]


@dataclass(frozen=True, slots=True)
class Table:
    """A table on page `page`; `edges` are its columns' edges from left to right, in points."""

    page: int
    top: float
    edges: tuple[float, ...]
    rows: int
    cells: tuple[TableCell, ...]

    @property
    def columns(self) -> int:
        return len(self.edges) - 1

    def row(self, index: int) -> tuple[TableCell, ...]:
        """The cells that begin in row `index`, from left to right."""
        return tuple(cell for cell in self.cells if cell.row == index)


def take_tables(
    page: int, grids: Sequence[Sequence[CellBox]], words: Sequence[Word]
) -> tuple[list[Table], list[Word]]:
    """The tables of a page, top to bottom, and the words that stand in none."""
    found: list[Table] = []
    rest = list(words)
    for boxes in sorted(grids, key=lambda grid: min((box[1] for box in grid), default=0.0)):
        cells = [box for box in boxes if box[2] - box[0] > _LEAST and box[3] - box[1] > _LEAST]
        inside, outside = _shared_out(cells, rest)
        table = _table(page, cells, inside)
        if table is not None:
            found.append(table)
            rest = outside
    return found, rest


def _shared_out(
    boxes: Sequence[CellBox], words: Sequence[Word]
) -> tuple[list[list[Word]], list[Word]]:
    """The words of each box, by where their middle lies, and the others."""
    inside: list[list[Word]] = [[] for _ in boxes]
    outside: list[Word] = []
    for word in words:
        x, y = word.centre
        at = next((i for i, b in enumerate(boxes) if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)
        (outside if at is None else inside[at]).append(word)
    return inside, outside


def _table(page: int, boxes: Sequence[CellBox], inside: Sequence[list[Word]]) -> Table | None:
    """The table, or None for a frame around text: one column, or words in one cell only."""
    across = _edges([x for box in boxes for x in (box[0], box[2])])
    down = _edges([y for box in boxes for y in (box[1], box[3])])
    if len(across) < 3 or sum(map(bool, inside)) < 2:
        return None
    filled = zip(boxes, inside, strict=True)
    cells = [_cell(page, box, words, across, down) for box, words in filled]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(page, down[0], tuple(across), len(down) - 1, tuple(cells))


def _edges(values: Sequence[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SNAP:
            found.append(value)
    return found


def _cell(
    page: int, box: CellBox, words: list[Word], across: list[float], down: list[float]
) -> TableCell:
    column, end = (bisect_right(across, x + _SNAP / 2) - 1 for x in (box[0], box[2]))
    row, bottom = (bisect_right(down, y + _SNAP / 2) - 1 for y in (box[1], box[3]))
    found = tuple(lines(page, words))
    return TableCell(row, column, max(1, bottom - row), max(1, end - column), found)


def drafts_of(table: Table, number: int) -> Iterator[Draft]:
    """One draft a cell, row by row; an empty cell keeps its place."""
    for cell in table.cells:
        place = Cell(number, cell.row, cell.column, cell.row_span, cell.column_span)
        yield draft(cell.lines, kind=BlockKind.CELL, cell=place)
