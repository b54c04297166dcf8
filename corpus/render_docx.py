"""A sheet as a Word file in the layout of Nghị định 30/2020/NĐ-CP: A4, Times New Roman.

Letterhead and foot are tables of two columns without rules, bodies are justified with an indented
first line, annex tables are ruled and repeat their header. The bytes are the same every time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.docx_numbering import LINKED, Numberer, Place, style_id
from corpus.layout import (
    Columns,
    Grid,
    GridCell,
    Look,
    NewPage,
    Numbering,
    Para,
    Run,
    Sheet,
    runs_of,
)

_WIDTH = Mm(210 - 30 - 20)
_ALIGN = {Look.CENTRED: WD_ALIGN_PARAGRAPH.CENTER, Look.LEFT: WD_ALIGN_PARAGRAPH.LEFT}
_INDENTED = {Look.BODY, Look.HEADING, Look.BASIS}
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def render_docx(sheet: Sheet) -> bytes:
    """The bytes of the Word file."""
    word = Document()
    _page(word)
    numberer = None
    if sheet.numbering is not Numbering.PRINTED:
        numberer = Numberer(linked=sheet.numbering is Numbering.STYLES)
    if numberer and numberer.linked:
        _list_styles(word)
    for piece in sheet.pieces:
        match piece:
            case Para():
                _paragraph(word.add_paragraph(), piece, numberer)
            case Columns():
                _columns(word, piece)
            case Grid():
                _grid(word, piece)
            case NewPage():
                word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if numberer:
        _define(word, numberer)
    return _same_bytes(_saved(word, sheet))


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    number._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        )
    )
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")


def _paragraph(place: Paragraph, para: Para, numberer: Numberer | None = None) -> None:
    listed = numberer.place(para.text) if numberer and para.look in _INDENTED else None
    if listed and numberer:
        _hang(place, listed, linked=numberer.linked)
    place.alignment = _ALIGN.get(para.look, WD_ALIGN_PARAGRAPH.JUSTIFY)
    if para.look in _INDENTED:
        place.paragraph_format.first_line_indent = Mm(12.7)
    place.paragraph_format.space_before = Pt(para.space)
    place.paragraph_format.space_after = Pt(6 if para.look in _INDENTED else 0)
    for run in _dropped(para.runs, listed.marker if listed else 0):
        words = place.add_run(run.text)
        words.bold, words.italic = run.bold or None, run.italic or None
        words.font.size = Pt(para.size)


def _hang(place: Paragraph, listed: Place, *, linked: bool) -> None:
    properties = place._p.get_or_add_pPr()
    if linked:
        properties.style = style_id(listed.level)
        return
    numbers = properties.get_or_add_numPr()
    numbers.get_or_add_ilvl().val = listed.level
    numbers.get_or_add_numId().val = listed.num_id


def _dropped(runs: tuple[Run, ...], count: int) -> list[Run]:
    """The runs without the first `count` characters."""
    kept = []
    for run in runs:
        rest = run.text[count:]
        count = max(0, count - len(run.text))
        if rest:
            kept.append(Run(rest, run.bold, run.italic))
    return kept


def _columns(word: Word, columns: Columns) -> None:
    table = word.add_table(len(columns.rows), 2)
    table.autofit = False
    for cells, row in zip(table.rows, columns.rows, strict=True):
        for cell, paras, share in (
            (cells.cells[0], row.left, columns.left_share),
            (cells.cells[1], row.right, 1 - columns.left_share),
        ):
            cell.width = Length(int(_WIDTH * share))
            _fill(cell, paras)


def _fill(cell: _Cell, paras: tuple[Para, ...]) -> None:
    for index, para in enumerate(paras):
        _paragraph(cell.paragraphs[0] if index == 0 else cell.add_paragraph(), para)


def _grid(word: Word, grid: Grid) -> None:
    table = word.add_table(grid.height, len(grid.widths), style="Table Grid")
    table.autofit = False
    for cell in grid.cells:
        _grid_cell(table, cell, grid)
    for row in table.rows[: grid.header]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    word.add_paragraph()


def _grid_cell(table: Table, cell: GridCell, grid: Grid) -> None:
    place = table.cell(cell.row, cell.column)
    if (cell.row_span, cell.column_span) != (1, 1):
        last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
        place = place.merge(last)
    share = sum(grid.widths[cell.column : cell.column + cell.column_span]) / sum(grid.widths)
    place.width = Length(int(_WIDTH * share))
    head = cell.row < grid.header
    whole = cell.column_span == len(grid.widths)
    look = Look.CENTRED if head or (cell.column == 0 and not whole) else Look.LEFT
    _fill(place, (Para(look, runs_of(cell.text, bold=head or whole), 12),))


def _list_styles(word: Word) -> None:
    for level in range(len(LINKED)):
        style = word.styles.add_style(style_id(level), WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = word.styles["Normal"]
        numbers = style.element.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = level
        numbers.get_or_add_numId().val = 1


def _define(word: Word, numberer: Numberer) -> None:
    numbering = word.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    for definition in numberer.definitions():
        numbering.append(definition)


def _saved(word: Word, sheet: Sheet) -> bytes:
    day = datetime(sheet.day.year, sheet.day.month, sheet.day.day, 8)
    properties = word.core_properties
    properties.title, properties.author = sheet.title[:250], "kehoach"
    properties.created = properties.modified = day
    properties.comments = ""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _same_bytes(data: bytes) -> bytes:
    """The same archive with fixed times: Word files are zips, and zips carry the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()
