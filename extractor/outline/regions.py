"""Parts: each block's place in the layout (letterhead, type, title, preamble, body, foot, annex).

From the blocks of a document to one `Part` a block. Never refuses: a web copy without letterhead, type
line or foot simply lacks those parts. Source of the layout: Nghị định 30/2020/NĐ-CP, phụ lục I.
"""

from __future__ import annotations

import re

from extractor.document.model import Block, BlockKind, Document
from extractor.outline.cues import equals, starts
from extractor.outline.markers import parse_marker
from extractor.outline.model import Part
from extractor.text import UPPER

_HEAD_BLOCKS = 60  # a letterhead with all its lines stays well below this
_TITLE_BLOCKS = 8
_NUMBER = re.compile(r"^\W*(?:Số|SỐ|Sô)\b\s*:?")
_SIGNATURE = re.compile(
    rf"^\W*(?:(?:T/?M|K/?T|T/?L|T/?U/?Q)(?:\s*[./]\s*|\s+)|Q\s?[./]\s*)(?=[{UPPER}])"
)
_ANNEX_LINE = re.compile(r"\W*Phụ lục(?: số)?\s*[\dIVX]{0,4}\W*")
_RULE = re.compile(r"^[\s\-–—_=*.]*$")


def parts_of(document: Document) -> tuple[Part, ...]:
    """One part for each block of the document, in order."""
    blocks = document.blocks
    parts = [_fixed(block) for block in blocks]
    free = [block for block, part in zip(blocks, parts, strict=True) if part is None]
    for block, part in zip(free, _walk(free), strict=True):
        parts[block.index] = part
    return tuple(part or Part.BODY for part in parts)


def _fixed(block: Block) -> Part | None:
    if block.kind is BlockKind.FURNITURE:
        return Part.FURNITURE
    return Part.FOOTNOTE if block.kind is BlockKind.FOOTNOTE else None


def _walk(blocks: list[Block]) -> list[Part]:
    type_at = _type_line(blocks)
    title_from = 0 if type_at is None else type_at + 1
    letterhead_end = _letterhead_end(blocks) if type_at is None else type_at
    title_from = max(title_from, letterhead_end)
    preamble = _title_end(blocks, title_from)
    body = _body_start(blocks, preamble)
    parts = [Part.LETTERHEAD] * letterhead_end
    if type_at is not None:
        parts.append(Part.TYPE)
    parts += [Part.TITLE] * (preamble - len(parts)) + [Part.PREAMBLE] * (body - preamble)
    return parts + _after_preamble(blocks[body:])


def _type_line(blocks: list[Block]) -> int | None:
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if equals("type_line", block.text) and _stands_out(block):
            return index
        if parse_marker(block.text) and index > 3:
            return None
    return None


def _letterhead_end(blocks: list[Block]) -> int:
    """Without a type line the letterhead is what carries a number, motto or layout table on top."""
    end = 0
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        layout = block.cell is not None and block.cell.borderless
        if layout or _NUMBER.match(block.text) or starts("motto", block.text):
            end = index + 1
        elif index > end + 3:
            break
    return end


def _title_end(blocks: list[Block], start: int) -> int:
    """The first block behind the title: the first line after `start` is always the title's."""
    for index in range(start, min(len(blocks), start + _TITLE_BLOCKS)):
        block = blocks[index]
        marker = parse_marker(block.text)
        if index > start and _ends_title(block, blocks[index - 1]):
            return index
        if marker and marker.rank < 7:
            return index
        if index == start and _is_prose(block):
            return index
    return min(len(blocks), start + 1)


def _ends_title(block: Block, before: Block) -> bool:
    if starts("preamble", block.text) and not block.text.isupper():
        return not block.text.lstrip(" *_")[:1].islower()
    if block.text.isupper() and starts("authority", block.text):
        return True
    if block.style.italic and not before.style.italic and not _RULE.match(block.text):
        return True
    return _is_prose(block)


def _is_prose(block: Block) -> bool:
    """A sentence of the preamble, by its final mark: titles end with none."""
    text = block.text.rstrip()
    return text.endswith((".", ";", ":")) and not block.text.isupper() and len(text) > 40


def _body_start(blocks: list[Block], start: int) -> int:
    for index in range(start, len(blocks)):
        block = blocks[index]
        marker = parse_marker(block.text)
        if marker and marker.rank <= 4 and not _continues_preamble(blocks, start, index):
            return index
        if _decides(block) or _is_foot(block):
            return index
        if block.style.heading and index > start:
            return index
    return min(len(blocks), start + 12) if len(blocks) > start else len(blocks)


def _continues_preamble(blocks: list[Block], start: int, index: int) -> bool:
    # "1. Căn cứ …" in a numbered list of bases that opens the plan.
    marker = parse_marker(blocks[index].text)
    rest = blocks[index].text[marker.length if marker else 0 :]
    return index > start and marker is not None and starts("preamble", rest) and "Căn cứ" in rest


def _decides(block: Block) -> bool:
    """The line "QUYẾT ĐỊNH:" between the bases and the articles of a decision."""
    return block.text.rstrip().endswith(":") and equals("type_line", block.text)


def _is_foot(block: Block) -> bool:
    return (starts("recipients", block.text) and len(block.text) < 60) or bool(
        _SIGNATURE.match(block.text) and block.text[:60].isupper()
    )


def _after_preamble(blocks: list[Block]) -> list[Part]:
    parts: list[Part] = []
    state = Part.BODY
    for index, block in enumerate(blocks):
        state = _next_state(state, block, blocks[index - 1] if index else None)
        parts.append(
            Part.CLOSING if state is Part.BODY and starts("closing", block.text) else state
        )
    return parts


def _next_state(state: Part, block: Block, before: Block | None) -> Part:
    if state is not Part.FOOT and _is_foot(block):
        return Part.FOOT
    if state is Part.FOOT:
        return _after_foot(block)
    if state in (Part.BODY, Part.CLOSING, Part.ANNEX) and _heads_annex(block):
        return Part.ANNEX
    if (
        state is Part.ENCLOSURE
        and (parse_marker(block.text) or _is_prose(block))
        and not starts("enclosed", block.text)
    ):
        return Part.BODY
    return state


def _after_foot(block: Block) -> Part:
    if equals("type_line", block.text) and block.text.isupper():
        return Part.ENCLOSURE
    data_cell = block.cell is not None and not block.cell.borderless
    if _heads_annex(block) or data_cell or starts("enclosed", block.text):
        return Part.ANNEX
    return Part.FOOT


def _heads_annex(block: Block) -> bool:
    if block.cell is not None or len(block.text) > 160 or not starts("annex", block.text):
        return False
    text = block.text.strip()
    return _stands_out(block) or _ANNEX_LINE.fullmatch(text) is not None


def _stands_out(block: Block) -> bool:
    style = block.style
    return block.text.isupper() or style.bold or style.centred or style.heading is not None
