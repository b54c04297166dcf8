"""What can be said of two dates of a record, each cut to what is stated.

`surely_before("2025-12", "2026-01-10")` is true; `surely_before("2026", "2026-01-10")` is not: the
year may mean its last day. `printed("2026-03")` is `03/2026`.
"""

from __future__ import annotations

import calendar
import re

from extractor.plan.days import first_day, last_day

WHOLE = re.compile(r"\d{4}-\d{2}-\d{2}")


def surely_before(one: str, other: str) -> bool:
    """Whether every day that `one` may mean lies before every day that `other` may mean."""
    end, start = last_day(one), first_day(other)
    return end is not None and start is not None and end < start


def months_between(one: str, other: str) -> int:
    """Whole months from the end of `one` to the end of `other`; negative where that is earlier."""
    a, b = last_day(one), last_day(other)
    return (b.year - a.year) * 12 + b.month - a.month if a and b else 0


def printed(date: str) -> str:
    """A date as Vietnamese documents print it: `2026-03-05` is `05/03/2026`."""
    return "/".join(reversed(date.split("-")))


def exists(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; without a year 29 February is given the benefit of the doubt."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(year if year else 2024, month)[1]
