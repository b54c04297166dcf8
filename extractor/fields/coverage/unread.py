"""What of a document nobody could read, and which sections of the record may have stood there.

In: the gaps and doubts that the reader of the file left. Out: `Unread(page=4)`, or for a format
without pages the block beside which something is missing. What stands before the first line of the
body can hide the head of the document, what stands behind its last one the foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.document.locate import block_at, page_of
from extractor.document.model import Block
from extractor.fields.context import Reading, once
from extractor.outline.model import Part
from extractor.span import Span

_LOST = "\ufffd"  # what stands for a character that got lost
_HEAD = {
    "document.number": (Part.LETTERHEAD,),
    "document.date": (Part.LETTERHEAD, Part.FOOT),
    "document.place": (Part.LETTERHEAD, Part.FOOT),
    "document.title": (Part.TYPE, Part.TITLE),
    "document.issuer": (Part.LETTERHEAD, Part.TITLE, Part.PREAMBLE),
    "legal_bases": (Part.PREAMBLE,),
}
_FOOT = {"document.signer": (Part.FOOT,), "document.recipients": (Part.FOOT,)}
_REST = (Part.PREAMBLE, Part.BODY, Part.CLOSING, Part.ANNEX, Part.ENCLOSURE)


@dataclass(frozen=True, slots=True)
class Unread:
    """A page, or a stretch of text, at which something is missing; `part` where that is known."""

    page: int | None = None
    span: Span | None = None
    part: Part | None = None


@once
def unread(reading: Reading) -> tuple[Unread, ...]:
    """Every place that could not be read, each once."""
    return tuple(dict.fromkeys((*_gaps(reading), *_unread_words(reading), *_lost(reading))))


def concerning(reading: Reading, section: str) -> tuple[Unread, ...]:
    """The places at which facts of `section` may have stood."""
    head, foot = _page_of_body(reading)
    return tuple(one for one in unread(reading) if _may_hold(section, one, head, foot))


def _gaps(reading: Reading) -> Iterator[Unread]:
    for gap in reading.document.gaps:
        if gap.page is not None:
            yield Unread(gap.page)
        elif gap.span is not None:
            yield _at(reading, gap.span)
        else:
            yield Unread(span=Span(0, len(reading.text)))


def _unread_words(reading: Reading) -> Iterator[Unread]:
    for doubt in reading.document.doubts:
        if doubt.reason == "unread":
            yield _at(reading, doubt.span)


def _lost(reading: Reading) -> Iterator[Unread]:
    if _LOST in reading.text:
        for block in reading.document.body:
            if _LOST in block.text:
                yield _at(reading, block.span)


def _at(reading: Reading, span: Span) -> Unread:
    block = block_at(reading.document, span.start)
    part, page = reading.outline.part_at(block), page_of(reading.document, span)
    return Unread(page, None, part) if page else Unread(None, block.span, part)


def _may_hold(section: str, one: Unread, head: int | None, foot: int | None) -> bool:
    if one.part is not None:
        return one.part in (_HEAD.get(section) or _FOOT.get(section) or _REST)
    if one.page is None:
        return True
    if section in _HEAD:
        return head is None or one.page <= head
    return section not in _FOOT or foot is None or one.page >= foot


def _page_of_body(reading: Reading) -> tuple[int | None, int | None]:
    """The pages on which the body begins and ends; None where there is none, or no page."""
    body: list[Block] = list(reading.blocks(Part.BODY)) if reading.document.pages else []
    return (body[0].origin.page, body[-1].origin.page) if body else (None, None)
