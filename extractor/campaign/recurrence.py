"""What comes again, as an RFC 5545 RRULE and its next days.

"trước ngày 05 tháng cuối quý" (every quarter, day 5, last month of the quarter) is
`FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5`. A period without a day ("hằng quý") is due when the
period ends, and says that this was widened. A day without its month ("ngày 10 hằng quý") gives no
rule: which month is for a person to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Literal

from dateutil.rrule import rrulestr

from extractor.campaign.model import DayBasis, Recurrence
from extractor.plan.model import Period

DueMonth = int | Literal["last_of_quarter"] | None
_NEXT = 5
_ENDS: dict[str, tuple[int, ...]] = {  # the months with which a period ends
    "quarter": (3, 6, 9, 12),
    "half_year": (6, 12),
    "year": (12,),
}
_STEPS = {"quarter": 3, "half_year": 6, "year": 12}
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Frame:
    """Between which days a recurrence is counted, and after which its next days are told."""

    first: date | None
    last: date | None
    as_of: date | None


def recurrence(
    every: Period, frame: Frame, due_day: int | None = None, due_month: DueMonth = None
) -> Recurrence:
    """The recurrence with its rule, first day and next five days, as far as they can be known."""
    bare, basis = _rule(every, due_day, due_month)
    if bare is None:
        return Recurrence(every=every, rule=None, basis=None, start=None, next=())
    rule = f"{bare};UNTIL={_compact(frame.last)}" if frame.last else bare
    begin = frame.first or frame.as_of
    return Recurrence(
        every=every,
        rule=rule,
        basis=basis,
        start=next((day.isoformat() for day in occurrences(rule, begin)), None),
        next=tuple(day.isoformat() for day in _after(rule, begin, frame.as_of)),
    )


def occurrences(rule: str, begin: date | None) -> Iterator[date]:
    """The days of `rule` from `begin` on; none where nothing says when to begin."""
    if begin is None:
        return
    found = rrulestr(rule, dtstart=datetime(begin.year, begin.month, begin.day))
    for moment in found:
        yield moment.date()


def _after(rule: str, begin: date | None, as_of: date | None) -> Iterator[date]:
    if begin is None:
        return
    floor = as_of or begin
    # Every rule falls on the same days wherever it is begun, so nothing before is counted through.
    later = (day for day in occurrences(rule, max(begin, floor)) if day > floor)
    yield from islice(later, _NEXT)


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _rule(
    every: Period, day: int | None, month: DueMonth
) -> tuple[str, DayBasis] | tuple[None, None]:
    if (day is not None and not 1 <= day <= 31) or (
        isinstance(month, int) and not 1 <= month <= 12
    ):
        return None, None
    if every == "day":
        return "FREQ=DAILY", "stated"
    if every == "week":
        return "FREQ=WEEKLY;BYDAY=SU", "widened"
    if every == "month":
        return f"FREQ=MONTHLY;{_month_day(day)}", _basis(day)
    months = _months(every, day, month)
    if months is None:
        return None, None
    listed = ",".join(str(number) for number in months)
    return f"FREQ=YEARLY;BYMONTH={listed};{_year_day(day, months)}", _basis(day)


def _months(every: Period, day: int | None, month: DueMonth) -> tuple[int, ...] | None:
    """The months in which it falls; None where a day is stated without its month."""
    if isinstance(month, int):
        step = _STEPS[every]
        return tuple(sorted((month - 1 + ahead) % 12 + 1 for ahead in range(0, 12, step)))
    if month == "last_of_quarter" and every == "quarter":
        return _ENDS["quarter"]
    return _ENDS[every] if day is None and month is None else None


def _basis(day: int | None) -> DayBasis:
    return "widened" if day is None else "stated"


def _month_day(day: int | None) -> str:
    # The 30th of a month that has none is its last day: a report is not left out in February.
    if day is None or day >= 31:
        return "BYMONTHDAY=-1"
    if day <= 28:
        return f"BYMONTHDAY={day}"
    return f"BYMONTHDAY={','.join(str(n) for n in range(28, day + 1))};BYSETPOS=-1"


def _year_day(day: int | None, months: tuple[int, ...]) -> str:
    # Beyond the shortest of its months a day counts as the last one of each.
    shortest = min(_LENGTHS[month - 1] for month in months)
    if day is None or day > shortest or (day == 29 and shortest == 29):
        return "BYMONTHDAY=-1"
    return f"BYMONTHDAY={day}"
