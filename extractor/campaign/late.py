"""Whether the last turn of a recurrence falls behind the end of the run, in the same period.

The run ends on 2026-12-10, the report is due on the 20th of the quarter's last month: the rule
stops before 2026-12-20, and whether that report is wanted is for a person to say.
"""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from extractor.campaign.model import Recurrence
from extractor.campaign.recurrence import occurrences

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def falls_after(recurrence: Recurrence | None, end: str | None) -> bool:
    """Whether a day of the rule lies behind `end` and in the period of `end`."""
    if recurrence is None or recurrence.rule is None or end is None:
        return False
    months = _MONTHS.get(recurrence.every)
    if months is None:
        return False
    last = date.fromisoformat(end)
    endless = recurrence.rule.partition(";UNTIL=")[0]
    period = takewhile(
        lambda day: _period(day, months) == _period(last, months), occurrences(endless, last)
    )
    return any(day > last for day in period)


def _period(day: date, months: int) -> int:
    return (day.year * 12 + day.month - 1) // months
