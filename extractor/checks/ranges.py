"""Ranges of time as a text writes them: "từ ngày 20/5/2026 đến ngày 15/6/2026".

In: a viewed text. Out: `Range("2026-05-20", "2026-06-15", 40, 77)` for each, dates cut to what is
stated. Days, months, quarters and years; "từ … đến …", "… - …", "bắt đầu …, kết thúc …". Where only
the end has a year ("từ 20/5 đến 15/6/2026") the beginning has the same, unless the turn of the year
may lie between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.days import exists

_HOUR = r"(?:\d{1,2} ?(?:giờ|h) ?(?:\d{2})?(?: phút)?,? ?)?"
_TO = r"(?: ?- ?|,? (?:đến|tới)(?: hết)? )"
_END = r",? (?:và )?(?:kết thúc|bế mạc|bế giảng)(?: vào| trước| trong)? "


def _day(at: str, year: str = "") -> str:
    """A day of the pattern, its groups named with `at`; `year` is "?" where it may be left out."""
    return (
        rf"{_HOUR}(?:ngày )?(?P<d{at}>\d{{1,2}})(?:[/.]| tháng )(?P<m{at}>\d{{1,2}})"
        rf"(?:(?:[/.]| năm )(?P<y{at}>20\d\d)){year}"
    )


_DAYS = re.compile(rf"(?<![\d/.])(?:từ )?{_day('1', '?')}{_TO}{_day('2')}(?![\d/])")
_BEGUN = re.compile(
    rf"\b(?:bắt đầu|khai mạc|khai giảng)(?: từ| vào)? {_day('1')}{_END}{_day('2')}(?![\d/])"
)
_MONTHS = re.compile(
    rf"\b(?:từ )(?:đầu )?tháng (?P<m1>\d{{1,2}})(?:/| năm )(?P<y1>20\d\d){_TO}"
    r"(?:cuối )?tháng (?P<m2>\d{1,2})(?:/| năm )(?P<y2>20\d\d)"
)
_QUARTER = r"quý (?P<q{at}>iv|i{{1,3}}|[1-4])"
_QUARTERS = re.compile(
    rf"\b(?:từ )?{_QUARTER.format(at=1)}(?:(?: ?/ ?| năm )(?P<y1>20\d\d))?{_TO}"
    rf"{_QUARTER.format(at=2)}(?: ?/ ?| năm )(?P<y2>20\d\d)"
)
_YEARS = re.compile(rf"\b(?:giai đoạn|từ năm) (?P<y1>20\d\d){_TO}(?:năm )?(?P<y2>20\d\d)(?![\d/])")
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NEAR = 3  # months: an end so little before its beginning is no turn of the year


class Range(NamedTuple):
    """Both ends as ISO 8601, cut to what is stated, and where the words stand."""

    start: str
    end: str
    at: int
    to: int


def ranges(viewed: str) -> Iterator[Range]:
    """Every range whose two ends are real dates."""
    for pattern in (_DAYS, _BEGUN, _MONTHS, _QUARTERS, _YEARS):
        for found in pattern.finditer(viewed):
            parts = {name: value for name, value in found.groupdict().items() if value}
            start, end = _iso(parts, "1"), _iso(parts, "2")
            if start and end and not _may_turn(parts, start, end):
                yield Range(start, end, found.start(), found.end())


def _iso(parts: dict[str, str], at: str) -> str | None:
    """The date of one end; a year that is left out is that of the other end."""
    year = int(parts.get(f"y{at}") or parts["y2"])
    if f"q{at}" in parts:
        return f"{year}-{3 * _NUMBERS[parts[f'q{at}']]:02}"
    if f"m{at}" not in parts:
        return str(year)
    month, day = int(parts[f"m{at}"]), parts.get(f"d{at}")
    if not exists(int(day or 1), month, year):
        return None  # another rule tells of days that are none
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _may_turn(parts: dict[str, str], start: str, end: str) -> bool:
    """Whether a beginning without a year may be of the year before: "từ 20/12 đến 15/02/2027"."""
    if "y1" in parts or start <= end:
        return False
    return int(start[5:7]) - int(end[5:7]) > _NEAR
