"""Dates of a record as days: what is stated as `2026` or `2026-02` has a first and a last day.

`first_day("2026")` is 1 January 2026, `last_day("2026-02")` is 28 February 2026. A date that stands
in no calendar ("2026-02-30") is None: nobody may guess which day was meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def first_day(stated: str | None) -> date | None:
    """The first day that `stated` (YYYY, YYYY-MM, YYYY-MM-DD) covers; None where there is none."""
    return _day(stated, last=False)


def last_day(stated: str | None) -> date | None:
    """The last day that `stated` covers: by then it is due."""
    return _day(stated, last=True)


def dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be of one day: equal, or one cut short, or one not stated."""
    return not one or not other or one.startswith(other) or other.startswith(one)


def _day(stated: str | None, *, last: bool) -> date | None:
    found = _ISO.fullmatch(stated or "")
    if not found:
        return None
    year = int(found[1])
    month = int(found[2] or (12 if last else 1))
    try:
        return date(year, month, int(found[3] or (monthrange(year, month)[1] if last else 1)))
    except (ValueError, IndexError, OverflowError):
        return None
