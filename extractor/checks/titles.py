"""The title held against the body: the campaign's name, the years.

A title with “Chính quyền gần dân, hồ sơ thông suốt” and a body with “Chính quyền gần dân, hồ sơ
thông thoáng” gives `theme-differs` at the latter, and so does any other name where the plan is
issued or closed; "năm 2026" in the title over a run, an issuing or a closing sentence of 2025
`title-years`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.checks.restated import restated
from extractor.plan.days import first_day, last_day
from extractor.text import folded
from extractor.view import view

_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"\n]{12,200})[”\"]")
_ALIKE = 0.8  # of the characters; less may be another campaign
_FEWEST_WORDS = 4
_CITED = re.compile(r"số \d[^“”]{0,180}$")
_HEAD = re.compile(
    r"phong trào|cuộc vận động|chiến dịch|tháng hành động|tuần lễ|mô hình|đợt thi đua|cao điểm"
    r"|hội thi|cuộc thi|chương trình|đề án|dự án|đợt"
)
_ANOTHERS = re.compile(r"hưởng ứng|chào mừng|theo|gắn với|lồng ghép|góp phần|nhằm|của|kết hợp")
_BEFORE_NAME = 40  # characters before a quoted name in which it is said what is named
_YEARS = re.compile(
    r"(?:giai đoạn|năm học|nhiệm kỳ) *(?P<first>20\d\d) *- *(?P<last>20\d\d)|năm (?P<year>20\d\d)"
)
_DAY_BEFORE = re.compile(r"(?:ngày|tháng|/)[^,;]{0,25}$")
_OF_ANOTHER = re.compile(r"\b(?:luật|pháp lệnh|hiến pháp|so với|hơn|kết quả)\b[^,;]{0,80}$")


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
        yield _another(paper, theme, found)
    yield from _other_theme(paper)


def _other_theme(paper: Paper) -> Iterator[Found]:
    """Another name where the title is said again, of the same kind of thing and instead of it."""
    theme, title = paper.plan.document.theme, view(paper.plan.document.title or "")
    if not theme or paper.is_scan:
        return
    wanted, kind = _key(theme), _kind(title.partition(view(theme))[0])
    for span in restated(paper):
        names = list(_QUOTED.finditer(paper.text, span.start, span.end))
        keys = [_key(found["name"]) for found in names]
        if not kind or any(_is_like(wanted, key) for key in keys):
            continue
        for found in names:
            before = paper.viewed[max(span.start, found.start() - _BEFORE_NAME) : found.start()]
            if _kind(before) == kind and not _ANOTHERS.search(before):
                yield _another(paper, theme, found)


def _kind(before: str) -> str | None:
    """What a quoted name is the name of: the last such word before it."""
    found = _HEAD.findall(before[-_BEFORE_NAME:])
    return found[-1] if found else None


def _another(paper: Paper, theme: str, found: re.Match[str]) -> Found:
    return Found(
        f"Tên trong trích yếu là “{theme}”, ở đây lại ghi “{found['name']}”.",
        paper.source(found.start("name"), found.end("name")),
    )


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", folded(name)))


def _differs(wanted: str, name: str) -> bool:
    """Whether two names are nearly one: not the same, neither the other's beginning or part."""
    if name in wanted or wanted in name:
        return False
    return _is_like(wanted, name)


def _is_like(wanted: str, name: str) -> bool:
    """Whether two names are one or nearly one."""
    if name in wanted or wanted in name:
        return True
    return SequenceMatcher(None, wanted, name, autojunk=False).ratio() >= _ALIKE


def _years(paper: Paper) -> Iterator[Found]:
    yield from _years_of_run(paper)
    yield from _years_restated(paper)


def _years_restated(paper: Paper) -> Iterator[Found]:
    wanted = _stated(view(paper.plan.document.title or ""))
    for span in restated(paper) if wanted else ():
        found = _year_of(paper.viewed[span.start : span.end])
        if not (wanted and found):
            continue
        first, last = _bounds(found)
        if last < wanted[0] or first > wanted[1]:
            start, end = span.start + found.start(), span.start + found.end()
            message = f"Trích yếu nói {_said(*wanted)}, ở đây lại là {_said(first, last)}."
            yield Found(message, paper.source(start, end))


def _said(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} - {last}"


def _years_of_run(paper: Paper) -> Iterator[Found]:
    title, run = paper.plan.document.title, paper.run
    if not title or run is None or not (run.start and run.end):
        return
    stated = _stated(view(title))
    if stated is None or run.source.text in title or title in run.source.text:
        return
    first, last = stated
    start, end = first_day(run.start), last_day(run.end)
    if start and end and (end.year < first or start.year > last):
        lasts = f"{start.year} - {end.year}"
        message = f"Trích yếu nói {_said(first, last)}, thời gian thực hiện lại là {lasts}."
        yield Found(message, run.source)


def _stated(title: str) -> tuple[int, int] | None:
    """The years that a title ends with; those of a cited document's date are none."""
    found = _year_of(title)
    return _bounds(found) if found else None


def _year_of(text: str) -> re.Match[str] | None:
    found = [x for x in _YEARS.finditer(text) if not _DAY_BEFORE.search(text[: x.start()])]
    if len(found) != 1 or _OF_ANOTHER.search(text[: found[0].start()]):
        return None
    return found[0]


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    return int(found["first"] or found["year"]), int(found["last"] or found["year"])


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
