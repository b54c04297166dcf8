"""Words that are probably misprints: the lexicon's, words printed twice, words run together.

"tổ chuyên đổi số" gives `possible_typo` at "chuyên đổi số": it may stand for "chuyển đổi số".
Values of the record stay as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.document.locate import block_at
from extractor.fields.context import Reading, source_of
from extractor.lexicon.load import key_of, load
from extractor.lexicon.trie import alternation
from extractor.outline.model import Part
from extractor.plan.model import Warning
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.text import LOWER, UPPER, without_marks
from extractor.view import view

_PAIR_TWICE = re.compile(r"(?<!\w)(?P<pair>[^\W\d_]{2,7} [^\W\d_]{2,7}) (?P=pair)(?!\w)")
_RUN_TOGETHER = re.compile(rf"(?<!\w)\w{{0,8}}[{LOWER}]{{2}}[{UPPER}][{LOWER}]\w{{0,8}}(?!\w)")
_Doubt = tuple[Span, str]  # place, what it may stand for or what is wrong


def typos(reading: Reading) -> Iterator[Warning]:
    """One warning for each kind of misprint, at its first place, with the number of places."""
    first: dict[str, tuple[Span, str, int]] = {}
    for place, message in _doubts(reading.text):
        if _is_read(reading, place):
            key = view(reading.slice(place))
            span, text, count = first.get(key, (place, message, 0))
            first[key] = (span, text, count + 1)
    for span, message, count in sorted(first.values()):
        times = f" ({count} chỗ)" if count > 1 else ""
        yield Warning(
            code="possible_typo",
            message=f"“{reading.value(span)}”{times} {message}.",
            source=source_of(reading, span),
        )


def _is_read(reading: Reading, place: Span) -> bool:
    block = block_at(reading.document, place.start)
    return reading.outline.part_at(block) is not Part.FURNITURE


def _doubts(text: str) -> Iterator[_Doubt]:
    viewed = Page.of(text).viewed
    # Given its end, `find` searches for the whole pattern: faster than by words where hits are few.
    for hit in load("misspellings").find(viewed, 0, len(viewed)):
        yield hit.span, f"có thể là “{hit.entry.canonical}”"
    yield from _doubled(text, viewed)
    for found in _RUN_TOGETHER.finditer(text):
        if without_marks(found.group()) != found.group().lower():  # foreign names have no marks
            yield Span(*found.span()), "có thể thiếu khoảng trắng"


def _doubled(text: str, viewed: str) -> Iterator[_Doubt]:
    for found in _slip_twice().finditer(viewed):
        yield Span(*found.span()), "lặp chữ"
    for found in _PAIR_TWICE.finditer(text):
        if load("doubled_words").entry_of(found["pair"]) is None:
            yield Span(*found.span()), "lặp chữ"


@cache
def _slip_twice() -> re.Pattern[str]:
    words = alternation(key_of(word) for word in load("doubled_words").by_id["slip"].aliases)
    return re.compile(rf"(?<!\w)(?P<word>{words}) (?P=word)(?!\w)")
