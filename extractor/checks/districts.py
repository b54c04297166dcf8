"""Bodies of the districts, which ended on 1 July 2025, in plans issued since.

"UBND các huyện" among those who get work or the plan itself gives `district-body`. Names with "cũ",
"trước đây" speak of the past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.view import view

_ENDED = "2025-07-01"
_DISTRICT = re.compile(r"\b(?:cấp huyện|huyện|thị trấn)\b")
_PAST = re.compile(r"\bcũ\b|trước đây|liên huyện|khu vực")


def _districts(paper: Paper) -> Iterator[Found]:
    if paper.issued is None or paper.issued < _ENDED or not paper.is_state:
        return
    for unit in paper.plan.responsible_units:
        if _is_district(unit.name):
            yield Found(f"“{unit.name}” được giao việc, nhưng cấp huyện đã kết thúc.", unit.source)
    for number, name in enumerate(paper.plan.document.recipients):
        if _is_district(name):
            message = f"Nơi nhận “{name}”, nhưng cấp huyện đã kết thúc."
            yield Found(message, paper.place(f"recipients.{number}"))


def _is_district(name: str) -> bool:
    viewed = view(name)
    return bool(_DISTRICT.search(viewed)) and not _PAST.search(viewed)


RULES = (
    Rule(
        "district-body", "warning", "Cơ quan cấp huyện sau ngày 01/7/2025",
        "Luật Tổ chức chính quyền địa phương (72/2025/QH15): chính quyền địa phương hai cấp",
        "Thay bằng cơ quan cấp tỉnh hoặc cấp xã có thẩm quyền.", _districts,
    ),
)  # fmt: skip
