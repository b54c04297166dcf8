"""The Vietnamese words for the closed values of a record, as people read them everywhere.

`KINDS["report"]` is `báo cáo`, `day("2026-06-30")` is `30/6/2026`.
"""

from __future__ import annotations

import re

from extractor.plan.model import DigitalSignature

SIGNS: dict[str, str] = {
    "eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "between": "từ",
}  # fmt: skip
PERIODS: dict[str, str] = {
    "day": "ngày", "week": "tuần", "month": "tháng", "quarter": "quý", "half_year": "6 tháng",
    "year": "năm",
}  # fmt: skip
ROLES: dict[str, str] = {
    "lead": "chủ trì", "coordinate": "phối hợp", "implement": "thực hiện",
}  # fmt: skip
KINDS: dict[str, str] = {
    "campaign": "thời gian thực hiện", "phase": "giai đoạn", "milestone": "mốc",
    "report": "báo cáo", "submission": "nộp hồ sơ",
}  # fmt: skip

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def decimal(value: float) -> str:
    """A number as Vietnamese writes it: `2,5` with a comma, a whole one without."""
    plain = str(int(value)) if float(value).is_integer() else repr(float(value))
    return plain.replace(".", ",")


def day(stated: str | None) -> str:
    """A date as a clerk writes it: `30/6/2026`, `6/2026`, `2026`; nothing for None."""
    found = _ISO.fullmatch(stated or "")
    if not found:
        return stated or ""
    return "/".join(part.lstrip("0") for part in reversed(found.groups()) if part)


def signed(one: DigitalSignature) -> str:
    """One line for an electronic signature: who, which body, when, on which page."""
    names = ", ".join(dict.fromkeys(filter(None, (one.signer, one.organisation))))
    time = one.time[:19].replace("T", " ") if one.time else None
    page = f"trang {one.page}" if one.page else None
    return "; ".join(filter(None, (names or "không rõ người ký", time, page)))
