"""The document section: what the document is, by its letterhead, title, preamble and foot.

`read_document(reading)` gives type, number, date, place, title, theme, issuer, signer, recipients;
`evidence` says for each value where it was read ("number" at "Số: 12/KH-UBND") and by which rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.fields.context import Reading, source_of
from extractor.fields.foot import foot_of
from extractor.fields.issuer import IssuerRead, read_issuer
from extractor.fields.letterhead import Dateline, read_dateline, read_number
from extractor.fields.read import Read
from extractor.fields.recipients import read_recipients
from extractor.fields.signature import Signature, read_signatures
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


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read, before it becomes values and evidence."""

    kind: Read | None
    number: Read | None
    dateline: Dateline | None
    title: Read | None
    theme: Read | None
    issuer: IssuerRead | None
    signature: Signature
    recipients: tuple[Read, ...]


def read_document(reading: Reading) -> DocumentFacts:
    """The document section of a reading."""
    found = _read(reading)
    dateline = found.dateline
    return DocumentFacts(
        type=_value(found.kind),
        number=_value(found.number),
        date=dateline.date.value if dateline else None,
        place=_value(dateline.place) if dateline else None,
        title=_value(found.title),
        theme=_value(found.theme),
        issuer=_issuer(found.issuer),
        signer=Signer(
            name=_value(found.signature.name),
            position=_value(found.signature.position),
            capacity=found.signature.capacity,
        ),
        recipients=tuple(read.value for read in found.recipients if read.value),
        evidence=_evidence(reading, found),
    )


def foot_blocks(reading: Reading) -> list[Block]:
    """The blocks of the first run of foot blocks: an enclosed plan may have a foot of its own."""
    blocks: list[Block] = []
    for block in reading.document.blocks:
        part = reading.outline.part_at(block)
        if part is Part.FOOT:
            blocks.append(block)
        elif blocks and part not in (Part.FURNITURE, Part.FOOTNOTE):
            break
    return blocks


def _read(reading: Reading) -> _Found:
    letterhead, titles = _blocks(reading, Part.LETTERHEAD), _blocks(reading, Part.TITLE)
    preamble, foot = _blocks(reading, Part.PREAMBLE), foot_blocks(reading)
    number, title, lines = read_number(letterhead), read_title(titles), foot_of(foot)
    signatures = read_signatures(lines.signature)
    return _Found(
        kind=_kind(_blocks(reading, Part.TYPE), titles, number, preamble),
        number=number,
        dateline=read_dateline(letterhead) or read_dateline(foot),
        title=title,
        theme=read_theme(title, reading.text),
        issuer=read_issuer(letterhead, title, preamble, reading.text),
        signature=signatures[0] if signatures else Signature(),
        recipients=read_recipients(lines.recipients),
    )


def _blocks(reading: Reading, part: Part) -> list[Block]:
    return list(reading.blocks(part))


def _kind(
    lines: Sequence[Block], titles: Sequence[Block], number: Read | None, preamble: Sequence[Block]
) -> Read | None:
    return (
        read_type(lines)
        or read_inline_type(titles)
        or type_of_number(number)
        or read_issued_type([*titles, *preamble])
    )


def _value(read: Read | None) -> str | None:
    return read.value if read else None


def _issuer(read: IssuerRead | None) -> Issuer:
    if read is None:
        return Issuer()
    return Issuer(name=read.name, kind=read.body.kind, level=read.body.level)


def _evidence(reading: Reading, found: _Found) -> dict[str, Evidence]:
    return {
        name: Evidence(source=source_of(reading, span), rule=rule, confidence=sure)
        for name, span, rule, sure in _places(found)
        if span is not None and len(span.trimmed(reading.text))
    }


def _places(found: _Found) -> Iterator[tuple[str, Span | None, str, float]]:
    """Each value's name, place, rule and confidence."""
    dateline, signature, issuer = found.dateline, found.signature, found.issuer
    yield "type", _span(found.kind), "document.type", 0.97
    yield "number", _span(found.number), "document.number", 0.98
    yield "date", _span(dateline.date if dateline else None), "document.date", 0.97
    yield "place", _span(dateline.place if dateline else None), "document.place", 0.97
    yield "title", _span(found.title), "document.title", 0.95
    yield "theme", _span(found.theme), "document.theme", 0.95
    if issuer:
        yield "issuer.name", issuer.span, issuer.rule, 0.85 if issuer.completed else 0.95
    yield "signer.name", _span(signature.name), "document.signer", 0.95
    yield "signer.position", _span(signature.position), "document.position", 0.95
    yield "signer.capacity", signature.capacity_span, "document.capacity", 0.97
    for index, read in enumerate(found.recipients):
        yield f"recipients.{index}", read.span, "document.recipients", 0.95


def _span(read: Read | None) -> Span | None:
    return read.span if read and read.value else None
