"""Targets in tables: a row's figures for each year, or a row that is a sentence.

`TT | Chỉ tiêu | ĐVT | 2026 | 2030` gives one target a row and year column; where the column of
indicators holds whole sentences ("Tỷ lệ … đạt 60%") each is read like a sentence of a section
of targets. In a table of tasks a cell's shares are read like those of a sentence among tasks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from extractor.document.model import Block
from extractor.fields.context import Reading
from extractor.fields.tables_columns import columns_of
from extractor.fields.tables_grid import Grid, Row, grids
from extractor.fields.targets.scope import Scope, scope_of
from extractor.fields.targets.table_dates import stage_end
from extractor.fields.targets.table_layout import Layout, layout_of
from extractor.fields.targets.table_measures import Values
from extractor.fields.targets.table_periods import period_targets
from extractor.fields.targets.table_rows import row_targets
from extractor.fields.targets.table_units import unit_above
from extractor.outline.model import Part
from extractor.plan.model import Target
from extractor.span import Span
from extractor.text import clean

_ORDINAL = re.compile(r"[\dIVX.a-zA-Z]{1,5}[.)]?")
_ROMAN = re.compile(r"^\W*[IVX]{1,4}\.\s*")

SentenceReader = Callable[[Span, Scope], Iterator[Target]]


def read_tables(reading: Reading, read_sentence: SentenceReader) -> Iterator[Target]:
    """The targets of every table that has a column of indicators, or of tasks."""
    for grid in grids(reading.blocks(Part.BODY, Part.ANNEX)):
        scope = _scope(reading, grid)
        told = scope.past or scope.foretold
        periods = () if told else period_targets(reading, grid, scope)
        yield from periods
        if periods:
            continue
        layout = None if told else layout_of(grid, scope.context == "target")
        if layout is None:
            yield from _task_targets(grid, scope, read_sentence)
        else:
            scope = replace(scope, context="target")
            layout = _completed(reading, grid, layout)
            yield from _grid_targets(reading, grid, layout, scope, read_sentence)


def _scope(reading: Reading, grid: Grid) -> Scope:
    node = reading.outline.node_before(grid.first)
    return scope_of(reading, node) if node else Scope("task")


def _completed(reading: Reading, grid: Grid, layout: Layout) -> Layout:
    """The layout with what stands outside the table: ends of stages, the unit of all figures."""
    node = reading.outline.node_before(grid.first)
    unit = unit_above(reading.slice(node.text)) if node else ""
    return replace(layout, values=tuple(_outside(reading, value, unit) for value in layout.values))


def _outside(reading: Reading, values: Values, unit: str) -> Values:
    by = values.by or (stage_end(reading, values.stage) if values.stage else None)
    return replace(values, by=by, unit=values.unit or unit)


def _grid_targets(
    reading: Reading, grid: Grid, layout: Layout, scope: Scope, read_sentence: SentenceReader
) -> Iterator[Target]:
    for row in grid.rows[layout.body :]:
        if head := _group_head(row):
            scope = replace(scope, group=head)
        elif cell := _own_cell(row, layout.indicator):
            if layout.values:
                yield from row_targets(reading, row, cell, layout, scope)
            else:
                yield from read_sentence(cell.span, scope)


def _own_cell(row: Row, column: int) -> Block | None:
    """The cell with words at a column of a row; a merged one belongs to its first row."""
    cell = row.cells[column] if column < len(row.cells) else None
    if cell is None or cell.cell is None or cell.cell.row != row.index:
        return None
    return cell if cell.text.strip() else None


def _group_head(row: Row) -> str | None:
    """The words of a row that heads what follows: a title alone, or a number and a title."""
    if len(row.filled) > 2:
        return None
    words = [cell for cell in row.filled if not _ORDINAL.fullmatch(cell.text.strip())]
    if len(words) != 1 or any(map(str.isdigit, words[0].text)):
        return None
    return clean(_ROMAN.sub("", words[0].text))


def _task_targets(grid: Grid, scope: Scope, read_sentence: SentenceReader) -> Iterator[Target]:
    """The shares that the cells of tasks name; counts there are products and partners."""
    columns = columns_of(grid)
    if columns is None:
        return
    for row in grid.rows[columns.body :]:
        for column in columns.tasks:
            if cell := _own_cell(row, column):
                yield from filter(
                    _is_share, read_sentence(cell.span, replace(scope, context="task"))
                )


def _is_share(target: Target) -> bool:
    return target.unit == "percent"
