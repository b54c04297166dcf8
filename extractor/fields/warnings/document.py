"""What the head and the foot of the document leave out: number, date, signer, issuer, title.

"KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" without a name gives `missing_signer` at "PHÓ CHỦ TỊCH". Beyond the
contract: `draft`, `missing_title`, `several_signers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.fields.document import foot_blocks
from extractor.fields.foot import foot_of
from extractor.fields.letterhead import read_number
from extractor.fields.signature import read_signatures
from extractor.outline.cues import starts
from extractor.outline.model import Part
from extractor.plan.model import DocumentFacts, Source, Warning

_WHOLE_DATE = len("2026-01-05")


def incomplete_document(reading: Reading, document: DocumentFacts) -> Iterator[Warning]:
    """Warnings about the values of the document section, in the order of the page."""
    yield from _draft(reading)
    yield from _number(reading, document)
    if len(document.date or "") < _WHOLE_DATE:
        yield _date(document)
    if document.title is None:
        yield Warning(code="missing_title", message="Không tìm thấy trích yếu của văn bản.")
    if document.issuer.name is None:
        yield Warning(code="missing_issuer", message="Không tìm thấy cơ quan ban hành.")
    yield from _signers(reading, document)


def _draft(reading: Reading) -> Iterator[Warning]:
    for block in reading.blocks(Part.LETTERHEAD):
        if starts("draft", block.text):
            yield Warning(
                code="draft",
                message="Văn bản là dự thảo, chưa phải bản ban hành.",
                source=source_of(reading, block.span),
            )
            return


def _number(reading: Reading, document: DocumentFacts) -> Iterator[Warning]:
    if document.number is not None:
        return
    blank = read_number(reading.blocks(Part.LETTERHEAD))
    if blank is None:
        yield Warning(code="missing_number", message="Văn bản không có số, ký hiệu.")
        return
    printed = " ".join(reading.slice(blank.span).split())
    unread = any(doubt.span.overlaps(blank.span) for doubt in reading.document.doubts)
    said = "Số viết tay hoặc mờ, máy không đọc chắc" if unread else "Văn bản để trống số"
    yield Warning(
        code="missing_number",
        message=f"{said}: “{printed}”.",
        source=source_of(reading, blank.span),
    )


def _date(document: DocumentFacts) -> Warning:
    stated = f"chỉ ghi {document.date}" if document.date else "không có ngày, tháng, năm"
    return Warning(
        code="incomplete_date",
        message=f"Ngày ban hành không đầy đủ: {stated}.",
        source=_place(document, "date"),
    )


def _signers(reading: Reading, document: DocumentFacts) -> Iterator[Warning]:
    if document.signer.name is None:
        post = document.signer.position
        under = f" dưới chức danh “{post}”" if post else ""
        yield Warning(
            code="missing_signer",
            message=f"Không tìm thấy họ tên người ký{under}.",
            source=_place(document, "signer.position"),
        )
    names = [s.name for s in read_signatures(foot_of(foot_blocks(reading)).signature) if s.name]
    if len(names) > 1:
        yield Warning(
            code="several_signers",
            message=f"Văn bản có {len(names)} người ký; bản ghi chỉ nêu người đầu tiên,"
            f" còn lại: {', '.join(name.value or '' for name in names[1:])}.",
            source=source_of(reading, names[1].span),
        )


def _place(document: DocumentFacts, field: str) -> Source | None:
    evidence = document.evidence.get(field)
    return evidence.source if evidence else None
