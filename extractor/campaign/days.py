"""Dates of a record as the days of a campaign: the day, and whether it was stated or widened.

`first_day("2026")` is 2026-01-01, stated no closer than the year; `last_day("2026-02")` is
2026-02-28. A date that stands in no calendar ("2026-02-30") is None.
"""

from __future__ import annotations

from datetime import date

from extractor.campaign.model import Day, DayBasis
from extractor.plan import days

_FULL = 10  # characters of 2026-06-04


def first_day(stated: str | None) -> Day | None:
    """The first day that `stated` (YYYY, YYYY-MM, YYYY-MM-DD) covers."""
    return _day(stated, days.first_day(stated))


def last_day(stated: str | None) -> Day | None:
    """The last day that `stated` covers: by then it is due."""
    return _day(stated, days.last_day(stated))


def real(day: Day | None) -> date | None:
    """The day as a date to count with."""
    return date.fromisoformat(day.day) if day else None


def _day(stated: str | None, found: date | None) -> Day | None:
    if not stated or found is None:
        return None
    basis: DayBasis = "stated" if len(stated) == _FULL else "widened"
    return Day(stated=stated, day=found.isoformat(), basis=basis)
