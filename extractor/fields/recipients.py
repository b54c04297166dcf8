"""Recipients: the lines under Nơi nhận, one each, without dash and final mark.

"Nơi nhận:" / "- UBND tỉnh (b/c);" / "- Lưu: VT." gives `UBND tỉnh (b/c)` and `Lưu: VT`. A line that
goes on without a dash belongs to the one before, unless that one was closed. Source: Nghị định
30/2020/NĐ-CP, phụ lục I, mục II, khoản 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.fields.foot import Line
from extractor.fields.read import Read
from extractor.span import Span
from extractor.text import clean

_MARK = re.compile(r"(?:^\s*|(?<=[;.,])\s+)[-–+•*]\s{0,4}(?=\S)")
_LABEL = re.compile(r"\W*\w+\s+\w+\s*:?[\s*_]*")
_CLOSED = (";", ".")
_Piece = tuple[str, Span, bool]  # text, place, whether a dash opens it


def read_recipients(lines: Sequence[Line]) -> tuple[Read, ...]:
    """One value for each recipient; `lines` begin with that of "Nơi nhận"."""
    pieces = [piece for line in _behind_label(lines) for piece in _pieces(line)]
    marked = any(piece[2] for piece in pieces)
    items: list[list[_Piece]] = []
    for piece in pieces:
        if not items or _opens(piece, items[-1][-1], marked):
            items.append([piece])
        else:
            items[-1].append(piece)
    return tuple(read for item in items if (read := _read(item)).value)


def _behind_label(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, the first one without its label."""
    for index, line in enumerate(lines):
        label = _LABEL.match(line.text) if index == 0 else None
        start = label.end() if label else 0
        if line.text[start:].strip():
            yield Line(line.text[start:], line.start + start, line.column)


def _pieces(line: Line) -> Iterator[_Piece]:
    """A line cut where a dash opens an item; lines typed in one run carry several."""
    marks = list(_MARK.finditer(line.text))
    cuts = [*(mark.start() for mark in marks), len(line.text)]
    if line.text[: cuts[0]].strip():
        yield line.text[: cuts[0]], line.span(0, cuts[0]), False
    for mark, end in zip(marks, cuts[1:], strict=True):
        yield line.text[mark.end() : end], line.span(mark.end(), end), True


def _opens(piece: _Piece, before: _Piece, marked: bool) -> bool:
    """Whether a piece begins an item of its own."""
    text, _, dashed = piece
    if dashed:
        return True
    closed = before[0].rstrip(" *_").endswith(_CLOSED)
    first = text.lstrip(" *_")[:1]
    return closed and first.isupper()


def _read(item: list[_Piece]) -> Read:
    return Read(
        clean(" ".join(text for text, _, _ in item)), Span(item[0][1].start, item[-1][1].end)
    )
