"""`kehoach explain --unused`: what was recognised in a plan and became no fact.

In: a document and its plan. Out: a row for each mention: kind, mention, its sentence, place,
section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.commands.places import place

if TYPE_CHECKING:
    from extractor.document.model import Document
    from extractor.fields.context import Reading
    from extractor.plan.model import Plan
    from extractor.span import Span

HEADING = "Chưa dùng"
COLUMNS = ("Loại", "Chỗ được đọc", "Câu", "Chỗ", "Mục")
_KINDS = {"citation": "văn bản", "date": "thời gian", "percentage": "tỷ lệ", "amount": "số lượng"}
_AROUND = 100  # characters shown on either side of a mention


def rows(document: Document, plan: Plan) -> list[tuple[str, str, str, str, str]]:
    """A row for each mention that no fact covers, in the order of the text."""
    from extractor import pipeline
    from extractor.fields.context import Reading, source_of
    from extractor.fields.unused import unused
    from extractor.recognise.mentions import recognise

    reading = Reading(document, pipeline.outline(document), recognise(document.text))
    return [
        (
            _KINDS[one.kind],
            reading.value(one.span),
            _sentence(reading, one.span),
            place(source_of(reading, one.span), document.text, document),
            one.topic.value if one.topic else "",
        )
        for one in unused(reading, plan)
    ]


def _sentence(reading: Reading, span: Span) -> str:
    """The words around a mention in its own paragraph."""
    from extractor.document.locate import block_at

    block = block_at(reading.document, span.start)
    start, end = max(block.start, span.start - _AROUND), min(block.end, span.end + _AROUND)
    before, after = "…" * (start > block.start), "…" * (end < block.end)
    return f"{before}{reading.text[start:end]}{after}"
