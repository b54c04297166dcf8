"""Real days from dates as stated: nothing is guessed, and widening is said."""

from __future__ import annotations

import pytest

from extractor.campaign.days import first_day, last_day
from extractor.campaign.model import Day


@pytest.mark.parametrize(
    ("stated", "first", "last", "basis"),
    [
        ("2026", "2026-01-01", "2026-12-31", "widened"),
        ("2026-03", "2026-03-01", "2026-03-31", "widened"),
        ("2026-02", "2026-02-01", "2026-02-28", "widened"),
        ("2028-02", "2028-02-01", "2028-02-29", "widened"),
        ("2026-06-04", "2026-06-04", "2026-06-04", "stated"),
    ],
)
def test_a_date_has_its_first_and_its_last_day(
    stated: str, first: str, last: str, basis: str
) -> None:
    assert first_day(stated) == Day(stated=stated, day=first, basis=basis)  # type: ignore[arg-type]
    assert last_day(stated) == Day(stated=stated, day=last, basis=basis)  # type: ignore[arg-type]


@pytest.mark.parametrize("stated", [None, "", "2026-02-30", "2025-02-29", "0000", "2026-13"])
def test_what_stands_in_no_calendar_is_no_day(stated: str | None) -> None:
    assert first_day(stated) is None
    assert last_day(stated) is None
