"""A sheet as a born-digital PDF: A4, the same layout as the Word file, page numbers from page 2.

Tables run over page breaks and repeat their header. The bytes are the same every time with the same
fonts and the same reportlab.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from xml.sax.saxutils import escape

from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from corpus.fonts import serif
from corpus.layout import Columns, Grid, GridCell, Look, NewPage, Para, Piece, Sheet, runs_of

_WIDTH = (210 - 30 - 20) * mm
_FACE = "KehoachSerif"
_SCALE = 0.82  # DejaVu Serif is wide: 11.5 points of it take the place of 14 of Times
_COLUMN_SCALE = 0.74  # the motto stands on one line
_ALIGN = {Look.CENTRED: TA_CENTER, Look.LEFT: TA_LEFT}
_INDENTED = {Look.BODY, Look.HEADING, Look.BASIS}
_GAP = re.compile(r" {2,}")


def render_pdf(sheet: Sheet) -> bytes:
    """The bytes of the PDF; MissingFont where no serif face has Vietnamese letters."""
    _register()
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out,
        pagesize=A4,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        leftMargin=30 * mm,
        rightMargin=20 * mm,
        title=sheet.title,
        author="kehoach",
        invariant=1,
    )
    flow = [item for piece in sheet.pieces for item in _flow(piece)]
    template.build(flow, onLaterPages=_page_number)
    return out.getvalue()


@lru_cache(maxsize=1)
def _register() -> None:
    face = serif()
    files = {"": face.regular, "-B": face.bold, "-I": face.italic, "-BI": face.bold_italic}
    for suffix, file in files.items():
        pdfmetrics.registerFont(TTFont(_FACE + suffix, str(file)))
    pdfmetrics.registerFontFamily(
        _FACE, normal=_FACE, bold=_FACE + "-B", italic=_FACE + "-I", boldItalic=_FACE + "-BI"
    )


def _page_number(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(_FACE, 11)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(template.page))


def _flow(piece: Piece) -> Iterator[Flowable]:
    match piece:
        case Para():
            yield _paragraph(piece)
        case Columns():
            yield _columns(piece)
            yield Spacer(1, 4 * mm)
        case Grid():
            yield _grid(piece)
            yield Spacer(1, 4 * mm)
        case NewPage():
            yield PageBreak()


def _paragraph(para: Para, scale: float = _SCALE) -> Paragraph:
    size = para.size * scale
    indented = para.look in _INDENTED
    style = ParagraphStyle(
        para.look,
        fontName=_FACE,
        fontSize=size,
        leading=size * 1.35,
        alignment=_ALIGN.get(para.look, TA_JUSTIFY),
        firstLineIndent=12.7 * mm if indented else 0,
        spaceBefore=para.space,
        spaceAfter=5 if indented else 1,
        splitLongWords=0,
    )
    return Paragraph("".join(_marked(run.text, run.bold, run.italic) for run in para.runs), style)


def _marked(text: str, bold: bool, italic: bool) -> str:
    # reportlab folds blanks; the gaps of a form ("Số:      /KH-UBND") must stay as wide as printed.
    marked = _GAP.sub(lambda gap: "\u00a0" * len(gap.group()), escape(text))
    marked = f"<b>{marked}</b>" if bold else marked
    return f"<i>{marked}</i>" if italic else marked


def _lines(paras: tuple[Para, ...]) -> list[Paragraph]:
    return [_paragraph(para, _COLUMN_SCALE) for para in paras]


def _columns(columns: Columns) -> Table:
    data = [[_lines(row.left), _lines(row.right)] for row in columns.rows]
    widths = [_WIDTH * columns.left_share, _WIDTH * (1 - columns.left_share)]
    return Table(data, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_TIGHT])


_TIGHT = [
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
]


def _grid(grid: Grid) -> Table:
    data: list[list[Flowable | str]] = [[""] * len(grid.widths) for _ in range(grid.height)]
    spans = []
    for cell in grid.cells:
        data[cell.row][cell.column] = _cell(cell, grid)
        end = (cell.column + cell.column_span - 1, cell.row + cell.row_span - 1)
        if end != (cell.column, cell.row):
            spans.append(("SPAN", (cell.column, cell.row), end))
    rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    widths = [_WIDTH * width / sum(grid.widths) for width in grid.widths]
    return Table(data, colWidths=widths, repeatRows=grid.header, style=[*rules, *_TIGHT, *spans])


def _cell(cell: GridCell, grid: Grid) -> Paragraph:
    head = cell.row < grid.header
    whole = cell.column_span == len(grid.widths)
    look = Look.CENTRED if head or (cell.column == 0 and not whole) else Look.LEFT
    return _paragraph(Para(look, runs_of(cell.text, bold=head or whole), 11))
