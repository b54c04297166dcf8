"""Annexes and sections: whose an annex says it is, and headings with nothing under them.

"(Kèm theo Kế hoạch số 21/KH-UBND ngày …)" in the annex of plan 12/KH-UBND gives `annex-number`;
"III. KINH PHÍ" right before "IV. TỔ CHỨC THỰC HIỆN" gives `empty-section`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.days import exists, printed
from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.text import UPPER, folded
from extractor.view import view

_OF_PLAN = re.compile(
    r"^\W*(?:ban hành )?kèm theo (?P<kind>kế hoạch|quyết định|hướng dẫn|chương trình) số ?:? ?"
    r"(?P<number>\d[^\s,;()]{2,40})(?:,? ngày (?P<d>\d{1,2})(?:/| tháng )(?P<m>\d{1,2})"
    r"(?:/| năm )(?P<y>20\d\d))?"
)
_ROMAN = re.compile(rf"^[IVX]{{1,6}}\s?[.)/-]+\s*[\"“{UPPER}]")
_ELSEWHERE = re.compile(r"phụ lục|kèm theo|đính kèm|biểu|\bmục\b")
_BODY = 12  # words of a heading; more says something itself


def _number(paper: Paper) -> Iterator[Found]:
    document = paper.plan.document
    own = folded(document.number or "")
    if not own or paper.is_scan or "/" not in own:
        return
    for line in paper.lines:
        found = _OF_PLAN.match(view(line.text[:200])) if line.start > paper.title_start else None
        if found is None or found["kind"] != view(document.type or ""):
            continue
        source = paper.source(line.start, line.start + found.end())
        if folded(found["number"]) != own:
            said = paper.text[line.start + found.start("number") : line.start + found.end("number")]
            yield Found(f"Phụ lục ghi kèm theo số {said}, văn bản là số {document.number}.", source)
        elif (date := _date(found)) and paper.issued and date != paper.issued:
            message = f"Phụ lục ghi ngày {printed(date)}, văn bản ngày {printed(paper.issued)}."
            yield Found(message, source)


def _date(found: re.Match[str]) -> str | None:
    if not found["y"] or not exists(int(found["d"]), int(found["m"]), int(found["y"])):
        return None
    return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"


def _empty(paper: Paper) -> Iterator[Found]:
    if paper.is_scan or paper.is_poor_copy:
        return
    lines = [x for x in paper.lines if paper.title_start < x.start < paper.foot]
    for line, behind in pairwise(lines):
        if not (_ROMAN.match(line.text.lstrip()) and _ROMAN.match(behind.text.lstrip())):
            continue
        is_heading = len(line.text.split()) <= _BODY and not re.search(r":|[.;]\s*$", line.text)
        if is_heading and not _ELSEWHERE.search(view(line.text)):
            yield Found(
                "Mục chỉ có tiêu đề, không có nội dung.", paper.source(line.start, line.end)
            )


RULES = (
    Rule(
        "annex-number", "error", "Phụ lục ghi số, ngày khác văn bản",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I (phụ lục kèm theo văn bản)",
        "Sửa số, ngày ở đầu phụ lục cho khớp văn bản.", _number,
    ),
    Rule(
        "empty-section", "warning", "Mục không có nội dung",
        "Tiêu đề mục phải có nội dung bên dưới",
        "Viết nội dung hoặc bỏ mục rồi đánh lại số.", _empty,
    ),
)  # fmt: skip
