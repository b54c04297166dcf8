"""PDF files for tests, laid out as Nghị định 30/2020/NĐ-CP has it, about places that do not exist.

`pdf(centre("KẾ HOẠCH"), body("Căn cứ …"))` are the bytes of a file; each maker gives one piece of
it. `drawn(text_at((85, 700, "Căn cứ")))` puts texts at given places instead.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import pytest
from reportlab.lib import colors  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from corpus.fonts import MissingFont, serif

FACE, OTHER = "TestSerif", "TestSerif-I"
SIZE = 11.5  # DejaVu is wide: this takes the place of 14 points of Times
WIDTH = A4[0] - 50 * mm
_LEFT, _JUSTIFIED, _CENTRED = 0, 4, 1


@dataclass(frozen=True, slots=True)
class Look:
    """How body paragraphs are set; lengths in points."""

    indent: float = 28
    after: float = 6
    leading: float = 1.3
    justified: bool = True
    hanging: float = 0  # list items: how far the text stands behind the mark


@cache
def register() -> None:
    """Make the faces known to reportlab, once."""
    try:
        face = serif()
    except MissingFont as missing:
        pytest.skip(str(missing))
    files = {"": face.regular, "-B": face.bold, "-I": face.italic, "-BI": face.bold_italic}
    for suffix, file in files.items():
        pdfmetrics.registerFont(TTFont(FACE + suffix, str(file)))
    pdfmetrics.registerFontFamily(
        FACE, normal=FACE, bold=FACE + "-B", italic=FACE + "-I", boldItalic=FACE + "-BI"
    )


def pdf(*pieces: Any, numbered: bool = True, head: str = "", crop: bool = False) -> bytes:
    """The bytes of a file of `pieces`; `head` is a running head, page numbers begin on page 2."""
    register()
    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)

    def furnish(canvas: Canvas, page: Any) -> None:
        width, height = canvas._pagesize
        if crop:
            canvas.setCropBox((20, 30, width, height))
        canvas.setFont(FACE, 10)
        if numbered and page.page > 1:
            canvas.drawCentredString(width / 2, height - 12 * mm, str(page.page))
        if head:
            canvas.drawString(30 * mm, 9 * mm, head)

    template.addPageTemplates(
        [
            PageTemplate("upright", [_frame(*A4)], onPage=furnish, pagesize=A4),
            PageTemplate("wide", [_frame(*landscape(A4))], onPage=furnish, pagesize=landscape(A4)),
        ]
    )
    template.build([piece() if callable(piece) else piece for piece in pieces])
    return out.getvalue()


def _frame(width: float, height: float) -> Frame:
    return Frame(30 * mm, 20 * mm, width - 50 * mm, height - 40 * mm, 0, 0, 0, 0)


def body(markup: str, look: Look | None = None, mark: bool = False) -> Paragraph:
    """A paragraph; `markup` may hold <b> and <i>; `mark` sets it as an item of a hanging list."""
    register()
    look = look or Look()
    hang = look.hanging if mark else 0
    style = ParagraphStyle(
        "body",
        fontName=FACE,
        fontSize=SIZE,
        leading=SIZE * look.leading,
        alignment=_JUSTIFIED if look.justified else _LEFT,
        firstLineIndent=-hang if hang else look.indent,
        leftIndent=look.indent + hang if hang else 0,
        spaceAfter=look.after,
        splitLongWords=0,
    )
    return Paragraph(markup, style)


def centre(markup: str, size: float = SIZE) -> Paragraph:
    """A centred line or title."""
    register()
    style = ParagraphStyle(
        "centre", fontName=FACE, fontSize=size, leading=size * 1.3, alignment=_CENTRED
    )
    return Paragraph(markup, style)


def sides(left: Sequence[str], right: Sequence[str], *, share: float = 0.42) -> Table:
    """Two columns without lines, each of centred (letterhead) or left (recipients) lines."""
    register()
    listed = any(line.startswith("-") for line in left)
    cells = [
        [
            [_side(line, _LEFT if listed else _CENTRED, 9 if listed else 10) for line in left],
            [_side(line, _CENTRED, 10) for line in right],
        ]
    ]
    widths = [WIDTH * share, WIDTH * (1 - share)]
    return Table(cells, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_TIGHT])


def _side(line: str, alignment: int, size: float) -> Paragraph:
    style = ParagraphStyle(
        "side", fontName=FACE, fontSize=size, leading=size * 1.35, alignment=alignment
    )
    return Paragraph(line or "\u00a0", style)


_TIGHT = [(f"{side}PADDING", (0, 0), (-1, -1), 2) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def grid(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (),
    header: int = 0,
) -> Table:
    """A drawn table; `spans` are corners (column, row), `header` rows repeat on the next page."""
    register()
    style = ParagraphStyle("cell", fontName=FACE, fontSize=9, leading=11.5)
    cells = [[Paragraph(text, style) if text else "" for text in row] for row in rows]
    rules: list[tuple[Any, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), *_TIGHT]
    rules += [("VALIGN", (0, 0), (-1, -1), "TOP")]
    rules += [("SPAN", first, last) for first, last in spans]
    return Table(
        cells,
        colWidths=[width * WIDTH for width in widths],
        style=rules,
        repeatRows=header,
    )


def gap(points: float) -> Spacer:
    """Empty space."""
    return Spacer(1, points)


def page(wide: bool = False) -> list[Any]:
    """A new page, upright or wide: unpack it between the pieces."""
    return [NextPageTemplate("wide" if wide else "upright"), PageBreak()]


def drawn(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """A file of pages drawn by hand."""
    register()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for draw in pages:
        canvas.setFont(FACE, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text_at(*lines: tuple[float, float, str]) -> Callable[[Canvas], None]:
    """A page with each text at x, y (from the bottom left)."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in lines:
            canvas.drawString(x, y, text)

    return draw


def width_of(text: str, face: str = FACE, size: float = SIZE) -> float:
    """How wide `text` is set."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))


def plain(text: str) -> str:
    """Text with the signs of markup made harmless."""
    return escape(text)
