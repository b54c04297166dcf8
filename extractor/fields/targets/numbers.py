"""Which numbers of a sentence may be targets at all, by kind, unit and place.

Of "(theo hệ số 1,5) tối đa 75 người, trong đó 03 đồng chí từ 40 tuổi" only `75 người` may: what
stands in brackets explains, and people of a post or ages are never what is counted. Whether it
is one, `accept` says.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from extractor.fields.context import Reading
from extractor.fields.targets.vocabulary import ends, words
from extractor.lexicon.load import Entry, load
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.view import view

_KINDS = ("percent", "count", "measure", "money")
_ABOVE = ("gt", "lt")
_HAVING = re.compile(r"(?<!\w)có\s*$")
_REACH = 400  # characters over which brackets are matched
_NEAR = 80  # characters before a number in which its noun stands
_FAR = 160  # and in which that of its growth does
_LEVEL = r"(?<!\w)(?:thời gian|chỉ số|(?<!cao )(?<!thời )(?<!địa )(?<!đặc )(?<!quan )(?:tổng )?điểm)"
_LEVEL_IS = re.compile(
    rf"{_LEVEL} [^,;:.\n]*(?:còn|xuống|đạt|là)(?: được)?\s*\Z"
    rf"|{_LEVEL} [^;:\n]*(?:đạt|lên) [^;:\n]*, (?:tăng|giảm)(?: (?:thêm|được))?\s*\Z"
)
_WITHIN = re.compile(r"(?<!\w)(?:trong vòng|trong thời hạn|trong thời gian)(?: [^\W\d_]+)?\s*\Z")
_NUMBERED = re.compile(r"(?<!tổng )(?<!\w)số (?:lượng )?điểm [^\W\d_][^,;.:]*: *\Z")
_OF_WORK = re.compile(r" (?:làm việc|liên tục|liên tiếp|liền|kể|tính|đầu|cuối|/)")
_GOES_ON = re.compile(r"(?: trở (?:lên|xuống))? (?!và |hoặc |trở |trong |vào |đến )[^\W\d_]")
_PARTS = re.compile(r"[,;:]| và ")


def candidates(reading: Reading, sentence: Span) -> list[Quantity]:
    """The numbers that may be targets; those in brackets only where they alone state a share."""
    found = [q for q in reading.mentions.quantities_in(sentence) if _eligible(reading, q)]
    digits = [q for q in found if not spelled_out(reading.text, q) or q.operator != "eq"]
    found = _without_singling(reading.text, digits or found)
    outside = [q for q in found if not _bracketed(reading.text, sentence, q)]
    return outside or [q for q in found if q.kind == "percent"]


def spelled_out(text: str, quantity: Quantity) -> bool:
    """Whether a number stands in words alone ("một hồ sơ"): no commitment unless each has it."""
    return not any(map(str.isdigit, quantity.core.of(text)))


def unit_role(reading: Reading, quantity: Quantity) -> str:
    """What the unit tells of its number by target_units: never, score, duration, quota, idle …"""
    if quantity.unit_span is None:
        return ""
    hit = load("target_units").at(Page.of(reading.text).viewed, quantity.unit_span.start)
    if hit is None or hit.span.end > quantity.unit_span.end:
        return ""
    return _score_or_noun(reading, hit.entry, hit.span)


def _score_or_noun(reading: Reading, entry: Entry, unit: Span) -> str:
    """A "điểm" is a mark where no noun follows, a place in "01 điểm truy cập"."""
    role = entry.word("role")
    if role != "score":
        return role
    following = view(reading.text[unit.end : unit.end + 20])
    noun = following[:1] == " " and following[1:2].isalpha()
    return "" if noun and load("particles").at(following, 1) is None else role


def _eligible(reading: Reading, quantity: Quantity) -> bool:
    if quantity.kind not in _KINDS or quantity.rule == "baseline":
        return False
    if quantity.kind == "percent":
        return True
    role = unit_role(reading, quantity)
    if role in ("duration", "spec") and _is_within(reading, quantity):
        return False
    if role in ("duration", "score") and _is_level(reading, quantity):
        return True
    if role == "duration" and _names_noun(reading, quantity):
        return True
    if role == "place" and _is_moved(reading, quantity):
        return False
    if role == "score" and _is_numbered(reading, quantity):
        return True
    return role not in ("never", "score") and not (role == "duration" and quantity.operator == "eq")


def _is_within(reading: Reading, quantity: Quantity) -> bool:
    """Whether a length of time says how fast it goes: "xử lý trong vòng 60 phút"."""
    start = quantity.span.start
    return _WITHIN.search(Page.of(reading.text).viewed[max(0, start - _NEAR) : start]) is not None


def _is_moved(reading: Reading, quantity: Quantity) -> bool:
    """Whether places are ranks: "tăng 02 vị trí so với năm 2025"."""
    start = quantity.span.start
    before = Page.of(reading.text).viewed[max(0, start - _NEAR) : start]
    return ends("target_reaches", "reach", "increase", "decrease").search(before) is not None


def _is_numbered(reading: Reading, quantity: Quantity) -> bool:
    """Whether points are places that are numbered: "Số điểm quan trắc: 07 điểm (04 điểm tại …)"."""
    start = quantity.span.start
    return _NUMBERED.search(Page.of(reading.text).viewed[max(0, start - _NEAR) : start]) is not None


def _names_noun(reading: Reading, quantity: Quantity) -> bool:
    """Whether a length of time counts something: "35 tuần thực học", not "35 ngày làm việc"."""
    end = quantity.unit_span.end if quantity.unit_span else quantity.core.end
    following = view(reading.text[end : end + 20])
    plain = following[:1] == " " and following[1:2].isalpha()
    return plain and load("particles").at(following, 1) is None and not _OF_WORK.match(following)


def _is_level(reading: Reading, quantity: Quantity) -> bool:
    """Whether a length or a mark is a level ("Thời gian … còn 03 ngày", "Chỉ số … đạt 80 điểm")."""
    start = quantity.span.start
    return _LEVEL_IS.search(Page.of(reading.text).viewed[max(0, start - _FAR) : start]) is not None


def _without_singling(text: str, found: list[Quantity]) -> list[Quantity]:
    """Without numbers that single out who must reach the next ("thôn có trên 300 hộ lập 02 tổ").

    A bound inside the noun of a share only says which are meant ("100% hộ có từ 2 ha trở lên …").
    """
    kept = [left for left, right in pairwise(found) if not _singles_out(text, left, right)]
    kept = [*kept, *found[-1:]]
    told = {id(right) for left, right in pairwise(kept) if _says_which(text, left, right)}
    return [quantity for quantity in kept if id(quantity) not in told]


def _singles_out(text: str, quantity: Quantity, following: Quantity) -> bool:
    if quantity.operator not in _ABOVE or quantity.kind != "count":
        return False
    before = view(text[max(0, quantity.span.start - 6) : quantity.span.start])
    between = text[quantity.span.end : following.span.start]
    return _HAVING.search(before) is not None and _PARTS.search(between) is None


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
