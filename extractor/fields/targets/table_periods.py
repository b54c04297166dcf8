"""Tables of targets whose rows are periods: "Quý I/2026 | 2,4 | 190" under the names of measures.

Below `Thời gian | Tổng lượt khách (triệu lượt) | Tỷ lệ buồng có khách (%)` each figure of a row is
a target: the head of its column says what is measured and in which unit, the row by when. The
source runs from the period's cell to the figure's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.fields.context import Reading, source_of
from extractor.fields.tables_grid import Grid, Row
from extractor.fields.targets.figures import Figure, figure_of
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.table_dates import is_period, stated_in
from extractor.fields.targets.table_units import bracketed
from extractor.fields.targets.vocabulary import holds
from extractor.plan.model import Target
from extractor.span import Span
from extractor.view import view

_FEWEST_ROWS = 2
_WHOLE = "cả năm"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of figures: its place, what it measures, in which unit."""

    index: int
    name: str
    unit: str


def period_targets(reading: Reading, grid: Grid, scope: Scope) -> tuple[Target, ...]:
    """The targets of a table of periods in a section of targets; none of any other table."""
    periods = _periods(grid) if scope.context == "target" else None
    if periods is None:
        return ()
    columns = tuple(_columns(grid, periods))
    year = scope.by[:4] if scope.by else None
    rows = grid.rows[1:]
    return tuple(
        target for row in rows for target in _row(reading, row, periods, columns, scope, year)
    )


def _periods(grid: Grid) -> int | None:
    """The column that holds nothing but periods."""
    for column in range(min(2, grid.width)):
        texts = [view(text) for row in grid.rows[1:] if (text := row.text(column))]
        dated = [text for text in texts if is_period(text)]
        if len(dated) >= _FEWEST_ROWS and len(dated) + 1 >= len(texts):
            return column
    return None


def _columns(grid: Grid, periods: int) -> Iterator[_Column]:
    for index in range(periods + 1, grid.width):
        head = grid.rows[0].text(index)
        name, unit = bracketed(head)
        if name and unit and not holds("target_figures", "reached", "other").search(view(head)):
            yield _Column(index, name, "percent" if "%" in unit else unit)


def _row(
    reading: Reading,
    row: Row,
    periods: int,
    columns: tuple[_Column, ...],
    scope: Scope,
    year: str | None,
) -> Iterator[Target]:
    head, said = row.cells[periods], view(row.text(periods))
    by = stated_in(said, year) or (year if said.startswith(_WHOLE) else None)
    if head is None or by is None or holds("target_figures", "reached").search(said):
        return
    for column in columns:
        cell = row.cells[column.index]
        figure = figure_of(cell.text) if cell else None
        if cell is not None and figure is not None:
            yield _target(reading, column, figure, Span(head.start, _end(head, cell)), by, scope)


def _end(head: Block, cell: Block) -> int:
    return max(head.end, cell.end)


def _target(
    reading: Reading, column: _Column, figure: Figure, place: Span, by: str, scope: Scope
) -> Target:
    return Target(
        indicator=column.name,
        operator=figure.operator,
        value=figure.value,
        value_max=figure.value_max,
        unit=column.unit,
        change=figure.change,
        by=by,
        group=scope.group,
        context="target",
        source=source_of(reading, place),
        rule="targets.table",
        confidence=0.9,
        basis={"by": "inherited"},
    )
