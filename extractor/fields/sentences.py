"""Sentences of a span: cut at full stops, question marks and line ends, never inside quotes.

"Tham mưu … năm 2026; tổ chức … TP. Hòa Giang. Đồng thời, …" gives two sentences: a semicolon ends
none (unless asked for), neither does the stop of an abbreviation (lexicon `abbreviations.yml`), nor
one inside quotation marks or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractor.lexicon.load import load
from extractor.lexicon.trie import alternation
from extractor.span import Span

_OPEN = {"(": ")", "“": "”", "[": "]", "«": "»"}
_MARKS = re.compile(r"[.;?!\n(“\[«)”\]»]")
_NEXT = 8  # characters behind a stop that tell whether a sentence begins there
_LONGEST_ABBREVIATION = 8


def sentences(text: str, span: Span, *, semicolons: bool = False) -> Iterator[Span]:
    """The sentences within `span`, trimmed; with `semicolons` their clauses too."""
    return iter(_sentences(text, span, semicolons))


@lru_cache(maxsize=2048)  # several fields part the same paragraph
def _sentences(text: str, span: Span, semicolons: bool) -> tuple[Span, ...]:
    return tuple(_parted(text, span, semicolons))


def _parted(text: str, span: Span, semicolons: bool) -> Iterator[Span]:
    start = span.start
    for cut in (*_cuts(text, span, semicolons), span.end):
        piece = Span(start, cut).trimmed(text)
        if len(piece):
            yield piece
        start = cut


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
    """Whether the mark at `index` ends a sentence (or a clause)."""
    char = text[index]
    if char == "\n":
        return True
    if index + 1 < span.end and not text[index + 1].isspace():
        return False
    if char == ";":
        return semicolons
    return char in "?!" or (char == "." and _stops(text, index, span))


def _stops(text: str, index: int, span: Span) -> bool:
    following = text[index + 1 : min(span.end, index + _NEXT)].lstrip()
    opens = following[:1].isupper() or following[:1].isdigit() or following[:1] in tuple('“"(-–+*')
    before = text[max(span.start, index - _LONGEST_ABBREVIATION) : index]
    return opens and not _abbreviation().search(before)


@cache
def _abbreviation() -> re.Pattern[str]:
    entries = load("abbreviations").entries
    exact = alternation(alias for entry in entries for alias in entry.aliases)
    loose = alternation(a for entry in entries if entry.flag("any_case") for a in entry.aliases)
    return re.compile(rf"(?:^|[\s(])(?:{exact}|(?i:{loose}))$")
