"""Parts: each block's place in the layout (letterhead, type, title, preamble, body, foot, annex).

`parts_of(document)` gives one `Part` a block. Never refuses: a web copy without letterhead, type
line or foot simply lacks those parts. Source of the layout: Nghị định 30/2020/NĐ-CP, phụ lục I.
"""

from __future__ import annotations

from extractor.document.model import Block, BlockKind, Document
from extractor.outline.foot import parts_behind_preamble
from extractor.outline.head import parts_of_head
from extractor.outline.model import Part

_FIXED = {BlockKind.FURNITURE: Part.FURNITURE, BlockKind.FOOTNOTE: Part.FOOTNOTE}


def parts_of(document: Document) -> tuple[Part, ...]:
    """One part for each block of the document, in order."""
    free = [block for block in document.blocks if block.kind not in _FIXED]
    found = iter(_walk(free))
    return tuple(_FIXED.get(block.kind) or next(found) for block in document.blocks)


def _walk(blocks: list[Block]) -> list[Part]:
    head = parts_of_head(blocks)
    return head + parts_behind_preamble(blocks[len(head) :])
