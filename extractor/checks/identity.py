"""Whose plan it is, said twice: in the letterhead, and in the number or the issuing sentence.

"Số: 31/KH-UBND" under the letterhead of a Sở gives `number-issuer`; "UBND phường Tân Lộc xây dựng
Kế hoạch" under that of UBND phường Tân Lập `issuer-differs`: copied from another plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.text import folded, without_marks
from extractor.view import view

_CODE = re.compile(r"^\d+\w{0,2}/(?:\d{4}/)?[^\W\d_]+-(?P<body>.+)$")
_DEPARTMENT = re.compile(r"^(?:sở|phòng|ban quản lý|chi cục|trung tâm|trường|bệnh viện)\b")
_COMMITTEE = re.compile(
    r"^(?:ubnd|ủy ban nhân dân) (?P<level>xã|phường|tỉnh|thành phố|đặc khu|thị trấn) (?P<place>.+)$"
)
_OF_DEPARTMENT = re.compile(r"^S[A-ZĐ]{1,7}$")
_ISSUES = re.compile(
    r"(?:ubnd|ủy ban nhân dân)(?: \(ubnd\))? (?P<level>xã|phường|tỉnh|thành phố|đặc khu|thị trấn)"
    r" (?P<place>[^\W\d_]+(?: [^\W\d_]+){0,4}?)"
    r" (?:ban hành|xây dựng|phát động|tổ chức|triển khai|lập) (?:nội dung )?(?:kế hoạch|phong trào)"
)
_PREAMBLE = re.compile(r"^\s*(?:[IVX]{1,4}|1)\s?[.)/-]")


def _number(paper: Paper) -> Iterator[Found]:
    document, place = paper.plan.document, paper.place("number")
    found = _CODE.match(document.number or "")
    if found is None or not paper.has_letterhead or paper.is_scan:
        return
    issuer, body = view(document.issuer.name or ""), found["body"]
    is_others = _DEPARTMENT.match(issuer) and body in ("UBND", "HĐND")
    if is_others or (_COMMITTEE.match(issuer) and _OF_DEPARTMENT.match(body)):
        message = f"Ký hiệu “{document.number}” không phải của {document.issuer.name}."
        yield Found(message, place)


def _issuer(paper: Paper) -> Iterator[Found]:
    own = _COMMITTEE.match(view(paper.plan.document.issuer.name or ""))
    if own is None or not paper.has_letterhead or paper.is_scan:
        return
    for line in paper.lines:
        if line.start <= paper.title_start:
            continue
        if _PREAMBLE.match(line.text):
            return
        for found in _ISSUES.finditer(view(line.text)):
            start, end = line.start + found.start(), line.start + found.end("place")
            is_name = paper.text[line.start + found.start("place")].isupper()
            if found["level"] != own["level"] or not is_name:
                continue
            if _differs(own["place"], found["place"]):
                said = f"“{paper.text[start:end]}”"
                message = f"Phần đầu là {paper.plan.document.issuer.name}, ở đây lại là {said}."
                yield Found(message, paper.source(start, end))


def _differs(one: str, other: str) -> bool:
    a, b = (without_marks(folded(name)) for name in (one, other))
    return not (a.startswith(b) or b.startswith(a))


RULES = (
    Rule(
        "number-issuer", "warning", "Ký hiệu không phải của cơ quan ban hành",
        "Nghị định 30/2020/NĐ-CP, Phụ lục I (ký hiệu mang chữ viết tắt tên cơ quan ban hành)",
        "Sửa ký hiệu, hoặc tên cơ quan ở đầu văn bản.", _number,
    ),
    Rule(
        "issuer-differs", "error", "Tên cơ quan ban hành không thống nhất",
        "Phần đầu và câu ban hành nói về một cơ quan",
        "Sửa tên cơ quan: thường do chép từ kế hoạch của nơi khác.", _issuer,
    ),
)  # fmt: skip
