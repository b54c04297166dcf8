"""Windows in tables: rows of tasks that are reports, and schedules of days and places.

`TT | Đơn vị kiểm tra | Thời gian kiểm tra` gives a milestone a row; in a table of tasks only a
row whose task is a report gives a window, for a deadline of any other row is its task's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.document.model import Block
from extractor.fields.context import Reading
from extractor.fields.tables_columns import Columns, column_role, columns_of
from extractor.fields.tables_grid import Grid, Row, grids
from extractor.fields.windows.cues import clause_of, timed
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.reports import is_report_task, reports_of
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import says
from extractor.outline.model import Part
from extractor.span import Span
from extractor.text import folded


def read_tables(reading: Reading) -> Iterator[Found]:
    """The windows of the body's and the annexes' tables, in order."""
    blocks = [block for block in reading.blocks(Part.BODY, Part.ANNEX) if block.cell is not None]
    for grid in grids(blocks):
        columns = columns_of(grid)
        if columns is not None:
            yield from _task_rows(reading, grid, columns)
        else:
            yield from _schedule_rows(reading, grid)


def _task_rows(reading: Reading, grid: Grid, columns: Columns) -> Iterator[Found]:
    for row in grid.rows[columns.body :]:
        for cell in row.own:
            yield from _told(reading, cell)
        time = row.cells[columns.time] if columns.time is not None else None
        task = next((row.cells[i] for i in columns.tasks if row.text(i)), None)
        if time is None or task is None or not is_report_task(folded(task.text)):
            continue
        evidence = Span(min(task.start, time.start), max(task.end, time.end))
        for date in times_in(reading, time.span):
            if date.end or date.every:
                yield act_window(reading, "report", task.text, date, evidence, "windows.report.row")


def _told(reading: Reading, cell: Block) -> Iterator[Found]:
    """What a cell says in words: "Hằng quý báo cáo Sở Nội vụ"."""
    dates = times_in(reading, cell.span)
    if dates:
        clause = clause_of(reading, cell.span, dates)
        yield from reports_of(reading, clause, list(timed(clause)))


def _schedule_rows(reading: Reading, grid: Grid) -> Iterator[Found]:
    head = grid.rows[0]
    times = [i for i, cell in enumerate(head.cells) if cell and column_role(cell.text) == "time"]
    if not times:
        return
    label = _label_column(grid, times[0])
    if label is None:
        return
    for row in grid.rows[1:]:
        yield from _scheduled(reading, row, times[0], label)


def _label_column(grid: Grid, time: int) -> int | None:
    for column, cell in enumerate(grid.rows[0].cells):
        if cell is None or column == time or says("skip", folded(cell.text).strip(" .")):
            continue
        return column
    return None


def _scheduled(reading: Reading, row: Row, time: int, label: int) -> Iterator[Found]:
    cell, named = row.cells[time], row.cells[label]
    if cell is None or named is None or cell is named or not named.text.strip():
        return
    dates = [date for date in stated(times_in(reading, cell.span)) if to_the_day(date)]
    for date in dates[:1]:
        evidence = Span(min(named.start, cell.start), max(named.end, cell.end))
        if is_run(date) or date.end:
            yield act_window(
                reading, "milestone", named.text, date, evidence, "windows.milestone.row"
            )
