"""Warnings: what a person should look at, worked out from the finished facts.

Codes are the contract's. Each message is Vietnamese and says what is missing or doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.outline.model import Part
from extractor.plan.model import DocumentFacts, Plan, Warning

_CODED_BLANK = re.compile(r"(?:Số|SỐ|Sô)\s*:?[\s.…_]*[/-]\s*[A-ZĐ]")


def read_warnings(reading: Reading, plan: Plan) -> Plan:
    """The plan with its warnings."""
    found = [
        *_document(reading, plan.document),
        *_kind(plan),
        *_normalised(reading, plan),
        *_empty(plan),
        *_notices(reading),
    ]
    return replace(plan, warnings=tuple(found))


def _document(reading: Reading, document: DocumentFacts) -> Iterator[Warning]:
    if document.number is None:
        yield _blank_number(reading)
    date = document.date or ""
    if len(date) < 10:
        stated = f"chỉ ghi {date}" if date else "không có ngày, tháng, năm"
        yield Warning(
            code="incomplete_date",
            message=f"Ngày ban hành không đầy đủ: {stated}.",
            source=_place(document, "date"),
        )
    if document.signer.name is None:
        yield Warning(code="missing_signer", message="Không tìm thấy họ tên người ký.")
    if document.issuer.name is None:
        yield Warning(code="missing_issuer", message="Không tìm thấy cơ quan ban hành.")
    if document.title is None:
        yield Warning(code="missing_title", message="Không tìm thấy trích yếu.")


def _place(document: DocumentFacts, field: str):  # type: ignore[no-untyped-def]
    evidence = document.evidence.get(field)
    return evidence.source if evidence else None


def _blank_number(reading: Reading) -> Warning:
    for block in reading.blocks(Part.LETTERHEAD):
        if _CODED_BLANK.search(block.text):
            return Warning(
                code="missing_number",
                message=f"Văn bản để trống số: “{' '.join(block.text.split())}”.",
                source=source_of(reading, block.span),
            )
    return Warning(code="missing_number", message="Văn bản không có số, ký hiệu.")


def _kind(plan: Plan) -> Iterator[Warning]:
    kind, title = plan.document.type, (plan.document.title or "").lower()
    if kind is None:
        yield Warning(
            code="not_a_plan", message="Không nhận ra loại văn bản; có thể không phải Kế hoạch."
        )
    elif kind != "Kế hoạch" and "kế hoạch" not in title:
        yield Warning(code="not_a_plan", message=f"Văn bản là {kind}, không phải Kế hoạch.")


def _normalised(reading: Reading, plan: Plan) -> Iterator[Warning]:
    seen: set[str] = set()
    for citation in reading.mentions.citations:
        if citation.number_normalised and citation.number and citation.number not in seen:
            seen.add(citation.number)
            yield Warning(
                code="normalized_number",
                message=f"Số hiệu “{citation.number_raw}” đã chuẩn hóa thành “{citation.number}”.",
                source=source_of(reading, citation.number_span or citation.head),
            )


def _empty(plan: Plan) -> Iterator[Warning]:
    if not plan.targets:
        yield Warning(code="no_targets", message="Không tìm thấy chỉ tiêu nào bằng số.")
    if not any(window.kind == "campaign" for window in plan.time_windows):
        yield Warning(code="no_time_window", message="Không tìm thấy thời gian thực hiện chung.")


def _notices(reading: Reading) -> Iterator[Warning]:
    for notice in reading.document.notices:
        place = source_of(reading, notice.span) if notice.span and len(notice.span) else None
        yield Warning(code=notice.code, message=notice.message, source=place)
