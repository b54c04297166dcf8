"""Merits told in the promise itself: "tặng Giấy khen cho 08 cá nhân tích cực hướng dẫn …".

A promise to those "có thành tích xuất sắc" sets no condition; one that says what they have to do
does. Source: the contract, awards (criteria).
"""

from __future__ import annotations

import re

from extractor.fields.awards.words import conditions, words
from extractor.lexicon.load import load

_GIVEN = re.compile(words("given"))
_END = re.compile(r"[.;]|$")
_SHORTEST = 25  # characters of what may tell a merit


def names_merit(seen: str) -> bool:
    """Whether a sentence (a view) awards a form to recipients for a merit that it tells."""
    forms = [hit for hit in load("award_forms").find(seen) if not hit.entry.flag("act")]
    if not forms or not _GIVEN.search(seen, 0, forms[0].span.start):
        return False
    end = _END.search(seen, forms[0].span.end)
    stop = end.start() if end else len(seen)
    hits = load("award_recipients").find(seen, forms[0].span.end, stop)
    return any(_tells(seen, hit.span.end, stop) for hit in hits)


def _tells(seen: str, place: int, stop: int) -> bool:
    merit = conditions("merit").match(seen, place + 1)
    return merit is not None and stop - place >= _SHORTEST
