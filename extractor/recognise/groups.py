"""Groups of bodies without a name of their own: "các sở, ban, ngành", "đơn vị liên quan".

`end_of_group(page, start)` gives the end of the group that begins at `start`, or None. A noun needs
các (or its like), a second noun, or words that say which ones are meant.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load
from extractor.recognise.page import Page

_DETERMINER = re.compile(
    r"(?:tất +cả +các|toàn +thể +các|toàn +bộ +các|các|những|mọi|từng|mỗi)(?: +(?:cấp|loại))? +"
)
_JOIN = re.compile(r" *, *(?:và +)?| +(?:và|hoặc) +| *- *")
_WORD = re.compile(r" +([^\W\d_]\w*)")


def end_of_group(page: Page, start: int) -> int | None:
    """The end of the group that begins exactly at `start`; None if there is none."""
    determiner = _DETERMINER.match(page.viewed, start)
    end = _noun(page, determiner.end() if determiner else start)
    if end is None:
        return None
    listed = _listed(page, end)
    which = _which(page, listed)
    if determiner is None and listed == end and which == listed and not _is_clear(page, start):
        return None
    return which


def _is_clear(page: Page, start: int) -> bool:
    """Whether the noun says enough by itself: "cơ quan báo chí"."""
    hit = page.groups.at(page.viewed, start)
    return hit is not None and hit.entry.flag("alone")


def _noun(page: Page, start: int) -> int | None:
    hit = page.groups.at(page.viewed, start)
    return hit.span.end if hit else None


def _listed(page: Page, end: int) -> int:
    """Past the further nouns: ", ban, ngành" and ", các thôn" (each may say which)."""
    while True:
        join = _JOIN.match(page.viewed, end)
        if join is None:
            return end
        noun = _noun(page, join.end())
        if noun is None or _has_name(page, join.end(), noun):
            return end
        end = noun


def _has_name(page: Page, start: int, end: int) -> bool:
    """ "…, Sở Nội vụ": a capital noun with a capital name behind it is a body of its own."""
    following = page.viewed[end : end + 1] == " " and page.capital(end + 1)
    agency = page.agencies.at(page.viewed, start)
    longer = agency is not None and agency.span.end > end
    return longer or (following and page.capital(start) and agency is not None)


def _which(page: Page, end: int) -> int:
    """Past the words that say which ones: "có liên quan", "trực thuộc Sở", "cấp tỉnh"."""
    for _ in range(4):
        further = qualified(page, end)
        if further is None:
            break
        end = _place(page, further)
    return end


def qualified(page: Page, end: int, named: bool = False) -> int | None:
    """The end of one qualifier behind `end`; `named` bodies take fewer of them."""
    start = page.after_blanks(end)
    hit = load("body_qualifiers").at(page.viewed, start) if start is not None else None
    if hit is None or (named and not hit.entry.flag("named")):
        return None
    return hit.span.end


def _place(page: Page, end: int) -> int:
    for _ in range(4):
        match = _WORD.match(page.viewed, end)
        if match is None or not page.capital(match.start(1)) or qualified(page, end):
            break
        if page.agencies.at(page.viewed, match.start(1)) or page.verbs.at(
            page.viewed, match.start(1)
        ):
            break
        end = match.end()
    return end
