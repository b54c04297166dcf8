"""From a date mention to a window: dates, period, day and month due, as the contract prints them.

"trước ngày 15 tháng 11 hằng năm" becomes `every` year, `due_day` 15, `due_month` 11; a day and month
without a year of their own recur each year.
"""

from __future__ import annotations

from extractor.fields.context import Reading, source_of
from extractor.plan.model import TimeWindow, WindowKind
from extractor.recognise.model import DateMention
from extractor.span import Span


def window(
    reading: Reading,
    kind: WindowKind,
    label: str | None,
    date: DateMention,
    evidence: Span,
    *,
    rule: str,
    confidence: float = 0.85,
    deadline: bool = False,
) -> TimeWindow:
    """The window that `date` opens; `deadline` keeps its end alone (a single act's time)."""
    recurs = date.kind == "recurrence" or (date.due_day is not None and date.end is None)
    every = date.every or ("year" if recurs and date.due_month is not None else None)
    return TimeWindow(
        kind=kind,
        label=label,
        start=None if recurs or deadline or date.deadline else date.start,
        end=None if recurs else date.end,
        every=every if recurs else None,  # type: ignore[arg-type]
        due_day=date.due_day if recurs else None,
        due_month=date.due_month if recurs else None,  # type: ignore[arg-type]
        source=source_of(reading, evidence),
        rule=rule,
        confidence=confidence,
    )


def usable(date: DateMention) -> bool:
    """Whether a mention says a time at all: a date, a range or a recurrence."""
    return bool(date.start or date.end or date.every or date.due_day)


def is_range(date: DateMention) -> bool:
    """Whether a mention opens a span of time with two ends stated."""
    return date.kind == "range" and date.start is not None and date.end is not None
