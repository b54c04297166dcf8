"""The electronic signatures of a document: stamps printed on its pages, and those a PDF holds.

Stamps come as furniture from every reader: "Ký bởi: … Ngày ký: 05/03/2026 10:12:45" is kind
`stamp` with its place in the text, a signature within the file `pdf_signature` without one. What
both say is only read: whether a signature is valid, a signing program has to tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.document.model import Block, BlockKind
from extractor.document.stamps import Stamp, label_of, read_stamp
from extractor.fields.context import Reading, source_of
from extractor.plan.model import DigitalSignature
from extractor.span import Span

_OPENS = ("signer", "state")


def read_stamps(reading: Reading) -> tuple[DigitalSignature, ...]:
    """Each signature: the stamps in the order of the text, then those of the file."""
    return (*_stamps(reading), *_held(reading))


def _held(reading: Reading) -> Iterator[DigitalSignature]:
    for one in reading.document.signatures:
        yield DigitalSignature(
            kind="pdf_signature",
            signer=one.signer,
            time=one.time,
            organisation=one.organisation,
            page=one.page,
        )


def _stamps(reading: Reading) -> Iterator[DigitalSignature]:
    for lines in _groups(reading):
        span = Span(lines[0].start, lines[-1].end)
        stamp = read_stamp(" ".join(block.text for block in lines))
        if stamp.signer or stamp.time:
            yield _signature(reading, span, stamp, lines[0].origin.page)


def _signature(reading: Reading, span: Span, stamp: Stamp, page: int | None) -> DigitalSignature:
    return DigitalSignature(
        kind="stamp",
        signer=stamp.signer,
        time=stamp.time,
        organisation=stamp.organisation,
        page=page,
        source=source_of(reading, span),
    )


def _groups(reading: Reading) -> Iterator[list[Block]]:
    """The lines of each stamp: neighbours that were set aside, parted where another one begins."""
    group: list[Block] = []
    for block in reading.document.blocks:
        if block.kind is not BlockKind.FURNITURE:
            yield from _told(group)
            group = []
            continue
        label = label_of(block.text)
        if group and (_begins_anew(group, label) or block.origin.page != group[0].origin.page):
            yield from _told(group)
            group = []
        if group or label:
            group.append(block)
    yield from _told(group)


def _begins_anew(group: list[Block], label: str | None) -> bool:
    labels = [label_of(block.text) for block in group]
    return label in _OPENS and (label in labels or label == "state")


def _told(group: list[Block]) -> Iterator[list[Block]]:
    """The lines up to the last that begins like one of a stamp."""
    last = max((at for at, block in enumerate(group) if label_of(block.text)), default=-1)
    if last >= 0:
        yield group[: last + 1]
