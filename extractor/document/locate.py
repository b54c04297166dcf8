"""From a span of the canonical text to the blocks, pages and boxes it was read from."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from extractor.document.model import Block, Box, Document
from extractor.span import Span


def block_at(document: Document, offset: int) -> Block:
    """The block that holds `offset`; an offset on a joining newline belongs to the block before."""
    after = bisect_right(document.blocks, offset, key=lambda block: block.start)
    return document.blocks[max(0, after - 1)]


def blocks_of(document: Document, span: Span) -> tuple[Block, ...]:
    """Every block that shares a code point with `span`, in order."""
    first = block_at(document, span.start).index
    # Not `blocks[first:]`: copying the rest for each fact made long tables take seconds.
    behind = (document.blocks[at] for at in range(first, len(document.blocks)))
    return tuple(takewhile(lambda block: block.start < span.end, behind))


def page_of(document: Document, span: Span) -> int | None:
    """The page on which `span` begins, where the format has pages."""
    boxes = boxes_of(document, span)
    return boxes[0].page if boxes else block_at(document, span.start).origin.page


def boxes_of(document: Document, span: Span) -> tuple[Box, ...]:
    """The boxes of the printed lines that `span` touches."""
    found: list[Box] = []
    for block in blocks_of(document, span):
        found.extend(_line_boxes(block, span))
    return tuple(found)


def _line_boxes(block: Block, span: Span) -> list[Box]:
    boxes, chars = block.origin.boxes, block.origin.chars
    if not boxes or len(chars) != len(boxes):
        return list(boxes)
    ends = (*chars[1:], len(block.text))
    return [
        box
        for box, start, end in zip(boxes, chars, ends, strict=True)
        if block.start + start < span.end and span.start < block.start + end
    ]


def bounding_box(boxes: tuple[Box, ...]) -> tuple[int, tuple[float, float, float, float]] | None:
    """The page of the first box and the rectangle around all boxes of that page."""
    if not boxes:
        return None
    page = boxes[0].page
    same = [box for box in boxes if box.page == page]
    return page, (
        min(box.x0 for box in same),
        min(box.top for box in same),
        max(box.x1 for box in same),
        max(box.bottom for box in same),
    )
