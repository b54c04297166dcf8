"""Sentences of a span: cut at full stops, question marks and line ends, never inside quotes or brackets.

"Tham mưu … năm 2026; tổ chức … TP. Hòa Giang. Đồng thời, …" gives two sentences: a semicolon ends
none (unless asked for), neither does the stop of an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.span import Span

_OPEN = {"(": ")", "“": "”", "[": "]", "«": "»"}
_MARKS = re.compile(r"[.;?!\n(“\[«)”\]»]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:TP|Tp|tp|TX|TT|Q|P|H|X|KP|ĐT|Th|TS|ThS|PGS|GS|BS|tr|v\.v|vv|ví dụ|VD|Ông|Bà|St|No|Lưu|KT|TM|TL|TUQ)$"
)


def sentences(text: str, span: Span, *, semicolons: bool = False) -> Iterator[Span]:
    """The sentences within `span`, trimmed; with `semicolons` their clauses too."""
    start = span.start
    for cut in _cuts(text, span, semicolons):
        piece = Span(start, cut).trimmed(text)
        if len(piece):
            yield piece
        start = cut
    rest = Span(start, span.end).trimmed(text)
    if len(rest):
        yield rest


def _cuts(text: str, span: Span, semicolons: bool) -> Iterator[int]:
    closing: list[str] = []
    for found in _MARKS.finditer(text, span.start, span.end):
        index, char = found.start(), found.group()
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _OPEN:
            if text.find(_OPEN[char], index, span.end) > 0:
                closing.append(_OPEN[char])
        elif not closing and _ends(text, index, span, semicolons):
            yield index + 1


def _ends(text: str, index: int, span: Span, semicolons: bool) -> bool:
    char, following = text[index], text[index + 1 : min(span.end, index + 8)].lstrip()
    if char == "\n":
        return True
    if index + 1 < span.end and not text[index + 1].isspace():
        return False
    if char == ";":
        return semicolons
    if char in "?!":
        return True
    if char != "." or not following:
        return False
    opens = following[0].isupper() or following[0].isdigit() or following[0] in '“"(-–+*'
    return opens and not _ABBREVIATION.search(text[max(span.start, index - 8) : index])
