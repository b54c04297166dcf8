"""The walk over a Word document: paragraphs and tables in reading order, as drafts of blocks.

`drafts(body, "body", reading)` yields, for a letterhead cell, one draft a line; for a data table,
one draft a cell; for everything else one draft a paragraph, its automatic number written out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.document.model import BlockKind, Cell, Draft, Origin, Recoded, Style, style_of_all
from extractor.reading.docx_codes import places
from extractor.reading.docx_inline import Words
from extractor.reading.docx_lines import Breaks, Line, lines
from extractor.reading.docx_paragraphs import Paragraph, Reading, read_paragraph
from extractor.reading.docx_tables import GridCell, cells, holds_data
from extractor.reading.docx_xml import TBL, Element, P, W, content

_CENTRED = "center"
_LINE_BY_LINE = frozenset((_CENTRED, "right", "end"))
_EMBEDDED_FILE = W + "altChunk"


@dataclass(frozen=True, slots=True)
class _Said:
    """One paragraph of a data cell."""

    line: Line
    centred: bool
    words: tuple[Words, ...] = ()  # of a paragraph that held old codes


def drafts(
    container: Element, path: str, reading: Reading, cell: Cell | None = None
) -> Iterator[Draft]:
    """The drafts of a block container; `cell` is the layout cell around it, if any."""
    for child, step in content(container, path):
        if child.tag == P:
            yield from _paragraph_drafts(child, step, reading, cell)
        elif child.tag == TBL:
            yield from _table_drafts(child, step, reading, cell)
        elif child.tag == _EMBEDDED_FILE:
            reading.unread += 1
            yield Draft("", origin=Origin(part=reading.part, path=step), gap="embedded")


def _reason(reading: Reading, before: tuple[int, int]) -> str:
    """What was met since the counts were `before`: an object, a picture, or nothing unread."""
    if reading.lost == before:
        return ""
    return "embedded" if reading.lost[0] > before[0] else "picture"


def _paragraph_drafts(
    element: Element, path: str, reading: Reading, cell: Cell | None
) -> Iterator[Draft]:
    before = reading.lost
    found = read_paragraph(element, reading)
    gap = Draft("", origin=Origin(part=reading.part, path=path), gap=_reason(reading, before))
    if found is None:
        if gap.gap:
            yield gap
        return
    by_line = cell is not None or found.alignment in _LINE_BY_LINE
    words = list(found.words)
    for line in lines(found.pieces, Breaks.PART if by_line else Breaks.SENSE, found.label):
        origin = Origin(part=reading.part, path=path, recoded=places(line.text, words))
        yield Draft(line.text, _kind(found, cell), cell, _style(line, found), origin)
    if gap.gap:
        yield gap
    for at, box in enumerate(found.boxes, 1):
        yield from drafts(box, f"{path}/txbxContent[{at}]", reading, cell)


def _kind(paragraph: Paragraph, cell: Cell | None) -> BlockKind:
    # A generated table of contents repeats every heading; nobody is to read them twice.
    if paragraph.contents:
        return BlockKind.FURNITURE
    return BlockKind.PARAGRAPH if cell is None else BlockKind.CELL


def _style(line: Line, paragraph: Paragraph) -> Style:
    return Style(
        heading=paragraph.heading,
        bold=line.bold,
        italic=line.italic,
        centred=paragraph.alignment == _CENTRED,
        lead_bold=line.lead_bold,
    )


def _table_drafts(
    table: Element, path: str, reading: Reading, around: Cell | None
) -> Iterator[Draft]:
    grid = cells(table, path)
    if len(grid) == 1:  # one cell is a frame around text, no table
        yield from drafts(grid[0].element, grid[0].path, reading, around)
        return
    at, reading.tables = reading.tables, reading.tables + 1
    data = bool(grid) and holds_data(table, grid, reading.styles)
    for cell in grid:
        place = Cell(at, cell.row, cell.column, cell.row_span, cell.column_span, not data)
        if data:
            yield from _data_cell(cell, place, reading)
        else:
            yield from drafts(cell.element, cell.path, reading, place)


def _data_cell(cell: GridCell, place: Cell, reading: Reading) -> Iterator[Draft]:
    """One draft for the whole cell, empty too, and then the tables nested in it."""
    said: list[_Said] = []
    nested: list[tuple[Element, str]] = []
    before = reading.lost
    _gather(cell.element, cell.path, reading, said, nested)
    gap = _reason(reading, before)
    text = " ".join(one.line.text for one in said)
    starts = _starts(said)
    changed = tuple(_recoded(said, starts))
    chars = starts if len(starts) > 1 else ()
    origin = Origin(part=reading.part, path=cell.path, chars=chars, recoded=changed)
    style = style_of_all([_said_style(one) for one in said], text)
    yield Draft(text, BlockKind.CELL, place, style, origin, gap=gap)
    for table, path in nested:
        yield from _table_drafts(table, path, reading, None)


def _starts(said: list[_Said]) -> tuple[int, ...]:
    """Where each paragraph begins in the text of the cell."""
    starts, at = [], 0
    for one in said:
        starts.append(at)
        at += len(one.line.text) + 1
    return tuple(starts)


def _recoded(said: list[_Said], starts: tuple[int, ...]) -> Iterator[Recoded]:
    for one, start in zip(said, starts, strict=True):
        yield from places(one.line.text, list(one.words), start)


def _gather(
    container: Element,
    path: str,
    reading: Reading,
    said: list[_Said],
    nested: list[tuple[Element, str]],
) -> None:
    """Collect the paragraphs of a data cell, and apart from them the tables in it."""
    for child, step in content(container, path):
        if child.tag == TBL:
            nested.append((child, step))
        found = read_paragraph(child, reading) if child.tag == P else None
        if found is None:
            continue
        centred = found.alignment == _CENTRED
        said.extend(_Said(line, centred, found.words) for line in _cell_lines(found))
        for at, box in enumerate(found.boxes, 1):
            _gather(box, f"{step}/txbxContent[{at}]", reading, said, nested)


def _cell_lines(paragraph: Paragraph) -> tuple[Line, ...]:
    """The paragraph as one line; an empty one still shows its number (a column of row numbers)."""
    found = lines(paragraph.pieces, Breaks.WRAP, paragraph.label)
    return found or ((Line(paragraph.label),) if paragraph.label else ())


def _said_style(one: _Said) -> Style:
    line = one.line
    return Style(bold=line.bold, italic=line.italic, centred=one.centred, lead_bold=line.lead_bold)
