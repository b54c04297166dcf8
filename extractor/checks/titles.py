"""The title held against the body: the campaign's name, the years.

A title with “Chính quyền gần dân, hồ sơ thông suốt” and a body with “Chính quyền gần dân, hồ sơ
thông thoáng” gives `theme-differs` at the latter; "năm 2026" in the title over a run of 2025 gives
`title-years`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.plan.days import first_day, last_day
from extractor.text import folded
from extractor.view import view

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"\n]{12,200})[”\"]")
_ALIKE = 0.8  # of the characters; less may be another campaign
_FEWEST_WORDS = 4
_CITED = re.compile(r"số \d[^“”]{0,180}$")
_YEARS = re.compile(
    r"(?:giai đoạn|năm học|nhiệm kỳ) *(?P<first>20\d\d) *- *(?P<last>20\d\d)|năm (?P<year>20\d\d)"
)
_DAY_BEFORE = re.compile(r"(?:ngày|tháng|/)[^,;]{0,25}$")


def _theme(paper: Paper) -> Iterator[Found]:
    theme = paper.plan.document.theme
    if not theme or len(folded(theme).split()) < _FEWEST_WORDS or paper.is_scan:
        return
    wanted, told = _key(theme), set()
    for found in _QUOTED.finditer(paper.text, paper.title_start):
        name = _key(found["name"])
        if name in told or not _differs(wanted, name):
            continue
        if _CITED.search(paper.viewed[max(0, found.start() - 200) : found.start()]):
            continue  # another document's own title, quoted as it is
        told.add(name)
        yield Found(
            f"Tên trong trích yếu là “{theme}”, ở đây lại ghi “{found['name']}”.",
            paper.source(found.start("name"), found.end("name")),
        )


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", folded(name)))


def _differs(wanted: str, name: str) -> bool:
    """Whether two names are nearly one: not the same, neither the other's beginning or part."""
    if name == wanted or name in wanted or wanted in name:
        return False
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio() >= _ALIKE


def _years(paper: Paper) -> Iterator[Found]:
    title, run = paper.plan.document.title, paper.run
    if not title or run is None or not (run.start and run.end):
        return
    stated = _stated(view(title))
    if stated is None or run.source.text in title or title in run.source.text:
        return
    first, last = stated
    start, end = first_day(run.start), last_day(run.end)
    if start and end and (end.year < first or start.year > last):
        span = first if first == last else f"{first} - {last}"
        message = f"Trích yếu nói {span}, thời gian thực hiện lại là {start.year} - {end.year}."
        yield Found(message, run.source)


def _stated(title: str) -> tuple[int, int] | None:
    """The years that a title ends with; those of a cited document's date are none."""
    found = [x for x in _YEARS.finditer(title) if not _DAY_BEFORE.search(title[: x.start()])]
    if len(found) != 1:
        return None
    one = found[0]
    return int(one["first"] or one["year"]), int(one["last"] or one["year"])


RULES = (
    Rule(
        "theme-differs", "warning", "Tên phong trào, mô hình không thống nhất",
        "Trích yếu và nội dung nói về một việc nên phải cùng một tên",
        "Sửa cho thống nhất với tên trong trích yếu.", _theme,
    ),
    Rule(
        "title-years", "error", "Năm trong trích yếu khác thời gian thực hiện",
        "Trích yếu và nội dung của một văn bản phải khớp nhau",
        "Kiểm lại năm, giai đoạn trong trích yếu và mục thời gian.", _years,
    ),
)  # fmt: skip
