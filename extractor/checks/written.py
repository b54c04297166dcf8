"""Days as they are written: those that do not exist, weekdays that do not fall on their date.

"trước ngày 31/6/2026" gives `no-such-day`; "Thứ Hai, ngày 06/01/2026" (a Tuesday) `wrong-weekday`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extractor.checks.days import exists
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper

_DATE = (
    r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>20\d\d|19\d\d))?(?![\d/%])"
    r"| tháng (?P<month2>\d{1,2})(?! ?\d)(?: năm (?P<year2>20\d\d|19\d\d))?)"
)
_NAMED = re.compile(rf"(?<!\w)ngày {_DATE}")
_SLASHED = re.compile(r"(?<![\w/.-])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?![\w/-])")
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4,
    "bảy": 5, "7": 5,
}  # fmt: skip
_NAMES = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_DAY_NAME = r"(?:thứ (?P<weekday>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))"
_BEFORE = re.compile(rf"(?<!\w){_DAY_NAME},? *\(? *(?:ngày )?{_DATE}")
_BEHIND = re.compile(rf"(?<!\w)ngày {_DATE} *(?:\(|, ?) *{_DAY_NAME}(?!\w)")
# "lần thứ hai ngày 05/3", "kỳ họp thứ ba": an ordinal, no weekday.
_COUNTED = re.compile(r"\b(?:lần|họp|khóa|cuộc|đợt|phiên|vòng|kỳ|loại|nhóm|hạng|vị trí|người) $")
_NO_DATE = re.compile(r"(?:số|khoản|điểm|mục|điều|phần) $")


def _no_such_day(paper: Paper) -> Iterator[Found]:
    told: set[int] = set()
    for pattern in (_NAMED, _SLASHED):
        for found in pattern.finditer(paper.viewed):
            day, month, year = _parts(found)
            at = found.start("day")
            before = paper.viewed[max(0, found.start() - 8) : found.start()]
            if paper.is_scan or at in told or _NO_DATE.search(before) or exists(day, month, year):
                continue
            told.add(at)
            yield Found(
                f"Không có ngày {paper.text[at : found.end()]}.", paper.source(*found.span())
            )


def _parts(found: re.Match[str]) -> tuple[int, int, int | None]:
    parts = found.groupdict()
    month = parts["month"] or parts.get("month2")
    year = parts["year"] or parts.get("year2")
    return int(parts["day"]), int(month or 0), int(year) if year else None


def _wrong_weekday(paper: Paper) -> Iterator[Found]:
    for pattern in (_BEFORE, _BEHIND):
        for found in pattern.finditer(paper.viewed):
            day, month, year = _parts(found)
            if year is None or not exists(day, month, year):
                continue
            if _COUNTED.search(paper.viewed[max(0, found.start() - 12) : found.start()]):
                continue
            stated = 6 if found["sunday"] else _WEEKDAYS[found["weekday"]]
            real = date(year, month, day).weekday()
            if stated != real:
                message = (
                    f"Ngày {day:02}/{month:02}/{year} là {_NAMES[real]}, ghi {_NAMES[stated]}."
                )
                yield Found(message, paper.source(*found.span()))


RULES = (
    Rule(
        "no-such-day", "error", "Ngày không có trong lịch", "Lịch dương",
        "Kiểm lại ngày, tháng.", _no_such_day,
    ),
    Rule(
        "wrong-weekday", "warning", "Thứ không khớp ngày", "Lịch dương",
        "Kiểm lại thứ hoặc ngày.", _wrong_weekday,
    ),
)  # fmt: skip
