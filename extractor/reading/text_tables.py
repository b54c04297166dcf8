"""Tables of text copies as blocks: one Draft a cell, or one a printed line in a letterhead or foot.

In: a run of lines that is a table (one cell a line between bars, or a Markdown row a line). Out:
Drafts with their Cell. `| **TT** | **Việc** |` over `| 1 | Rà soát |` gives four cells of a table
of two columns; a table that holds the motto, a number, Nơi nhận or a signature is borderless.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.document.model import BlockKind, Cell, Draft
from extractor.reading import text_marks as marks
from extractor.reading.text_grid import Placed, placed
from extractor.reading.text_lines import Group, GroupKind, Line, is_pipe, is_separator
from extractor.reading.text_markup import styled
from extractor.reading.text_paragraphs import draft
from extractor.reading.text_printed import printed_lines
from extractor.reading.text_rows import Content, Row, rows_of

_BAR = re.compile(r"(?<!\\)\|")
_LAYOUT_ROWS = 6
_LAYOUT_COLUMNS = 3


def table_drafts(group: Group, table: int) -> list[Draft]:
    """The blocks of one table, row by row; none where no cell holds text."""
    if group.kind is GroupKind.CELLS:
        columns, rows = rows_of(list(_slots(group.lines)))
    elif group.kind is GroupKind.TABS:
        columns, rows = _tabbed(group.lines)
    else:
        columns, rows = _markdown(group.lines)
    rows = [row for row in rows if any(cell.lines for cell in row)]
    if is_layout(rows, columns):
        return list(layout_drafts(rows, table))
    if group.kind is GroupKind.CELLS:
        cells = placed(rows, columns)
    else:
        cells = [cell for at, row in enumerate(rows) for cell in _unmerged(row, at, columns)]
    return [_cell(cell, table) for cell in cells]


def _slots(lines: Sequence[Line]) -> Iterator[Content]:
    """What stands between each two bars."""
    inside: list[Line] = []
    for line in lines[1:]:
        if is_pipe(line):
            yield Content(tuple(styled(inside)) if inside else (), bool(inside))
            inside = []
        else:
            inside.append(line)


def _markdown(lines: Sequence[Line]) -> tuple[int, list[Row]]:
    rows = [_markdown_row(line) for line in lines if not is_separator(line.text)]
    width = max(map(len, rows), default=0)
    return width, [row + [Content()] * (width - len(row)) for row in rows]


def _tabbed(lines: Sequence[Line]) -> tuple[int, list[Row]]:
    rows = [_tabbed_row(line) for line in lines]
    width = max(map(len, rows), default=0)
    return width, [row + [Content()] * (width - len(row)) for row in rows]


def _tabbed_row(line: Line) -> Row:
    parts = (part.strip() for part in line.text.split("\t"))
    return [
        Content(tuple(styled([Line(line.number, part)])) if part else (), True) for part in parts
    ]


def _markdown_row(line: Line) -> Row:
    text = line.text.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") and not text.endswith("\\|") else text
    parts = [part.strip() for part in _BAR.split(text)]
    return [
        Content(tuple(styled([Line(line.number, part)])) if part else (), True) for part in parts
    ]


def _unmerged(row: Row, at: int, columns: int) -> list[Placed]:
    """A Markdown row; a heading alone, or repeated in every column, spans what follows it."""
    first = 1 if row[0].is_serial and columns > 2 else 0
    texts = {cell.text for cell in row[first + 1 :]}
    heading = row[first].stands_out or marks.mark_of(row[first].text) is not None or first == 0
    alone = columns > first + 1 and row[first].lines and heading and texts == {""}
    repeated = columns > first + 2 and texts == {row[first].text} and len(row[first].text) > 3
    if not (alone or repeated):
        return [Placed(at, column, cell) for column, cell in enumerate(row)]
    cells = [Placed(at, column, row[column]) for column in range(first)]
    return [*cells, Placed(at, first, row[first], 1, columns - first)]


def _cell(cell: Placed, table: int) -> Draft:
    place = Cell(table, cell.row, cell.column, cell.row_span, cell.column_span)
    if not cell.content.lines:
        return Draft("", BlockKind.CELL, place)
    return draft(cell.content.lines, BlockKind.CELL, place)


def is_layout(rows: Sequence[Row], columns: int) -> bool:
    """Whether a table only sets out a letterhead or a foot."""
    if len(rows) > _LAYOUT_ROWS or columns > _LAYOUT_COLUMNS:
        return False
    cells = [cell for row in rows for cell in row if cell.lines]
    if any(_has_fixed_wording(cell) for cell in cells):
        return True
    plain = columns <= 2 and not any(cell.is_serial for cell in cells)
    return plain and any(
        marks.is_number(c.text) or marks.begins_post(c.lines[0].text) for c in cells
    )


def _has_fixed_wording(cell: Content) -> bool:
    lines = printed_lines(cell.lines)
    texts = [" ".join(line.text for line in parts) for parts in lines]
    return any(marks.is_motto(text) or marks.is_recipients(text) for text in texts)


def layout_drafts(rows: Sequence[Row], table: int) -> Iterator[Draft]:
    """One Draft a printed line; columns that hold nothing anywhere are not counted."""
    filled = sorted({column for row in rows for column, cell in enumerate(row) if cell.lines})
    numbers = {column: number for number, column in enumerate(filled)}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            for lines in printed_lines(cell.lines):
                place = Cell(table, at, numbers[column], borderless=True)
                yield draft(lines, BlockKind.CELL, place)
