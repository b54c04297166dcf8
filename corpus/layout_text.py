"""A plain text plan laid out as an office prints it: the same words in the same paragraphs.

In comes a text such as a web copy ("Số: /KH-UBND", "KẾ HOẠCH", "I. MỤC ĐÍCH …", "Nơi nhận:" …), out
come a Word file and a PDF. Nothing is added: a letterhead that the text lacks stays away. Markdown
marks go, and lines broken in the middle of a sentence are joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.layout import Columns, ColumnsRow, Look, Para, Piece, Sheet, para
from corpus.render_docx import render_docx
from corpus.render_pdf import render_pdf
from corpus.text_lines import (
    is_basis,
    is_foot,
    is_heading,
    is_list_item,
    is_number,
    is_place_date,
    is_type,
    paragraphs,
)

_HEAD = 20  # the letterhead and the title stand in so many first paragraphs
_SIGNED = 60  # points between the post and the name


def render_text_file(source: Path | str) -> tuple[bytes, bytes]:
    """The Word file and the PDF of a text plan, given as a path or as the text itself."""
    text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
    sheet = text_sheet(text)
    return render_docx(sheet), render_pdf(sheet)


def text_sheet(text: str) -> Sheet:
    """The text laid out: letterhead, type, title, body, foot, whichever of them it has."""
    lines = paragraphs(text)
    foot = next((i for i, line in enumerate(lines) if is_foot(line)), len(lines))
    head = _head_end(lines[:foot])
    start = next((i for i in range(head, foot) if _opens_body(lines[i])), head)
    pieces: list[Piece] = [
        *_letterhead(lines[:head]),
        *(para(Look.CENTRED, line, bold=True) for line in lines[head:start]),
        *(_body(line) for line in lines[start:foot]),
        *_foot(lines[foot:]),
    ]
    title = " ".join(lines[head:start]) or "Kế hoạch"
    return Sheet(title.replace("**", ""), tuple(pieces))


def _head_end(lines: Sequence[str]) -> int:
    """Where the letterhead ends: after its last number or dateline, before the type."""
    ends = [i + 1 for i, line in enumerate(lines[:_HEAD]) if is_number(line) or is_place_date(line)]
    kinds = [i for i, line in enumerate(lines[:_HEAD]) if is_type(line)]
    return min([*kinds, max(ends, default=0)]) if kinds else max(ends, default=0)


def _opens_body(line: str) -> bool:
    return is_basis(line) or is_heading(line) or is_list_item(line)


def _letterhead(lines: Sequence[str]) -> list[Piece]:
    """Number left and dateline right, when both stand together; whatever else as it comes."""
    pieces: list[Piece] = []
    index = 0
    while index < len(lines):
        pair = lines[index : index + 2]
        if len(pair) == 2 and is_number(pair[0]) and is_place_date(pair[1]):
            row = ColumnsRow((_centred(pair[0]),), (_centred(pair[1], italic=True),))
            pieces.append(Columns((row,)))
            index += 2
        else:
            pieces.append(_centred(lines[index]))
            index += 1
    return pieces


def _centred(line: str, *, italic: bool = False) -> Para:
    return para(Look.CENTRED, line, italic=italic, size=13)


def _body(line: str) -> Para:
    if is_basis(line):
        return para(Look.BASIS, line)
    return para(Look.HEADING if is_heading(line) else Look.BODY, line)


def _foot(lines: Sequence[str]) -> list[Piece]:
    """Recipients left, signature right; recipients are the list items after "Nơi nhận"."""
    if not lines:
        return []
    end = next((i for i, line in enumerate(lines) if i and not is_list_item(line)), len(lines))
    left = tuple(
        para(Look.LEFT, line, size=12 if i == 0 else 11) for i, line in enumerate(lines[:end])
    )
    return [Columns((ColumnsRow(left, tuple(_signature(lines[end:]))),), left_share=0.5)]


def _signature(lines: Sequence[str]) -> Iterator[Para]:
    """The post, and below it, with room for a seal and a pen, the name."""
    for at, line in enumerate(lines):
        named = at == len(lines) - 1 > 0 and not line.isupper()
        yield para(Look.CENTRED, line, bold=True, space=_SIGNED if named else 0)
