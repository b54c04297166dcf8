"""The issuer from the sentence that issues the plan, where no letterhead names it.

"Chủ tịch UBND phường phát động phong trào …" in a plan dated at Tân Mỹ gives `UBND phường Tân Mỹ`:
the post is left out, the place completed from the title, the text or the dateline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.document.model import Block
from extractor.fields.bodies import bare_level, has_local_place, opens_body, place_in, tiers
from extractor.fields.issuing import issues
from extractor.fields.letterhead import read_dateline
from extractor.fields.read import Read
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.text import UPPER, clean
from extractor.view import view

_BREAKS = (". ", "; ", ", ", ": ")
_PROPER = rf"[{UPPER}][^\W\d]*(?: [{UPPER}][^\W\d]*){{0,4}}"


def read_from_sentence(
    letterhead: Sequence[Block], title: Read | None, preamble: Sequence[Block], text: str
) -> tuple[str, Span, bool] | None:
    """Name, place in the text, and whether the name was completed; None without such a sentence."""
    for block in reversed(list(preamble)):
        for issue in issues(block.text):
            subject = _subject(block, issue.verb.start)
            if subject is not None:
                name = clean(subject.of(text))
                place = _place(name, letterhead, title, text)
                return clean(f"{name} {place}") if place else name, subject, place is not None
    return None


def _subject(block: Block, end: int) -> Span | None:
    """The body named right before the verb, from the break in front of it or the block's start."""
    broken = max(block.text.rfind(mark, 0, end) for mark in _BREAKS) + 1
    for candidate in (max(0, broken), 0):
        start = _behind_post(block.text, candidate)
        if start < end and opens_body(block.text[start:end]):
            span = Span(start, end).trimmed(block.text)
            return span.shift(block.start)
    return None


def _behind_post(text: str, start: int) -> int:
    """Past blanks and a post: the body whose head acts is the one that issues."""
    at = start + len(text[start:]) - len(text[start:].lstrip())
    hit = load("agencies").at(view(text), at)
    if hit is None or hit.entry.word("kind") != "post":
        return at
    return hit.span.end + len(text[hit.span.end :]) - len(text[hit.span.end :].lstrip())


def _place(name: str, letterhead: Sequence[Block], title: Read | None, text: str) -> str | None:
    """What completes a name that leaves its place out; None where it has one."""
    dateline = read_dateline(letterhead)
    dated = dateline.place.value if dateline and dateline.place else None
    level = bare_level(name)
    if level:
        return _proper_name(level, title.value if title else None, dated)
    if has_local_place(name) or place_in(name):
        return None
    return _said_elsewhere(name, text) or _level_of(dated, text)


def _proper_name(level: str, title: str | None, dated: str | None) -> str | None:
    """The name behind a tier's word in the title, else the place of the dateline."""
    # A title in capitals does not show where the name ends.
    if title and not title.isupper():
        found = re.search(rf"(?<!\w){re.escape(level)} (?P<name>{_PROPER})", title)
        if found:
            return found["name"]
    return dated


def _said_elsewhere(name: str, text: str) -> str | None:
    """The place that follows the same name somewhere else in the text."""
    found = re.search(rf"{re.escape(name)} (?P<place>(?i:{tiers()}) {_PROPER})", text)
    return found["place"] if found else None


def _level_of(place: str | None, text: str) -> str | None:
    """The dateline's place with the word for its tier, where the text says it."""
    if not place:
        return None
    found = re.search(rf"(?<!\w)(?P<level>{tiers()}) +{re.escape(view(place))}(?!\w)", view(text))
    return f"{found['level']} {place}" if found else None
