"""Dates of a record as days: `2026` as a deadline is 31 December 2026, `2026-06` is 30 June.

A deadline cut to its year or month is kept on its last day, so `2026` and `2026-12` are one time.
A start is the first day: `2026` is 1 January.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
Order = Literal["same", "earlier", "later"]


def last_day(stated: str | None) -> date | None:
    """The last day of the time stated; None where there is none, or no such day."""
    return _day(stated, last=True)


def first_day(stated: str | None) -> date | None:
    """The first day of the time stated."""
    return _day(stated, last=False)


def order(a: date | None, b: date | None) -> Order | None:
    """Where b lies as seen from a; None unless both are known."""
    if a is None or b is None:
        return None
    if a == b:
        return "same"
    return "earlier" if b < a else "later"


def _day(stated: str | None, *, last: bool) -> date | None:
    found = _ISO.fullmatch(stated or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    month = month or (12 if last else 1)
    try:
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except (ValueError, IndexError):  # a thirteenth month is a reading error, no date
        return None
