"""Closed values as a clerk reads and chooses them, and back.

`to_words("operator", "ge")` is `≥`; `to_code("operator", "≥")` is `ge`. A list ("roles") goes word
by word. What is in no vocabulary stays as it is.
"""

from __future__ import annotations

from functools import cache

from extractor.export.words import KINDS
from extractor.plan.words import PERIODS, ROLES, SIGNS

_RECIPIENTS = {
    "collective": "tập thể",
    "individual": "cá nhân",
    "household": "hộ gia đình",
    "other": "khác",
}
_ISSUERS = {
    "government": "chính quyền",
    "ministry": "bộ",
    "department": "sở, ban, phòng",
    "party": "cơ quan Đảng",
    "mass_organisation": "đoàn thể",
    "public_unit": "đơn vị sự nghiệp",
    "other": "khác",
}
_LEVELS = {
    "central": "trung ương",
    "province": "tỉnh",
    "district": "huyện",
    "commune": "xã",
    "unit": "đơn vị",
}
VOCABULARY: dict[str, dict[str, str]] = {
    "operator": {**SIGNS, "between": "từ … đến …"},
    "per": PERIODS,
    "every": PERIODS,
    "change": {"increase": "tăng", "decrease": "giảm"},
    "context": {"target": "chỉ tiêu", "task": "nhiệm vụ", "award": "khen thưởng"},
    "kind": KINDS,
    "role": ROLES,
    "roles": ROLES,
    "recipient": _RECIPIENTS,
    "relation": {
        "pursuant_to": "căn cứ",
        "implements": "thực hiện",
        "at_request_of": "theo đề nghị",
        "other": "khác",
    },
    "where": {"preamble": "phần mở đầu", "title": "trong tên văn bản", "body": "phần nội dung"},
    "unit": {"percent": "%"},
    "state": {"found": "có", "absent": "không có", "unreadable": "không đọc được"},
    "due_month": {"last_of_quarter": "tháng cuối quý"},
    "issuer.kind": _ISSUERS,
    "issuer.level": _LEVELS,
}


def to_words(name: str, value: str) -> str:
    """What a person reads for the value of the key `name`."""
    return VOCABULARY.get(name, {}).get(value, value)


def to_code(name: str, words: str) -> str:
    """The value of the key `name` that a person's words stand for."""
    return _codes(name).get(words.casefold(), words)


@cache
def _codes(name: str) -> dict[str, str]:
    known = VOCABULARY.get(name, {})
    return {words.casefold(): code for code, words in known.items()}
