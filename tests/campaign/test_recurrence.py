"""Recurrences: rules by RFC 5545, and the days that they fall on, counted by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from dateutil.rrule import rrulestr

from extractor.campaign.late import falls_after
from extractor.campaign.recurrence import Frame, recurrence

YEAR = Frame(date(2026, 1, 1), date(2026, 12, 31), date(2026, 3, 6))
OPEN = Frame(date(2026, 1, 1), None, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("every", "day", "month", "rule", "days"),
    [
        ("quarter", 5, "last_of_quarter", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=5",
         ["2026-06-05", "2026-09-05", "2026-12-05"]),
        ("quarter", None, None, "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
         ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ("half_year", None, None, "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
         ["2026-06-30", "2026-12-31"]),
        ("half_year", 15, 6, "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15",
         ["2026-06-15", "2026-12-15"]),
        ("year", 15, 11, "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15", ["2026-11-15"]),
        ("year", None, 12, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1", ["2026-12-31"]),
        ("month", 18, None, "FREQ=MONTHLY;BYMONTHDAY=18",
         ["2026-03-18", "2026-04-18", "2026-05-18", "2026-06-18", "2026-07-18"]),
        ("week", None, None, "FREQ=WEEKLY;BYDAY=SU",
         ["2026-03-08", "2026-03-15", "2026-03-22", "2026-03-29", "2026-04-05"]),
        ("day", None, None, "FREQ=DAILY",
         ["2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10", "2026-03-11"]),
    ],
)  # fmt: skip
def test_a_rule_ends_with_the_run_and_tells_its_next_days(
    every: Any, day: int | None, month: Any, rule: str, days: list[str]
) -> None:
    found = recurrence(every, YEAR, day, month)

    assert found.rule == f"{rule};UNTIL=20261231"
    assert list(found.next) == days


def test_a_period_alone_says_that_its_day_was_widened() -> None:
    assert recurrence("quarter", YEAR).basis == "widened"
    assert recurrence("quarter", YEAR, 5, "last_of_quarter").basis == "stated"


@pytest.mark.parametrize(
    ("every", "month"), [("quarter", None), ("year", None), ("half_year", None)]
)
def test_a_day_without_its_month_gives_no_rule(every: Any, month: Any) -> None:
    found = recurrence(every, YEAR, 10, month)

    assert (found.rule, found.start, found.next) == (None, None, ())


@pytest.mark.parametrize(("day", "month"), [(0, 1), (32, 1), (-1, 1), (5, 13), (5, 0)])
def test_a_day_or_month_that_no_calendar_has_gives_no_rule(day: int, month: int) -> None:
    assert recurrence("year", YEAR, day, month).rule is None
    assert recurrence("month", YEAR, day, month).rule is None


def test_next_days_long_after_the_beginning_are_told_at_once() -> None:
    far = Frame(date(1, 1, 1), None, date(9990, 12, 30))

    assert recurrence("day", far).next[0] == "9990-12-31"
    assert recurrence("day", Frame(date(26, 1, 1), date(26, 1, 3), None)).rule == (
        "FREQ=DAILY;UNTIL=00260103"
    )


def test_the_thirtieth_is_the_last_day_of_february() -> None:
    found = recurrence("month", OPEN, 30)

    assert list(found.next) == [
        "2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30", "2026-05-30",
    ]  # fmt: skip


def test_the_first_day_of_a_rule_does_not_move_with_the_day_of_asking() -> None:
    later = Frame(YEAR.first, YEAR.last, date(2026, 7, 1))

    assert recurrence("quarter", YEAR, 5, "last_of_quarter").start == "2026-03-05"
    assert recurrence("quarter", later, 5, "last_of_quarter").start == "2026-03-05"
    assert recurrence("quarter", later, 5, "last_of_quarter").next == ("2026-09-05", "2026-12-05")


def test_without_any_day_to_count_from_there_is_a_rule_and_no_days() -> None:
    found = recurrence("month", Frame(None, None, None), 15)

    assert (found.rule, found.start, found.next) == ("FREQ=MONTHLY;BYMONTHDAY=15", None, ())


def test_another_reader_counts_the_same_days_from_the_first_one() -> None:
    found = recurrence("quarter", YEAR, 5, "last_of_quarter")

    assert found.rule and found.start
    again = rrulestr(found.rule, dtstart=datetime.fromisoformat(found.start))
    assert [day.date().isoformat() for day in again] == [
        "2026-03-05", "2026-06-05", "2026-09-05", "2026-12-05",
    ]  # fmt: skip


def test_a_report_behind_the_end_of_the_run_is_noticed_in_its_own_period_only() -> None:
    short = Frame(date(2026, 2, 2), date(2026, 12, 10), date(2026, 1, 28))
    report = recurrence("quarter", short, 20, "last_of_quarter")

    assert falls_after(report, "2026-12-10")
    assert not falls_after(report, "2026-12-20")
    assert not falls_after(report, "2026-12-31")
    assert not falls_after(recurrence("week", short), "2026-12-10")
