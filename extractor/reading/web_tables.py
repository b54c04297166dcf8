"""HTML tables: data, letterheads and feet, or only the frame of a page.

In: a `table` element. Out: for a data table one draft a cell, empty ones too; for a letterhead or
foot one draft a line in borderless cells; for a table that only frames a page what its cells hold,
as if there were no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.document.model import BlockKind, Cell, Draft, style_of_all
from extractor.reading.text_markup import StyledLine
from extractor.reading.text_rows import Content, Row
from extractor.reading.text_tables import is_layout, layout_drafts
from extractor.reading.web_grid import GridCell, grid
from extractor.reading.web_look import Element
from extractor.reading.web_model import Around, Found, ReadBlock, origin

ReadCell = tuple[GridCell, list[Draft]]

_LONG_CELL = 1500  # letters: a cell of a data table holds fewer
_LONG_ROW = 300  # … and one of a table of a single row fewer still
_FRAME_ROLES = frozenset(("presentation", "none"))


def table(
    element: Element, around: Around, block: ReadBlock, numbers: Iterator[int]
) -> Iterator[Found]:
    """The blocks of one table, by what it is for; `numbers` counts the tables of the page."""
    cells = grid(element)
    for caption in element.iterchildren("caption"):
        yield from block(caption, around)
    if _frames(element, cells):
        for cell in cells:
            yield from block(cell.element, around)
        return
    read = [(cell, [one.draft for one in block(cell.element, around)]) for cell in cells]
    for draft in _drafts(read, next(numbers)):
        kind = BlockKind.FURNITURE if around.furniture else BlockKind.CELL
        yield Found(replace(draft, kind=kind), around.inside)


def _drafts(read: list[ReadCell], table: int) -> Iterator[Draft]:
    rows, columns = _rows(read)
    if not is_layout([row for row in rows if any(cell.lines for cell in row)], columns):
        yield from (_data_cell(cell, found, table) for cell, found in read)
        return
    for draft in layout_drafts(rows, table):
        # The lines of a cell came in with its place in `read` for a number.
        at = draft.origin.lines[0] if draft.origin.lines else 0
        centred = all(one.style.centred for one in read[at][1] if one.text)
        style = replace(draft.style, centred=centred)
        yield replace(draft, style=style, origin=origin(read[at][0].element))


def is_frame(element: Element) -> bool:
    """Whether a table is only the frame of what stands in it."""
    return _frames(element, grid(element))


def _frames(element: Element, cells: list[GridCell]) -> bool:
    """Whether a table only sets a page: nested tables, whole articles in a cell, a single cell."""
    if len(cells) < 2 or (element.get("role") or "").strip().lower() in _FRAME_ROLES:
        return True
    if all(cell.column == 0 for cell in cells):
        return True
    lengths = [_length(cell.element) for cell in cells]
    if max(lengths) > _LONG_CELL:
        return True
    if max(cell.row for cell in cells) == 0 and max(lengths) > _LONG_ROW:
        return True
    nested = sum(_length(one) for one in element.iterdescendants("table"))
    return 2 * nested > sum(lengths)


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _rows(read: list[ReadCell]) -> tuple[list[Row], int]:
    """The cells as the text reader knows them, to see whether they are a letterhead."""
    columns = 1 + max((cell.column + cell.column_span - 1 for cell, _ in read), default=0)
    height = 1 + max((cell.row for cell, _ in read), default=0)
    rows = [[Content() for _ in range(columns)] for _ in range(height)]
    for at, (cell, found) in enumerate(read):
        printed = tuple(_printed(draft, at) for draft in found if draft.text)
        rows[cell.row][cell.column] = Content(printed, True)
    return rows, columns


def _printed(draft: Draft, number: int) -> StyledLine:
    bold = ((0, draft.style.lead_bold),) if draft.style.lead_bold else ()
    italic = ((0, len(draft.text)),) if draft.style.italic else ()
    return StyledLine(number, draft.text, bold, italic, None, True, False, len(draft.text))


def _data_cell(cell: GridCell, found: list[Draft], table: int) -> Draft:
    drafts = [draft for draft in found if draft.text]
    text = " ".join(draft.text for draft in drafts)
    place = Cell(table, cell.row, cell.column, cell.row_span, cell.column_span)
    style = style_of_all([draft.style for draft in drafts], text)
    return Draft(text, BlockKind.CELL, place, style, origin(cell.element))
