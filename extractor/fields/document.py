"""The document section: type, number, date, place, title, theme, issuer, signer, recipients, with evidence."""

from __future__ import annotations

from extractor.fields.context import Reading, source_of
from extractor.fields.issuer import IssuerRead, read_issuer
from extractor.fields.letterhead import Dateline, Read, read_dateline, read_number
from extractor.fields.signature import Foot, read_foot
from extractor.fields.title import (
    read_inline_type,
    read_issued_type,
    read_theme,
    read_title,
    read_type,
    type_of_number,
)
from extractor.outline.model import Part
from extractor.plan.model import DocumentFacts, Evidence, Issuer, Signer
from extractor.span import Span


def read_document(reading: Reading) -> DocumentFacts:
    """What the document is, by its letterhead, title, preamble and foot."""
    letterhead = list(reading.blocks(Part.LETTERHEAD))
    title_blocks = list(reading.blocks(Part.TITLE))
    preamble = list(reading.blocks(Part.PREAMBLE))
    number = read_number(letterhead)
    dateline = read_dateline(letterhead)
    title = read_title(title_blocks)
    issuer = read_issuer(letterhead, title, preamble, reading.text)
    foot = read_foot(_first_foot(reading))
    kind = read_type(list(reading.blocks(Part.TYPE))) or read_inline_type(title_blocks)
    kind = kind or _by_number(number) or read_issued_type([*title_blocks, *preamble])
    theme = read_theme(title, reading.text)
    return DocumentFacts(
        type=kind.value if kind else None,
        number=number.value if number else None,
        date=dateline.date.value if dateline else None,
        place=dateline.place.value if dateline and dateline.place else None,
        title=title.value if title else None,
        theme=theme.value if theme else None,
        issuer=Issuer(
            name=issuer.name if issuer else None,
            kind=issuer.kind if issuer else None,  # type: ignore[arg-type]
            level=issuer.level if issuer else None,  # type: ignore[arg-type]
        ),
        signer=Signer(
            name=foot.name.value if foot.name else None,
            position=foot.position.value if foot.position else None,
            capacity=foot.capacity,
        ),
        recipients=tuple(read.value for read in foot.recipients if read.value),
        evidence=_evidence(reading, kind, number, dateline, title, theme, issuer, foot),
    )


def _by_number(number: Read | None) -> Read | None:
    kind = type_of_number(number.value) if number else None
    return Read(kind, number.span) if kind and number else None


def _first_foot(reading: Reading):  # type: ignore[no-untyped-def]
    """The blocks of the first run of foot blocks: an enclosed annex may have a foot of its own."""
    blocks = []
    for block, part in zip(reading.document.blocks, reading.outline.parts, strict=True):
        if part is Part.FOOT:
            blocks.append(block)
        elif blocks and part not in (Part.FURNITURE, Part.FOOTNOTE):
            break
    return blocks


def _evidence(
    reading: Reading,
    kind: Read | None,
    number: Read | None,
    dateline: Dateline | None,
    title: Read | None,
    theme: Read | None,
    issuer: IssuerRead | None,
    foot: Foot,
) -> dict[str, Evidence]:
    spans: dict[str, tuple[Span | None, str, float]] = {
        "type": (kind.span if kind else None, "document.type", 0.97),
        "number": (number.span if number and number.value else None, "document.number", 0.98),
        "date": (dateline.date.span if dateline else None, "document.date", 0.97),
        "place": (
            dateline.place.span if dateline and dateline.place else None,
            "document.place",
            0.97,
        ),
        "title": (title.span if title else None, "document.title", 0.95),
        "theme": (theme.span if theme else None, "document.theme", 0.95),
        "issuer.name": (issuer.span if issuer else None, issuer.rule if issuer else "", 0.95),
        "signer.name": (foot.name.span if foot.name else None, "document.signer", 0.95),
        "signer.position": (
            foot.position.span if foot.position else None,
            "document.position",
            0.95,
        ),
        "signer.capacity": (foot.capacity_span, "document.capacity", 0.97),
    }
    found = {
        name: Evidence(source=source_of(reading, span), rule=rule, confidence=sure)
        for name, (span, rule, sure) in spans.items()
        if span is not None and len(span.trimmed(reading.text))
    }
    for index, read in enumerate(foot.recipients):
        if len(read.span.trimmed(reading.text)):
            found[f"recipients.{index}"] = Evidence(
                source=source_of(reading, read.span), rule="document.recipients", confidence=0.95
            )
    return found
