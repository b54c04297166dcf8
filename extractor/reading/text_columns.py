"""Letterheads and feet set side by side with blanks or tabs, as copies of PDF pages keep them.

In: a run of prose lines. Out: a row of two cells, left and right, or nothing where no line has a
gap or nothing of a letterhead or foot stands in it. A line "XÃ PHÚ LẠC", eight blanks, "Độc lập -
Tự do - Hạnh phúc" gives the left cell a line and the right cell the motto.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.reading import text_marks as marks
from extractor.reading.text_lines import Group, GroupKind, Line
from extractor.reading.text_markup import styled
from extractor.reading.text_rows import Content, Row

_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[\t \u00a0]*)(?=\S)")
_TAB = 8
_SLACK = 8  # characters by which lines of the right column may begin further left than others


def side_by_side(group: Group) -> Row | None:
    """The two cells of a letterhead or foot, or None."""
    if group.kind is not GroupKind.PROSE or not any(_GAP.search(line.text) for line in group.lines):
        return None
    lines = [Line(line.number, line.text.expandtabs(_TAB), line.hard) for line in group.lines]
    gaps = [gap for line in lines if (gap := _GAP.search(line.text))]
    pieces = [
        piece for gap in gaps for piece in (gap.string[: gap.start()], gap.string[gap.end() :])
    ]
    if not gaps or not any(_is_layout(piece.strip(" *_")) for piece in pieces):
        return None
    edge = min(gap.end() for gap in gaps) - _SLACK
    parts = [part for line in lines for part in _parts(line)]
    return [_content(parts, edge, True), _content(parts, edge, False)]


def _is_layout(text: str) -> bool:
    return marks.is_letterhead(text) or marks.is_recipients(text) or marks.begins_post(text)


def _parts(line: Line) -> Iterator[tuple[int, Line]]:
    """The pieces of a line between its gaps, each with the place where it begins."""
    start = 0
    for gap in (*_GAP.finditer(line.text), None):
        piece = line.text[start : gap.start() if gap else None]
        yield start + len(piece) - len(piece.lstrip()), Line(line.number, piece.strip(), line.hard)
        start = gap.end() if gap else 0


def _content(pieces: list[tuple[int, Line]], edge: int, left: bool) -> Content:
    lines = [line for at, line in pieces if (at < edge) is left and line.text]
    return Content(tuple(styled(lines)) if lines else (), True)
