"""Dates as records carry them, cut to what is stated, and what can be said of two of them.

`surely_before("2025-12", "2026-01-10")` is true; `surely_before("2026", "2026-01-10")` is not: the
year may mean its last day. `printed("2026-03")` is `03/2026`.
"""

from __future__ import annotations

import calendar
import re

WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")


def first_day(date: str) -> str:
    """The first day that `date` may mean: `2026-03` is `2026-03-01`."""
    return (date + "-01-01")[:10] if len(date) == 4 else (date + "-01")[:10]


def last_day(date: str) -> str:
    """The last day that `date` may mean: `2026-02` is `2026-02-28`."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        year, month = int(date[:4]), int(date[5:])
        return f"{date}-{calendar.monthrange(year, month)[1]:02}"
    return date


def surely_before(one: str, other: str) -> bool:
    """Whether every day that `one` may mean lies before every day that `other` may mean."""
    return last_day(one) < first_day(other)


def months_between(one: str, other: str) -> int:
    """Whole months from the end of `one` to the end of `other`; negative where that is earlier."""
    a, b = last_day(one), last_day(other)
    return (int(b[:4]) - int(a[:4])) * 12 + int(b[5:7]) - int(a[5:7])


def printed(date: str) -> str:
    """A date as Vietnamese documents print it: `2026-03-05` is `05/03/2026`."""
    return "/".join(reversed(date.split("-")))


def exists(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; without a year 29 February is given the benefit of the doubt."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(year if year else 2024, month)[1]
