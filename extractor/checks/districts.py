"""Bodies that ended, in plans issued since: the districts' (1 July 2025), merged departments.

"UBND các huyện" among those who get work or the plan itself gives `district-body`, "Sở Thông tin và
Truyền thông" in a plan of 2026 `ended-body` (lexicon `ended_bodies`, 1 March 2025). Names with
"cũ", "trước đây" speak of the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.days import surely_before
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.lexicon.load import load
from extractor.plan.model import Source
from extractor.view import view

_ENDED = "2025-06-30"  # the last day of the districts
_MERGED = "2025-02-28"  # the last day of the departments as they were
_DISTRICT = re.compile(r"\b(?:cấp huyện|huyện|thị trấn)\b")
_WITH = re.compile(r"(?:phối hợp (?:với|cùng)|giao|đề nghị|báo cáo|gửi(?: về)?)(?: các)? $")
_CUE = 30  # characters around a body that say what is asked of it
_PAST = re.compile(r"\bcũ\b|trước đây|liên huyện|khu vực|nay là|sáp nhập|hợp nhất")


def _districts(paper: Paper) -> Iterator[Found]:
    if not (_is_since(paper, _ENDED) and paper.is_state):
        return
    for what, name, source in _named(paper):
        if _is_district(name):
            yield Found(f"{what} “{name}”, nhưng cấp huyện đã kết thúc.", source)


def _is_since(paper: Paper, day: str) -> bool:
    """Whether the plan was surely issued after `day`, though it may not state its whole date."""
    date = paper.plan.document.date
    return date is not None and surely_before(day, date)


def _named(paper: Paper) -> Iterator[tuple[str, str, Source | None]]:
    """Who gets work, and who gets the plan."""
    for unit in paper.plan.responsible_units:
        yield "Giao việc cho", unit.name, unit.source
    for number, name in enumerate(paper.plan.document.recipients):
        yield "Nơi nhận", name, paper.place(f"recipients.{number}")


def _merged(paper: Paper) -> Iterator[Found]:
    if not _is_since(paper, _MERGED):
        return
    for what, name, source in _named(paper):
        viewed = view(name)
        hit = next(load("ended_bodies").find(viewed), None)
        if hit is not None and not _PAST.search(viewed):
            body = name[hit.span.start : hit.span.end]
            yield Found(f"{what} “{body}”, nay việc do {hit.entry.canonical} làm.", source)
    yield from _merged_partners(paper)


def _merged_partners(paper: Paper) -> Iterator[Found]:
    """Merged bodies that sentences name as who is to work with, or to be asked."""
    listed = [source for _, _, source in _named(paper) if source]
    for hit in load("ended_bodies").find(paper.viewed):
        start, end = hit.span.start, hit.span.end
        before = paper.viewed[max(0, start - _CUE) : start]
        behind = paper.viewed[end : end + _CUE].partition("\n")[0]
        if not _WITH.search(before) or _PAST.search(behind):
            continue
        if not any(source.start <= start < source.end for source in listed):
            message = f"“{paper.text[start:end]}” nay là {hit.entry.canonical}."
            yield Found(message, paper.source(start, end))


def _is_district(name: str) -> bool:
    viewed = view(name)
    return bool(_DISTRICT.search(viewed)) and not _PAST.search(viewed)


RULES = (
    Rule(
        "district-body", "warning", "Cơ quan cấp huyện sau ngày 01/7/2025",
        "Luật Tổ chức chính quyền địa phương (72/2025/QH15): chính quyền địa phương hai cấp",
        "Thay bằng cơ quan cấp tỉnh hoặc cấp xã có thẩm quyền.", _districts,
    ),
    Rule(
        "ended-body", "warning", "Bộ, sở đã hợp nhất",
        "Sắp xếp bộ máy từ ngày 01/3/2025: bộ, sở cũ không còn để nhận việc",
        "Thay bằng cơ quan nay làm việc ấy.", _merged,
    ),
)  # fmt: skip
