"""From a date as stated to the real first or last day it stands for.

`first_day("2026")` is 2026-01-01, stated no closer than the year; `last_day("2026-02")` is
2026-02-28. A date that stands in no calendar ("2026-02-30") is None: nobody may guess which day
was meant. Years before the first and after the last that Python counts are None too.
"""

from __future__ import annotations

import calendar
from datetime import date

from extractor.campaign.model import Day, DayBasis

_FULL = 10  # characters of 2026-06-04


def first_day(stated: str | None) -> Day | None:
    """The first day that `stated` (YYYY, YYYY-MM, YYYY-MM-DD) covers."""
    return _day(stated, last=False)


def last_day(stated: str | None) -> Day | None:
    """The last day that `stated` covers: by then it is due."""
    return _day(stated, last=True)


def real(day: Day | None) -> date | None:
    """The day as a date to count with."""
    return date.fromisoformat(day.day) if day else None


def _day(stated: str | None, *, last: bool) -> Day | None:
    if not stated:
        return None
    try:
        year, month, number = _parts(stated, last)
        found = date(year, month, number)
    except (ValueError, OverflowError):
        return None
    basis: DayBasis = "stated" if len(stated) == _FULL else "widened"
    return Day(stated=stated, day=found.isoformat(), basis=basis)


def _parts(stated: str, last: bool) -> tuple[int, int, int]:
    given = [int(part) for part in stated.split("-")]
    if len(given) == 3:
        return given[0], given[1], given[2]
    year = given[0]
    month = given[1] if len(given) == 2 else (12 if last else 1)
    return year, month, _length(year, month) if last else 1


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
