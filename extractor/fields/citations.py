"""Citations: every mention of a document with a number, anywhere in the text, and where it stands.

"theo Nghị định số 152/2025/NĐ-CP" in a section gives number `152/2025/NĐ-CP`, `where` body; a
document named inside the title of another has `where` title.
"""

from __future__ import annotations

from extractor.document.locate import block_at
from extractor.fields.context import Reading, source_of
from extractor.outline.cues import starts
from extractor.outline.model import Part
from extractor.plan.model import CitationFact, Where
from extractor.recognise.model import Citation

_SILENT = (Part.LETTERHEAD, Part.FOOT, Part.FURNITURE, Part.TYPE)


def read_citations(reading: Reading) -> tuple[CitationFact, ...]:
    """All numbered mentions in reading order; the plan's own number and the foot are left out."""
    facts = []
    for citation in reading.mentions.citations:
        block = block_at(reading.document, citation.head.start)
        part = reading.outline.part_at(block)
        if citation.number and part not in _SILENT and any(map(str.isalpha, citation.number)):
            enclosing = starts("enclosed", block.text)
            facts.append(_fact(reading, citation, _where(citation, part, enclosing)))
    return tuple(facts)


def _where(citation: Citation, part: Part, enclosing: bool) -> Where:
    """`enclosing`: the line below a title that names the decision the plan comes with."""
    if citation.inside is not None or (part is Part.TITLE and not enclosing):
        return "title"
    return "preamble" if part is Part.PREAMBLE else "body"


def _fact(reading: Reading, citation: Citation, where: Where) -> CitationFact:
    return CitationFact(
        doc_type=citation.doc_type,
        number=citation.number,
        date=citation.date,
        where=where,
        source=source_of(reading, citation.head),
        rule=f"citations.{citation.rule}",
        confidence=0.97,
        basis={"number": "normalised"} if citation.number_normalised else {},
    )
