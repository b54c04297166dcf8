"""The notions of `measure_terms.yml` in a text, the longest words at each place.

Goes in: folded text, `tỷ lệ hộ dân phân loại rác`. Comes out: hits: `tỷ lệ` (noise), `hộ dân`
(household), `phân loại rác` (sort). What `Lexicon.find` gives, without a pattern over all words of
the lexicon: a comparison reads a few hundred short texts, and building that pattern takes longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.lexicon.load import Entry, Hit, load
from extractor.span import Span

_TERMS = "measure_terms"
_TOKEN = re.compile(r"\w+|[^\w\s]")

_Words = tuple[tuple[str, Entry], ...]


def notions(text: str) -> Iterator[Hit]:
    """Every hit in `text` (folded, single blanks), from left to right."""
    end = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < end:
            continue
        for alias, entry in _by_first().get(token.group(), ()):
            if text.startswith(alias, start) and _is_whole(text, start + len(alias)):
                end = start + len(alias)
                yield Hit(Span(start, end), entry)
                break


def _is_whole(text: str, end: int) -> bool:
    return end >= len(text) or not (_is_letter(text[end]) and _is_letter(text[end - 1]))


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


@cache
def _by_first() -> dict[str, _Words]:
    """The words of the lexicon by the token that they begin with, the longest first."""
    found: dict[str, list[tuple[str, Entry]]] = {}
    for alias, entry in load(_TERMS).by_alias.items():
        first = _TOKEN.match(alias)
        if first:
            found.setdefault(first.group(), []).append((alias, entry))
    return {
        first: tuple(sorted(words, key=lambda word: -len(word[0])))
        for first, words in found.items()
    }
