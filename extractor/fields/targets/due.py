"""Times in a clause: the date by which, the period, and the clause's words without either.

"đến năm 2030 đạt 1.700 ha" is due `2030`; in "giảm 30% so với năm 2025" the year only compares;
"ít nhất 02 lần mỗi quý" recurs by `quarter`. Source: the contract, section targets (`by`,
`per`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from extractor.fields.context import Reading
from extractor.fields.targets.vocabulary import opens, words
from extractor.fields.targets.words import leads_off
from extractor.plan.model import Period
from extractor.recognise.model import DateMention
from extractor.recognise.page import Page
from extractor.span import Span

_NO_DUE = ("term", "school_year")
_POINTS = ("day", "month", "quarter", "year")
_STARTS = ("from", "after")
_FROM = re.compile(r"(?<!\w)từ \d[\d.,]*(?: *%| [^\W\d_]+){0,3} *\(?\W*\Z")
_TO = re.compile(r"\)? *(?:lên|xuống|thành)(?!\w)")
# "(năm 2025: 96,5%)": a bracket that tells what was reached, to compare with.
_TOLD = re.compile(r"\((?:[^()\d]{0,30} )?(?:năm )?\Z")
_FIGURE = re.compile(r" *(?::|là|đạt) *\d")
_LOOK_BACK = 50  # characters before a date in which a comparison stands


def due_date(date: DateMention) -> str | None:
    """The date by which something is due, when the mention states one; None for recurrences."""
    if date.kind in ("recurrence", "blank") or date.context in _NO_DUE:
        return None
    if date.end:
        return date.end
    return date.start if date.kind in _POINTS and date.cue not in _STARTS else None


def stated_by(reading: Reading, *spans: Span) -> str | None:
    """The first date stated in `spans`, taken in their order."""
    for span in spans:
        for date in reading.mentions.dates_in(span):
            value = due_date(date)
            if value and not _compares(reading, date):
                return value
    return None


def period_in(reading: Reading, *spans: Span) -> Period | None:
    """The first period stated in `spans`, taken in their order."""
    recurring = (date for span in spans for date in _recurrences(reading, span))
    return next((cast(Period, date.every) for date in recurring), None)


def leading_period(reading: Reading, sentence: Span) -> Period | None:
    """The period that opens a sentence and governs all its clauses ("Hằng năm, …; …")."""
    for date in _recurrences(reading, sentence):
        before = Span(sentence.start, max(sentence.start, date.span.start))
        return None if leads_off(reading.slice(before)) else cast(Period, date.every)
    return None


def leading_date(reading: Reading, sentence: Span) -> str | None:
    """The date that opens a sentence and governs all its clauses ("Đến năm 2030, …; …")."""
    for date in reading.mentions.dates_in(sentence):
        before = reading.text[sentence.start : max(sentence.start, date.span.start)]
        if leads_off(before) or not reading.text.startswith(",", date.span.end):
            return None
        return due_date(date)
    return None


def without_times(reading: Reading, span: Span) -> str:
    """The span's text with the phrases that `by` and `per` carry cut out."""
    text, at, parts = reading.text, span.start, []
    for date in _stated(reading, span):
        parts.append(text[at : max(at, _phrase_start(reading, date))])
        at = max(at, min(date.span.end, span.end))
    parts.append(text[at : span.end])
    return " ".join(part.strip() for part in parts if part.strip(" ,;"))


def _stated(reading: Reading, span: Span) -> Iterator[DateMention]:
    for date in reading.mentions.dates_in(span):
        if _recurs(reading, date) or (due_date(date) is not None and not _compares(reading, date)):
            yield date


def _recurrences(reading: Reading, span: Span) -> Iterator[DateMention]:
    return (date for date in reading.mentions.dates_in(span) if _recurs(reading, date))


def _recurs(reading: Reading, date: DateMention) -> bool:
    """Whether a mention states a bare period: one with a day is when a report is due.

    The period of a payment is its name's: "người hưởng trợ cấp hằng tháng".
    """
    bare = date.kind == "recurrence" and date.every is not None and date.due_day is None
    return bare and not _is_paid(reading, date)


def _is_paid(reading: Reading, date: DateMention) -> bool:
    seen = Page.of(reading.text).viewed
    before = seen[max(0, date.span.start - _LOOK_BACK) : date.span.start]
    return _paid().search(before) is not None


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('target_times', 'paid')})(?: [^\W\d_]+){{0,2}} *\Z")


def _compares(reading: Reading, date: DateMention) -> bool:
    seen = Page.of(reading.text).viewed
    before = seen[max(0, date.span.start - _LOOK_BACK) : date.core.start]
    if _compared().search(before) or _begins_rise(seen, before, date):
        return True
    return _TOLD.search(before) is not None and _FIGURE.match(seen, date.span.end) is not None


def _begins_rise(seen: str, before: str, date: DateMention) -> bool:
    """Whether a date goes with the figure from which one rises: "từ 62% năm 2025 lên 68%"."""
    return _FROM.search(before) is not None and _TO.match(seen, date.span.end) is not None


@cache
def _compared() -> re.Pattern[str]:
    """ "so với năm", and with what of that time: "so với trung bình giai đoạn", "so với mức"."""
    with_what = words("target_times", "compared")
    return re.compile(rf"(?<!\w)(?:{with_what})(?: [^\W\d_]+){{0,4}}\W*$")


def _phrase_start(reading: Reading, date: DateMention) -> int:
    """Where the date's words begin; a word of aiming before it ("phấn đấu đến …") stays."""
    seen = Page.of(reading.text).viewed
    aim = opens("target_leads", "strive").match(seen[date.span.start : date.core.start])
    return date.span.start + (aim.end() if aim else 0)
