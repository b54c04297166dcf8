"""Words that say how often: "hằng quý", "định kỳ 6 tháng", "tháng, quý, năm", "02 lần/năm".

`periods(view("Định kỳ 6 tháng, hằng năm"))` gives a half-yearly and a yearly period, each with its
place. Days that go with them ("trước ngày 05 tháng cuối quý") are joined in `dates`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.span import Span

_PERIOD = r"(?:tuần|tháng|qu[ýí]|(?:0?6|sáu) +tháng|(?:(?:0?1|một) +)?năm)(?!\w)"
_NOT_A_DATE = r"(?! *\d| +(?:đầu|cuối|học|nay|sau|trước|[ivx]+\b))"
_ROW = re.compile(
    r"\b(?:(?:theo +)?định +kỳ|sơ +kết|tổng +kết|đánh +giá|kết +quả|hằng|hàng|theo"
    r"|báo +cáo(?: +[^\W\d_]{1,7}(?= )){0,12})"  # "báo cáo phân tích sự cố 6 tháng và năm"
    rf" *[(:]? *(?:hằng +|hàng +|theo +)?({_PERIOD}{_NOT_A_DATE}"
    rf"(?:(?: *[,;/] *|,? +(?:và|hoặc) +)(?:hằng +|hàng +|cả +)?{_PERIOD}{_NOT_A_DATE}){{1,4}})"
)
_WORD = re.compile(_PERIOD)
_HALF = re.compile(
    r"\b(?:(?:sơ +kết|báo +cáo|đánh +giá) +(?:công +tác +)?"
    r"(?:0?6|sáu) +tháng(?! +(?:đầu|cuối))"
    r"|(?:0?6|sáu) +tháng(?= +(?:sơ +kết|tổng +kết|báo +cáo)"
    rf"| *(?:,|và) *(?:(?:hằng|hàng|cuối|cả) +)?năm(?!\w){_NOT_A_DATE}"
    r"| *\( *(?:trước|chậm|vào|xong)(?!\w)))"
)
_PER = re.compile(
    r"(?:\d%?|một|hai|ba)(?: +[^\W\d]+){0,4}(?P<per> */ *(?:0?1 +)?"
    r"(?P<unit>ngày|tuần|tháng|qu[ýí]|(?:0?6|sáu) +tháng|năm))(?!\w)(?! *\d)"
)
# A capacity is no period: "500 m3/ngày", "60 lít/người/ngày".
_RATE = re.compile(r" (?:m3|m³|lít|tấn|kg|kwh)(?: */ *người)? */ *ngày\Z")
_UNIT = 4  # characters before the figure of "m3" in which its letters stand
_PART = re.compile(
    r"\b(giữa|cuối) +(năm|quý|quí|tháng|tuần)(?!\w)"
    r"(?! *[\d(/]| +(?:học|nay|sau|trước|này|[ivx]+\b))"
)
_EVERY = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "quí": "quarter",
    "năm": "year",
}
_PARTS = {"giữa": "mid", "cuối": "late"}


@dataclass(frozen=True, slots=True)
class Period:
    """A period and its place; `needs_day` if it is one only with a day ("ngày 05 tháng sau")."""

    span: Span
    every: str
    due_month: str | None
    part: str | None
    rule: str
    needs_day: bool = False


def periods(viewed: str) -> list[Period]:
    """Every period that `viewed` (a view) states, left to right, none inside another."""
    found = [*_named(viewed), *_rows(viewed), *_shaped(viewed)]
    found.sort(key=lambda period: (period.span.start, -period.span.end))
    kept: list[Period] = []
    for period in found:
        if not kept or period.span.start >= kept[-1].span.end:
            kept.append(period)
    return kept


def every_of(words: str) -> str:
    """The period that a bare word names: "6 tháng" is half_year, "quý" quarter."""
    if re.match(r"(?:0?6|sáu) ", words):
        return "half_year"
    return _EVERY[words.split()[-1]]


def _named(viewed: str) -> list[Period]:
    return [
        Period(
            hit.span,
            hit.entry.word("every"),
            hit.entry.word("due_month") or None,
            None,
            hit.entry.id,
            hit.entry.flag("needs_day"),
        )
        for hit in load("periods").find(viewed)
    ]


def _rows(viewed: str) -> list[Period]:
    found = []
    for row in _ROW.finditer(viewed):
        for word in _WORD.finditer(viewed, row.start(1), row.end(1)):
            span = Span(word.start(), word.end())
            found.append(Period(span, every_of(word.group()), None, None, "row"))
    return found


def _shaped(viewed: str) -> list[Period]:
    halves = [
        Period(Span(*m.span()), "half_year", None, None, "half") for m in _HALF.finditer(viewed)
    ]
    per = [
        Period(Span(*m.span("per")), every_of(m.group("unit")), None, None, "per")
        for m in _PER.finditer(viewed)
        if not _RATE.search(viewed, max(0, m.start() - _UNIT), m.end("per"))
    ]
    parts = [
        Period(Span(*m.span()), _EVERY[m.group(2)], None, _PARTS[m.group(1)], "part")
        for m in _PART.finditer(viewed)
    ]
    return [*halves, *per, *parts]
