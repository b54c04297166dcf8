"""How far a unit reaches behind its number, and the period that it may end with.

The recogniser gives the first words ("triệu đồng", "mô hình"); "65 triệu đồng/người/năm" counts
`triệu đồng/người` a `year`, "02 mô hình/xã" `mô hình/xã`. Of a noun that no lexicon knows it
gives two syllables ("sàn giao"): the word groups of the language room complete it ("sàn giao
dịch"). Source: the contract, section targets (`unit`, `per`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from extractor.language.words import word_groups
from extractor.lexicon.load import load
from extractor.plan.model import Period
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span

_SLASH = re.compile(r" ?/ ?(?:0?1 )?")
_WORD = re.compile(r"(?:\d[\d.]* )?[^\W\d_]+")
_MORE = re.compile(r"(?: [^\W\d_]+){1,4}")
_DAY = "ngày"
_PERIODS: dict[str, Period] = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}


@dataclass(frozen=True, slots=True)
class Extent:
    """A unit as printed without its period, the period, where its noun stands, where all ends."""

    unit: str
    per: Period | None
    noun: Span
    end: int


def extent_of(text: str, quantity: Quantity) -> Extent:
    """The whole unit of a quantity."""
    seen = Page.of(text).viewed
    noun = _noun(text, seen, quantity)
    printed = " ".join(noun.of(text).split()) if len(noun) else quantity.unit or ""
    counted, per, end = [printed], _own_period(quantity), noun.end
    for part in _parts(seen, noun.end):
        said, end = part.of(text), part.end
        if said in _PERIODS and not (said == _DAY and quantity.kind == "measure"):
            per = _PERIODS[said]
        elif quantity.kind != "percent":
            counted.append(said)
    return Extent("/".join(counted), per, noun, end)


def _own_period(quantity: Quantity) -> Period | None:
    """The period behind the unit; a day is part of a capacity: "120 tấn/ngày"."""
    daily = quantity.kind == "measure" and quantity.per == "day"
    return None if daily else cast("Period | None", quantity.per)


def _noun(text: str, seen: str, quantity: Quantity) -> Span:
    place = quantity.unit_span
    if place is None:
        return Span(quantity.span.end, quantity.span.end)
    more = _MORE.match(seen, place.end)
    if more is None or load("units").at(seen, place.start) is not None:
        return place
    return Span(place.start, place.start + _whole_word(text[place.start : more.end()], len(place)))


@lru_cache(maxsize=1024)
def _whole_word(words: str, length: int) -> int:
    """`length`, or the end of the word group that it cuts in two."""
    cut = (group.end for group in word_groups(words) if group.start < length < group.end)
    return next(cut, length)


def _parts(seen: str, end: int) -> Iterator[Span]:
    """What the unit is divided by: "người" and "năm" in "/người/năm"."""
    while slash := _SLASH.match(seen, end):
        start = slash.end()
        known, word = load("units").at(seen, start), _WORD.match(seen, start)
        if known is None and word is None:
            return
        end = known.span.end if known else word.end() if word else start
        yield Span(start, end)
