"""Which numbers of a sentence may be targets at all, by kind, unit and place.

Of "(theo hệ số 1,5) tối đa 75 người, trong đó 03 đồng chí từ 40 tuổi" only `75 người` may: what
stands in brackets explains, and people of a post or ages are never what is counted. Whether it
is one, `accept` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.fields.context import Reading
from extractor.fields.targets.eligible import eligible, unit_role
from extractor.fields.targets.vocabulary import ends, words
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.view import view

_NO_RATIO = ("never", "score", "duration", "quota")
_ABOVE = ("gt", "lt")
_HAVING = re.compile(r"(?<!\w)có\s*$")
_REACH = 400  # characters over which brackets are matched
_GOES_ON = re.compile(r"(?: trở (?:lên|xuống))? (?!và |hoặc |trở |trong |vào |đến )[^\W\d_]")
_OF_THOSE = re.compile(r"(?<!\w)(?:tại|cho|của|đối với|ở|thuộc) (?!mỗi|từng)[^,;:]{2,80} có\s*$")
_PARTS = re.compile(r"[,;:]| và ")


def candidates(reading: Reading, sentence: Span) -> list[Quantity]:
    """The numbers that may be targets; those in brackets only where they alone state a share."""
    found = [q for q in reading.mentions.quantities_in(sentence) if eligible(reading, q)]
    digits = [q for q in found if not spelled_out(reading.text, q) or q.operator != "eq"]
    found = _without_singling(reading.text, digits or found)
    outside = [q for q in found if not _bracketed(reading.text, sentence, q)]
    stated = outside or [q for q in found if q.kind == "percent"]
    return sorted([*stated, *_ratios(reading, sentence, stated)], key=lambda q: q.core)


def is_ratio(text: str, quantity: Quantity) -> bool:
    """Whether a count is told with its whole: "42/42 xã, phường"."""
    return quantity.kind == "count" and "/" in quantity.core.of(text)


def _ratios(reading: Reading, sentence: Span, stated: list[Quantity]) -> Iterator[Quantity]:
    """The counts told with their whole ("12/15 thôn đạt …"), where no other number is stated.

    Beside one they only say whom it is about ("13/13 ấp có ít nhất 02 mô hình").
    """
    for ratio in reading.mentions.quantities_in(sentence):
        if ratio.kind != "ratio" or ratio.unit_span is None or ratio.value > (ratio.value_max or 0):
            continue
        if unit_role(reading, ratio) in _NO_RATIO or _bracketed(reading.text, sentence, ratio):
            continue
        if not any(_one_part(reading.text, ratio, other) for other in stated):
            yield replace(ratio, kind="count", value_max=None)


def _one_part(text: str, ratio: Quantity, other: Quantity) -> bool:
    """Whether no mark parts two numbers; the unit of the ratio may hold one ("xã, phường")."""
    start = ratio.unit_span.end if ratio.unit_span else ratio.core.end
    before = other.core.end <= ratio.core.start
    between = text[other.core.end : ratio.span.start] if before else text[start : other.span.start]
    return _PARTS.search(between) is None


def spelled_out(text: str, quantity: Quantity) -> bool:
    """Whether a number stands in words alone ("một hồ sơ"): no commitment unless each has it."""
    return not any(map(str.isdigit, quantity.core.of(text)))


def _without_singling(text: str, found: list[Quantity]) -> list[Quantity]:
    """Without numbers that single out who must reach the next ("thôn có trên 300 hộ lập 02 tổ").

    A bound inside the noun of a share only says which are meant ("100% hộ có từ 2 ha trở lên …").
    """
    kept = [left for left, right in pairwise(found) if not _singles_out(text, left, right)]
    kept = [*kept, *found[-1:]]
    pairs = list(pairwise(kept))
    told = {id(right) for left, right in pairs if _says_which(text, left, right)}
    told |= {id(right) for left, right in pairs if _is_source(text, left, right)}
    told |= {id(right) for left, right in pairs if _has_so_many(text, left, right)}
    return [quantity for quantity in kept if id(quantity) not in told]


def _singles_out(text: str, quantity: Quantity, following: Quantity) -> bool:
    if quantity.operator not in _ABOVE or quantity.kind != "count":
        return False
    before = view(text[max(0, quantity.span.start - 6) : quantity.span.start])
    between = text[quantity.span.end : following.span.start]
    return _HAVING.search(before) is not None and _PARTS.search(between) is None


def _is_source(text: str, quantity: Quantity, source: Quantity) -> bool:
    """Whether a "từ" says from how many ("chọn 10 mô hình từ 28 xã dự thi"), and no bound."""
    seen = Page.of(text).viewed
    between = seen[quantity.span.end : source.span.start]
    bare = source.rule == "at-least" and seen[source.span.start : source.core.start].strip() == "từ"
    return (
        bare and source.kind == "count" and len(between.split()) > 1 and not _PARTS.search(between)
    )


def _has_so_many(text: str, quantity: Quantity, size: Quantity) -> bool:
    """Whether a bound is the size of those meant ("05 tổ tại công ty có từ 25 người trở lên")."""
    between = Page.of(text).viewed[quantity.span.end : size.span.start]
    sized = size.kind == "count" and size.rule == "and-up" and _OF_THOSE.search(between) is not None
    return sized and _PARTS.search(between) is None


def _says_which(text: str, share: Quantity, quantity: Quantity) -> bool:
    if share.kind != "percent" or quantity.kind != "measure" or quantity.operator == "eq":
        return False
    seen, unit = Page.of(text).viewed, quantity.unit_span or quantity.core
    between = seen[share.span.end : quantity.span.start]
    made = ends("target_makes").search(between) or ends("target_reaches", "reach").search(between)
    goes_on = _GOES_ON.match(seen, unit.end) is not None
    return goes_on and bool(between.strip()) and not made and _PARTS.search(between) is None


def _bracketed(text: str, sentence: Span, quantity: Quantity) -> bool:
    """Whether the number stands in brackets that close behind it."""
    core = quantity.core
    before = text[max(sentence.start, core.start - _REACH) : core.start]
    behind = text[core.end : min(sentence.end, core.end + _REACH)]
    inside = before.count("(") > before.count(")") and ")" in behind
    return inside and not _states_duty().match(view(before[before.rfind("(") + 1 :]))


@cache
def _states_duty() -> re.Pattern[str]:
    """What brackets that say what must be done open with: "(cử một cán bộ …)", "(phải có …)"."""
    makes, must = words("target_makes"), words("target_subjects", "must")
    return re.compile(rf"\s*(?:{must}|(?:{makes})(?= (?:\d|một |ít nhất|tối thiểu|trên |$)))")
