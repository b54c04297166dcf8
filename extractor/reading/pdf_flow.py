"""Pages to blocks: letterhead, paragraphs, tables and foot in reading order, across page breaks.

From the rows and tables of each page to drafts: a paragraph or a table that a page break cut is
one block or one grid again; footnotes stand at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

from extractor.document.model import BlockKind, Cell, Draft
from extractor.reading import text_marks as marks
from extractor.reading.pdf_columns import Columns, take_columns
from extractor.reading.pdf_footnotes import take_footnotes
from extractor.reading.pdf_furniture import PageRows
from extractor.reading.pdf_joining import draft
from extractor.reading.pdf_lines import FEW_LINES, agreed, frame_of
from extractor.reading.pdf_page import SPACE, Frame, Line, make_line
from extractor.reading.pdf_paragraphs import paragraphs
from extractor.reading.pdf_placed import Habits, Placed, habits_of
from extractor.reading.pdf_table_joins import join
from extractor.reading.pdf_tables import Table, drafts_of
from extractor.view import view

_DAY = ", ngày "
Item = Placed | Columns | Table


@dataclass(frozen=True, slots=True)
class Laid:
    """What a page holds, top to bottom, and its footnotes."""

    items: tuple[Item, ...]
    notes: tuple[tuple[Line, ...], ...]


def drafts(pages: Sequence[PageRows], tables: Sequence[Sequence[Table]]) -> list[Draft]:
    """The blocks of all pages; `tables` are those of each page."""
    frames = _frames(pages, tables)
    body = _body_height(pages)
    laid = [_lay(*each, body) for each in zip(pages, tables, frames, strict=True)]
    items = _rejoined(item for page in laid for item in page.items)
    habits = habits_of([item for item in items if isinstance(item, Placed)])
    notes = [draft(note, kind=BlockKind.FOOTNOTE) for page in laid for note in page.notes]
    return [*_blocks(items, habits), *notes]


def _frames(pages: Sequence[PageRows], tables: Sequence[Sequence[Table]]) -> list[Frame]:
    own = [frame_of(page.rows, page.width) for page in pages]
    frames = []
    for page, found, drawn in zip(pages, own, tables, strict=True):
        alike = _alike(page, pages, own)
        if not alike and drawn:
            found = Frame(min(t.edges[0] for t in drawn), max(t.edges[-1] for t in drawn))
        frames.append(agreed(found, len(page.rows), alike, page.width))
    return frames


def _alike(
    page: PageRows, pages: Sequence[PageRows], frames: Sequence[Frame | None]
) -> list[Frame]:
    """The frames of the pages of the same width that have lines enough to show theirs."""
    return [
        frame
        for frame, other in zip(frames, pages, strict=True)
        if frame and abs(other.width - page.width) < 1 and len(other.rows) >= FEW_LINES
    ]


def _body_height(pages: Sequence[PageRows]) -> float:
    heights = [word.height for page in pages for row in page.rows for word in row]
    return median(heights) if heights else 0.0


def _lay(page: PageRows, tables: Sequence[Table], frame: Frame, body: float) -> Laid:
    columns, rows = take_columns(page.number, page.rows, frame)
    lines, notes = take_footnotes([make_line(page.number, row) for row in rows], body)
    items: list[tuple[float, Item]] = [(line.base, Placed(line, frame)) for line in lines]
    items.extend((side.top, side) for side in columns)
    items.extend((table.top, table) for table in tables)
    items.sort(key=lambda item: item[0])
    return Laid(tuple(item for _, item in items), tuple(map(tuple, notes)))


def _rejoined(items: Iterable[Item]) -> list[Item]:
    """The items with the parts of a table that a page break cut put together."""
    found: list[Item] = []
    last_page = 0
    for item in items:
        above = found[-1] if found else None
        if isinstance(item, Table) and isinstance(above, Table) and item.page == last_page + 1:
            whole = join(above, item)
            if whole is not None:
                found[-1], last_page = whole, item.page
                continue
        found.append(item)
        last_page = item.line.page if isinstance(item, Placed) else item.page
    return found


def _blocks(items: Iterable[Item], habits: Habits) -> Iterator[Draft]:
    run: list[Placed] = []
    grids = 0
    for item in items:
        if isinstance(item, Placed):
            run.append(item)
            continue
        yield from _prose(run, habits)
        run = []
        yield from drafts_of(item, grids) if isinstance(item, Table) else _sides(item, grids)
        grids += 1
    yield from _prose(run, habits)


def _prose(run: Sequence[Placed], habits: Habits) -> Iterator[Draft]:
    for paragraph in paragraphs(run, habits):
        centred = all(placed.centred for placed in paragraph)
        yield draft([placed.line for placed in paragraph], centred=centred)


def _sides(columns: Columns, number: int) -> Iterator[Draft]:
    """Letterhead: names and motto, then number and date; foot: recipients, then signature."""
    sides = (_left(columns), _right(columns))
    cuts = _cuts(columns)
    for row in (0, 1) if columns.head else (0,):
        for column, side in enumerate(sides):
            cell = Cell(number, row, column, borderless=True)
            for lines in side:
                if not columns.head or (lines[0].base >= cuts[column]) == bool(row):
                    yield draft(lines, kind=BlockKind.CELL, cell=cell)


def _cuts(columns: Columns) -> tuple[float, float]:
    """Where the lower half of each side of a letterhead begins: at the number, and at the date."""
    number = [line for line in columns.left if marks.is_number(line.text)]
    date = [line for line in columns.right if view(line.text).find(_DAY) > 0]
    either = number or date
    if not either:
        return inf, inf
    left, right = (number or either)[0], (date or either)[0]
    return left.base - left.height / 2, right.base - right.height / 2


def _left(columns: Columns) -> list[list[Line]]:
    """The lines of the left side; a name or a recipient that runs over two lines is one."""
    goes_on = _name_goes_on if columns.head else _recipient_goes_on
    widest = max((line.x1 - line.x0 for line in columns.left), default=0.0)
    found: list[list[Line]] = []
    for line in columns.left:
        if found and goes_on(found[-1], line, widest):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _right(columns: Columns) -> list[list[Line]]:
    """The lines of the right side; a date that runs over two lines is one."""
    found: list[list[Line]] = []
    for line in columns.right:
        cut = marks.begins_small(line.text) or line.text.isdigit()
        if columns.head and found and cut:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _recipient_goes_on(above: Sequence[Line], line: Line, widest: float) -> bool:
    listed = marks.mark_of(above[0].text) is not None
    return listed and marks.mark_of(line.text) is None and not marks.is_closed_list(above[-1].text)


def _name_goes_on(above: Sequence[Line], line: Line, widest: float) -> bool:
    """Whether the side was too narrow for the name above, all of it in capitals."""
    last = above[-1]
    capital = last.text.isupper() and line.text.isupper() and last.bold == line.bold
    full = last.x1 - last.x0 + SPACE * last.height + line.words[0].x1 - line.words[0].x0 > widest
    return capital and full and not marks.begins_body(line.text) and marks.is_capital(line.text)
