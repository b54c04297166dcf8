"""Dates that the head of a column or of a row states, and the ends of stages told elsewhere.

`stated_in("quý i/2026")` is `"2026-03"`, of "đợt 1, hoàn thành 30/4/2026" `"2026-04-30"`, of
"năm học 2024 - 2025" `"2025"`. A column "Đợt 2" without a date ends when the line "- Đợt 2: Từ
ngày … đến ngày …" of the plan says. A quarter is its last month (the contract, conventions).
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.targets.due import stated_by
from extractor.outline.model import Part
from extractor.view import view

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?!\d)")
_QUARTER = re.compile(r"(?<!\w)quý (iv|i{1,3}|[1-4])(?!\w)")
_MONTH = re.compile(r"(?<!\w)tháng (\d{1,2})(?!\d)")
_MONTHS = re.compile(r"(?<!\w)(\d{1,2}) tháng(?: đầu năm)?(?!\w)")
_STAGE = re.compile(r"(?:đợt|vụ|giai đoạn) (?:\d{1,2}|iv|i{1,3})(?!\w)")
_PERIOD = re.compile(
    r"(?:đến |hết |cả )?(?:(?:quý|tháng) [\div]{1,3}|\d{1,2} tháng(?: đầu năm)?|năm)"
    r"(?:[ /,-]*(?:năm )?20\d\d)?"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_LAST_MONTH = 12


def stated_in(head: str, year: str | None = None) -> str | None:
    """The date in the view of a head; a quarter or month without a year is of `year`."""
    if day := _DAY.search(head):
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    years = _YEAR.findall(head)
    year = years[-1] if years else year
    month = _month(head)
    if year is None or (not years and month is None):
        return None
    return f"{year}-{month:02}" if month else year


def is_period(text: str) -> bool:
    """Whether the view of a cell is a period and no more: "quý i/2026", "tháng 6", "cả năm"."""
    return _PERIOD.fullmatch(text.strip(" :-")) is not None


def _month(head: str) -> int | None:
    """The month that ends a quarter, some months of a year or is named itself."""
    if quarter := _QUARTER.search(head):
        return 3 * (_QUARTERS.get(quarter[1]) or int(quarter[1]))
    named = _MONTH.search(head) or _MONTHS.search(head)
    month = int(named[1]) if named else 0
    return month if 1 <= month <= _LAST_MONTH else None


def stage_in(head: str) -> str:
    """The stage that a head names by its number ("đợt 1"); empty where it names none."""
    found = _STAGE.match(head.strip())
    return found.group() if found else ""


def stage_end(reading: Reading, stage: str) -> str | None:
    """When a stage ends by the lines that begin with its name; None where they differ."""
    ends: set[str] = set()
    for node in reading.nodes(parts=(Part.BODY, Part.ANNEX)):
        said = view(reading.slice(node.text))
        if stage_in(said) == stage and (end := stated_by(reading, node.text)):
            ends.add(end)
    return ends.pop() if len(ends) == 1 else None
