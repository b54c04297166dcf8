"""Where a preamble says that this document is issued: the verb and what it issues.

`issues("UBND xã Phú Lạc ban hành Kế hoạch thi đua")` yields one `Issue` with the places of "ban
hành" and "Kế hoạch". Words: lexicons `issuing.yml` and `issued.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.load import key_of, load
from extractor.lexicon.trie import alternation
from extractor.span import Span
from extractor.view import view


@dataclass(frozen=True, slots=True)
class Issue:
    """A place that issues a document: its verb and the word for what is issued."""

    verb: Span
    thing: Span


def issues(text: str) -> Iterator[Issue]:
    """Every such place of `text` (a sentence or block, NFC), from left to right."""
    for found in _pattern().finditer(view(text)):
        yield Issue(Span(*found.span("verb")), Span(*found.span("thing")))


@cache
def _pattern() -> re.Pattern[str]:
    verb, second = (_words(name) for name in ("verb", "second"))
    return re.compile(
        rf"(?<!\w)(?P<verb>{verb})(?!\w)(?: +(?:{second})(?!\w))?"
        rf" +(?P<thing>{load('issued').source})(?!\w)"
    )


def _words(name: str) -> str:
    return alternation(key_of(alias) for alias in load("issuing").by_id[name].aliases)
