"""Deadlines as sentences state them, wherever in the body: "hoàn thành trước ngày 30/3/2026".

In: a paper. Out: `Deadline("2026-03-30", 812, 844)` for each. Only words that set a time for work
count: finishing ("xong", "hoàn tất"), "chậm nhất", or an order that ends with "trước ngày …".
"được cấp trước ngày …", "đã hoàn thành trước …" and parts that tell the situation set none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.days import exists
from extractor.checks.paper import Line, Paper
from extractor.lexicon.load import load
from extractor.view import view

_DATE = (
    r"(?:(?:ngày )?(?P<d1>\d{1,2})[/.](?P<m1>\d{1,2})[/.](?P<y1>20\d\d)"
    r"|ngày (?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2}) năm (?P<y2>20\d\d)"
    r"|(?:tháng )?(?P<m3>\d{1,2})(?:[/.]| năm )(?P<y3>20\d\d)"
    r"|quý (?P<quarter>iv|i{1,3}|[1-4])(?: ?[/.] ?| năm )(?P<y4>20\d\d))(?![\d/])"
)
_FINISH = r"(?:hoàn thành|hoàn tất|xong|kết thúc)(?: việc)?"
_BY = r"(?:trước|trong|vào|đến hết|chậm nhất(?: là)?(?: vào| trước| trong)?)"
_FINISHED = re.compile(rf"\b{_FINISH} {_BY} {_DATE}")
_LATEST = re.compile(
    rf"\b(?:(?:chậm nhất|muộn nhất|không muộn hơn)(?: là| vào| đến)?(?: trước| hết)?"
    rf"|(?:thời hạn|thời gian|hạn) (?:hoàn thành|nộp|gửi|xong) ?:?(?: trước| trong| là)?) {_DATE}"
)
_BEFORE = re.compile(rf"\btrước {_DATE}(?= *(?:[.;)]|$))", re.MULTILINE)
_PAST = re.compile(
    r"\b(?:đã|còn hiệu lực|có hiệu lực|tồn đọng|kể từ|tính đến|so với|trước đây|số liệu"
    r"|kết quả đạt)\b"
)
# "giấy tờ cấp trước ngày …": the time of what is spoken of, not of the work.
_OF_THINGS = re.compile(
    r"\bđược\b|\b(?:ban hành|cấp|ký|ký kết|nộp|tiếp nhận|thành lập|phê duyệt|công nhận|đăng ký"
    r"|xây dựng|khởi công|sử dụng|hoạt động|áp dụng|sinh|tham gia|kết nạp|có)$"
)
_SITUATION = re.compile(
    r"thực trạng|tình hình|kết quả|đặc điểm|đánh giá|sự cần thiết|bối cảnh|khái quát"
)
_ROMAN = re.compile(r"^[IVX]{1,6}\s?[.)/-]")
_MARK = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[a-zđ]\))?\s*")
_CLAUSE = re.compile(r"[;:]|\.(?!\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Deadline(NamedTuple):
    """A date (ISO 8601, cut to what is stated) and the words that set it."""

    date: str
    start: int
    end: int


def deadlines(paper: Paper) -> Iterator[Deadline]:
    """Every deadline that a sentence of the body sets for work, in the order of the page."""
    situation = False
    for line in paper.lines:
        if not paper.title_start < line.start < paper.foot:
            continue
        if _ROMAN.match(line.text.lstrip()):
            situation = bool(_SITUATION.search(view(line.text)))
        if not situation:
            yield from _of_line(line)


def _of_line(line: Line) -> Iterator[Deadline]:
    viewed = view(line.text)
    ends: set[int] = set()
    for pattern in (_FINISHED, _LATEST, _BEFORE):
        for found in pattern.finditer(viewed):
            clause = _clause(viewed, found.start())
            if found.end() in ends or _PAST.search(clause):
                continue
            if pattern is _BEFORE and (_OF_THINGS.search(clause) or not _is_order(clause)):
                continue
            date = _iso(found)
            if date:
                ends.add(found.end())
                yield Deadline(date, line.start + found.start(), line.start + found.end())


def _clause(viewed: str, at: int) -> str:
    """The words of the clause before `at`, without a number in front."""
    starts = [cut.end() for cut in _CLAUSE.finditer(viewed, 0, at)]
    return _MARK.sub("", viewed[starts[-1] if starts else 0 : at], count=1).strip()


def _is_order(clause: str) -> bool:
    """Whether a clause begins with the verb of what is to be done: "ban hành hướng dẫn …"."""
    return any(load(name).at(clause, 0) for name in ("verbs", "task_verbs"))


def _iso(found: re.Match[str]) -> str | None:
    parts = found.groupdict()
    if parts["quarter"]:
        return f"{parts['y4']}-{3 * _QUARTERS[parts['quarter']]:02}"
    for at in "12":
        if parts[f"y{at}"]:
            year, month, day = (int(parts[f"{part}{at}"]) for part in "ymd")
            return f"{year}-{month:02}-{day:02}" if exists(day, month, year) else None
    month = int(parts["m3"])
    return f"{parts['y3']}-{month:02}" if 1 <= month <= 12 else None
