"""Periods and days that are said apart: "định kỳ hằng năm báo cáo … chậm nhất ngày 17 tháng
12".

A day without a year takes the period that its clause names; a period that found its day stands
no more for itself. "6 tháng, năm … ngày 15/6 và 15/12" pairs them in order. A period whose round
has a full date ("6 tháng (trước ngày 20/6/2026)") names the round, and recurs not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.recognise.model import DateMention

_BESIDE = 2  # " (": what may part a period from the day of its round


def is_plain(date: DateMention) -> bool:
    """Whether a date is a period without any day or month."""
    return date.kind == "recurrence" and date.due_day is None and date.due_month is None


def is_yearless(date: DateMention) -> bool:
    """Whether a date is a day or month that lacks both year and period."""
    said = date.due_day is not None or date.due_month is not None
    return said and date.every is None and date.end is None and date.start is None


def paired(dates: Sequence[DateMention]) -> list[DateMention]:
    """The dates of one act, with days and periods that belong together joined, in order."""
    dates = [date for date in dates if not _names_round(date, dates)]
    plain = [date for date in dates if is_plain(date)]
    days = [date for date in dates if is_yearless(date)]
    if not days:
        full = {date.every for date in dates if date.every and not is_plain(date)}
        return [date for date in dates if not (is_plain(date) and date.every in full)]
    periods = [date.every for date in plain] if len(plain) == len(days) else []
    single = plain[0].every if len(plain) == 1 else None
    joined = [
        replace(day, every=(periods[i] if periods else single) or _own_period(day))
        for i, day in enumerate(days)
    ]
    kept = [date for date in dates if date not in days and date not in plain]
    return sorted([*kept, *(day for day in joined if day.every)], key=lambda date: date.span.start)


def _names_round(date: DateMention, dates: Sequence[DateMention]) -> bool:
    """Whether a period only names the round that a full date right behind it is set for."""
    return is_plain(date) and any(
        other.deadline and other.end and 0 <= other.span.start - date.span.end <= _BESIDE
        for other in dates
    )


def _own_period(day: DateMention) -> str | None:
    return "year" if day.due_month is not None else None
