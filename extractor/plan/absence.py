"""What a record says of a section without facts, or of one that may lack some, for a clerk.

In: the coverage of a section. Out: "không tìm thấy (đã tìm ở: II, III)", "trang 4 không đọc được".
A record made before records told of their coverage has none: then only "không có" can be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.plan.model import Coverage, Plan, Searched

_PARTS = {
    "letterhead": "phần đầu văn bản",
    "type": "tên loại",
    "title": "trích yếu",
    "preamble": "phần căn cứ",
    "body": "nội dung",
    "closing": "câu kết",
    "foot": "nơi nhận, chữ ký",
    "enclosure": "văn bản kèm theo",
    "annex": "phụ lục",
    "footnote": "chú thích",
}
_NUMBER = re.compile(
    r"(?:(?:PHẦN|Phần|CHƯƠNG|Chương|Điều|Mục) )?(?:[IVX]{1,5}|[A-Z]|\d{1,2})(?=[.):/])"
)
_LONGEST = 40  # characters of a heading without a number
_MOST = 12  # places named one by one


def absence(coverage: Coverage | None) -> str:
    """What is said instead of facts."""
    if coverage is None:
        return "không có"
    if coverage.state == "unreadable":
        return f"không tìm thấy ở phần đọc được; {unread(coverage)}"
    if not coverage.searched:
        return "không có (văn bản không có phần nói về mục này)"
    return f"không tìm thấy (đã tìm ở: {_listed(map(_place, coverage.searched))})"


def unstated(coverage: Coverage | None) -> str:
    """What is said instead of a single value: a blank of the document, or one nobody could read."""
    if coverage is not None and coverage.state == "unreadable":
        return f"không tìm thấy; {unread(coverage)}"
    return "không nêu"


def coverage_of(plan: Plan, section: str) -> Coverage | None:
    """The coverage of a section by the name of its list; None in a record without any."""
    return plan.coverage.get(section) or plan.coverage.get(f"awards.{section}")


def unread(coverage: Coverage | None) -> str:
    """Which pages or places could not be read; empty where all was."""
    if coverage is None or not (coverage.pages or coverage.places):
        return ""
    if coverage.pages:
        return f"trang {_pages(coverage.pages)} không đọc được hết"
    return f"có {len(coverage.places)} chỗ không đọc được"


def unread_anywhere(plan: Plan) -> str:
    """The pages of the whole document that could not be read; empty where all could."""
    pages = sorted({page for one in plan.coverage.values() for page in one.pages})
    return f"trang {_pages(pages)} không đọc được hết" if pages else ""


def _place(region: Searched) -> str:
    heading = region.heading
    if heading is None:
        return _PARTS[region.part]
    number = _NUMBER.match(heading)
    if number:
        return number.group()
    return heading if len(heading) <= _LONGEST else heading[: _LONGEST - 1] + "…"


def _listed(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    return ", ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")


def _pages(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
