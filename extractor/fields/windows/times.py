"""Times of a span: date mentions, with a beginning and an end that are said apart joined to one
run.

"Bắt đầu từ ngày 06/9/2026; kết thúc trước ngày 18/01/2027" is one run; so are "từ 8h00 ngày
10/3/2026 đến 17h00 ngày 12/3/2026" and "ngày 15 và 16/4/2026" (days that follow each other).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Day

from extractor.fields.context import Reading
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_LONGEST_GAP = 60
_HOUR = rf"\d{{1,2}}(?: *(?:[hg:]|{words('clock')}) *)(?:\d{{1,2}})?(?: *(?:'|{words('clock')}))?"
_CLOCK = rf"(?:{_HOUR}|{words('hour')}(?: +\w+)?)"  # "14 giờ 00 phút", "sáng thứ Hai"
_UNTIL = bounded(load("calendar").some(meaning="until"))
_FROM_CLOCK = re.compile(rf"{words('start')}(?: +{_CLOCK},?){{0,4}} *$")
_TO_CLOCK = re.compile(rf" *(?:{_UNTIL}|-)(?: +{_CLOCK},?){{0,4}} *")
_BETWEEN = re.compile(r"[^.]*")
_AND = re.compile(rf" *(?:{words('link')}|[,;-]) *(?:{words('day')} *)?")


def times_in(reading: Reading, span: Span) -> list[DateMention]:
    """The dates, runs and recurrences whose core lies inside `span`, in order."""
    found: list[DateMention] = []
    for date in reading.mentions.dates_in(span):
        date = _opened(reading, date)
        joined = _joined(reading, found[-1], date) if found else None
        if joined:
            found[-1] = joined
        elif usable(date):
            found.append(date)
    return found


def usable(date: DateMention) -> bool:
    """Whether a mention says a time at all: a date, a run or a recurrence."""
    return bool(date.start or date.end or date.every or date.due_day or date.due_month)


def is_run(date: DateMention) -> bool:
    """Whether a mention says a beginning and an end of its own."""
    return date.kind == "range" and date.start is not None and date.end is not None


def is_due(date: DateMention) -> bool:
    """Whether a mention is a day or month to keep: a deadline, or a day that recurs."""
    return date.deadline or date.due_day is not None or date.due_month is not None


def to_the_day(date: DateMention) -> bool:
    """Whether a mention is exact to the day."""
    return any(len(value) == 10 for value in (date.start or "", date.end or ""))


def bare(reading: Reading, span: Span, dates: Sequence[DateMention]) -> str:
    """What `span` says besides its dates, as a view."""
    text = view(reading.slice(span))
    for date in reversed(dates):
        start, end = max(0, date.span.start - span.start), date.span.end - span.start
        text = text[:start] + " " + text[end:]
    return " ".join(text.split())


def _opened(reading: Reading, date: DateMention) -> DateMention:
    """ "Từ 13h30 ngày 06/7/2026" begins, "năm 2026 và các năm tiếp theo" has no end."""
    before = view(reading.text[max(0, date.span.start - _LONGEST_GAP) : date.span.start])
    after = view(reading.text[date.span.end : date.span.end + 30])
    if date.cue is None and date.kind == "day" and _FROM_CLOCK.search(before):
        return replace(date, end=None, cue="from")
    following = load("window_cues").at(after, len(after) - len(after.lstrip()))
    if following and following.entry.id == "open" and date.start and date.kind != "recurrence":
        return replace(date, end=None, cue="from")
    return date


def _joined(reading: Reading, first: DateMention, last: DateMention) -> DateMention | None:
    if not 0 <= last.span.start - first.span.end <= _LONGEST_GAP:
        return None
    gap = view(reading.text[first.span.end : last.span.start])
    if _opens(first) and (_closes(last) or _TO_CLOCK.fullmatch(gap)):
        return _run(first, last) if _BETWEEN.fullmatch(gap) and last.end else None
    neighbours = first.kind == last.kind == "day" and _AND.fullmatch(gap) and _next_day(first, last)
    return _run(first, last) if neighbours and not first.deadline else None


def _opens(date: DateMention) -> bool:
    return date.start is not None and date.end is None and date.cue in ("from", "after")


def _closes(date: DateMention) -> bool:
    return date.deadline and date.start is None and date.kind != "recurrence"


def _next_day(first: DateMention, last: DateMention) -> bool:
    if not first.end or not last.end:
        return False
    return (Day.fromisoformat(last.end) - Day.fromisoformat(first.end)).days == 1


def _run(first: DateMention, last: DateMention) -> DateMention:
    return replace(
        first,
        span=Span(first.span.start, last.span.end),
        core=Span(first.core.start, last.core.end),
        kind="range",
        end=last.end,
        deadline=False,
    )


def stated(dates: Sequence[DateMention]) -> Iterator[DateMention]:
    """The dates with a year of their own, recurrences left out."""
    return (date for date in dates if date.start is not None or date.end is not None)
