"""The layout of a table of targets: which column says what is measured, which ones hold figures.

`TT | Chỉ tiêu | ĐVT | Thực hiện 2025 | 2026 | 2030` has its indicators in column 1, units in 2,
figures for `2026` and `2030` in 4 and 5; what was reached already is no target. Without columns
of figures the column of indicators holds whole sentences ("Tỷ lệ … đạt 60%").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.fields.tables_grid import Grid, Row
from extractor.fields.targets.figures import figure_of
from extractor.fields.targets.table_dates import stage_in, stated_in
from extractor.fields.targets.table_measures import Values, told_apart
from extractor.fields.targets.vocabulary import holds
from extractor.lexicon.load import load
from extractor.view import view

_HEADER_ROWS = 4  # in which the names of columns may stand
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_UNIT_IN_HEAD = re.compile(r"\w \((?:đvt|đơn vị|[^()\d]{1,12})\)\Z")
_NUMBERING = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")

Heads = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Columns from 0; `body` is the position in the grid's rows behind the header."""

    indicator: int
    unit: int | None
    values: tuple[Values, ...]
    body: int


def layout_of(grid: Grid, in_targets: bool) -> Layout | None:
    """The layout; None where no column holds indicators. `in_targets`: in a section of targets."""
    named = _named_column(grid, in_targets or _has_units_and_years(grid))
    if named is None:
        return None
    start, column = named
    body = _body(grid, start, column)
    indicator = _left_of(grid, body, column) if _holds_figures(grid, body, column) else column
    heads = tuple(_head(grid, start, body, index) for index in range(grid.width))
    if indicator is None:
        return None
    unit = next((index for index, head in enumerate(heads) if _name(head) == "unit"), None)
    stated = tuple(_values(heads, {indicator, unit}, in_targets))
    values = told_apart(grid.rows[start:body], stated)
    if stated and not values:
        return None
    sentences = not stated and _name(heads[indicator]) == "indicator"
    return Layout(indicator, unit, values, body) if values or sentences else None


def _has_units_and_years(grid: Grid) -> bool:
    """Whether a header has a column of units and years: its rows measure, wherever it stands."""
    heads = [view(cell.text) for row in grid.rows[:_HEADER_ROWS] for cell in row.filled]
    units = any(_name(head) == "unit" or _UNIT_IN_HEAD.search(head) for head in heads)
    return units and sum(_YEAR.search(head) is not None for head in heads) > 1


def _named_column(grid: Grid, in_targets: bool) -> tuple[int, int] | None:
    """The first header row and the column of indicators it names."""
    accepted = ("indicator", "content", "kind") if in_targets else ("indicator",)
    for name in accepted:
        for position, row in enumerate(grid.rows[:_HEADER_ROWS]):
            for column in range(grid.width):
                if len(row.filled) > 1 and _name(view(row.text(column))) == name:
                    return position, column
    return None


def _name(head: str) -> str:
    """What a column is by the beginning of its name: indicator, content, unit or nothing."""
    start = len(head) - len(head.lstrip(" -+*.("))
    hit = load("target_columns").at(head, start)
    return hit.entry.id if hit else ""


def _body(grid: Grid, start: int, column: int) -> int:
    """The first row that is no header: years or names under a merged head still are."""
    position = start + 1
    while position < min(len(grid.rows), start + _HEADER_ROWS):
        if not _is_header(grid.rows[position], column):
            break
        position += 1
    return position


def _is_header(row: Row, column: int) -> bool:
    """Whether a row repeats or numbers the header and has no indicator of its own."""
    cell = row.cells[column] if column < len(row.cells) else None
    own = cell is not None and cell.cell is not None and cell.cell.row == row.index
    return not own or not row.text(column) or _NUMBERING.fullmatch(row.text(column)) is not None


def _head(grid: Grid, start: int, body: int, column: int) -> str:
    texts = (view(row.text(column)) for row in grid.rows[start:body])
    return " ".join(dict.fromkeys(texts))


def _holds_figures(grid: Grid, body: int, column: int) -> bool:
    """Whether a column named "Chỉ tiêu" holds the figures themselves."""
    texts = [text for row in grid.rows[body:] if (text := row.text(column))]
    return 2 * sum(figure_of(text) is not None for text in texts) > len(texts)


def _left_of(grid: Grid, body: int, column: int) -> int | None:
    """The nearest column to the left that holds words."""
    for index in range(column - 1, -1, -1):
        texts = [row.text(index) for row in grid.rows[body:]]
        if sum(len(text.split()) > 1 for text in texts) * 2 > len(texts):
            return index
    return None


def _values(heads: Heads, others: set[int | None], in_targets: bool) -> Iterator[Values]:
    for column, head in enumerate(heads):
        if column in others or holds("target_figures", "other").search(head):
            continue
        aimed = holds("target_figures", "aimed").search(head) is not None
        by, stage = stated_in(head), stage_in(head) if in_targets else ""
        if aimed or ((by or stage) and not holds("target_figures", "reached").search(head)):
            yield Values(column, by, stage="" if by else stage)
