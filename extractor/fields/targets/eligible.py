"""Which numbers may be targets by their kind, their unit and the words that govern them.

"80 điểm" is a mark that is given, and a target only behind "chỉ số … đạt"; "03 ngày" is a length of
time, and one only as a level or a bound; of "03 đồng chí từ 40 tuổi" neither ever is. The units are
the lexicon target_units.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.targets.vocabulary import ends
from extractor.lexicon.load import Entry, load
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.view import view

_KINDS = ("percent", "count", "measure", "money")
_NEAR = 80  # characters before a number in which its noun stands
_FAR = 160  # and in which that of its growth does
_LEVEL = (
    r"(?<!\w)(?:thời gian|chỉ số|(?<!cao )(?<!thời )(?<!địa )(?<!đặc )(?<!quan )(?:tổng )?điểm)"
)
_LEVEL_IS = re.compile(
    rf"{_LEVEL} [^,;:.\n]*(?:còn|xuống|đạt|là)(?: được)?\s*\Z"
    rf"|{_LEVEL} [^;:\n]*(?:đạt|lên) [^;:\n]*, (?:tăng|giảm)(?: (?:thêm|được))?\s*\Z"
)
_WITHIN = re.compile(r"(?<!\w)(?:trong vòng|trong thời hạn|trong thời gian)(?: [^\W\d_]+)?\s*\Z")
_NUMBERED = re.compile(r"(?<!tổng )(?<!\w)số (?:lượng )?điểm [^\W\d_][^,;.:]*: *\Z")
_OF_WORK = re.compile(r" (?:làm việc|liên tục|liên tiếp|liền|kể|tính|đầu|cuối|/)")


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


def eligible(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number may be a target by its kind, its unit and the words that govern it."""
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
