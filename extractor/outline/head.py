"""The head of a document: letterhead, type line, title and preamble, up to the first section.

`parts_of_head` of the lines "Số: 12/KH-UBND", "KẾ HOẠCH", "Phát động …", "Căn cứ …;", "I. MỤC ĐÍCH"
gives LETTERHEAD, TYPE, TITLE, PREAMBLE: one part for each block before the body.
"""

from __future__ import annotations

import re

from extractor.document.model import Block
from extractor.lexicon.load import load
from extractor.outline.cues import equals, starts
from extractor.outline.foot import opens_foot
from extractor.outline.look import is_dateline, is_prose, is_rule, stands_out
from extractor.outline.markers import parse_marker
from extractor.outline.model import Part
from extractor.view import view

_HEAD_BLOCKS = 60  # a letterhead with all its lines stays well below this
_TITLE_BLOCKS = 8
_LETTERHEAD_GAP = 3  # lines of a body's name between two lines that tell a letterhead
_UNMARKED_PREAMBLE = 12


def parts_of_head(blocks: list[Block]) -> list[Part]:
    """One part for each block in front of the body."""
    type_at = _type_line(blocks)
    letterhead = _letterhead_end(blocks) if type_at is None else type_at
    title_from = letterhead if type_at is None else type_at + 1
    preamble = _title_end(blocks, title_from)
    parts = [Part.LETTERHEAD] * letterhead
    if type_at is not None:
        parts.append(Part.TYPE)
    parts += [Part.TITLE] * (preamble - len(parts))
    return parts + [Part.PREAMBLE] * (_body_start(blocks, preamble) - preamble)


def inline_type(text: str) -> int | None:
    """Where the type ends that opens a line with the title behind it ("KẾ HOẠCH Triển khai …")."""
    lead = len(text) - len(text.lstrip(" *_#"))
    entry = load("layout").by_id["type_line"]
    found = max((len(alias) for alias in entry.aliases if _opens(text, lead, alias)), default=0)
    return lead + found if found else None


def _opens(text: str, lead: int, alias: str) -> bool:
    return text.startswith(alias.upper(), lead) and bool(
        re.match(r"\s+\w", text[lead + len(alias) :])
    )


def _type_line(blocks: list[Block]) -> int | None:
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if equals("type_line", block.text) and stands_out(block):
            return index
        if parse_marker(block.text) and index > _LETTERHEAD_GAP:
            return None
    return None


def _letterhead_end(blocks: list[Block]) -> int:
    """Without a type line the letterhead is what carries a number, motto, date or layout table."""
    end = 0
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if inline_type(block.text):
            return index
        if _tells_letterhead(block):
            end = index + 1
        elif index > end + _LETTERHEAD_GAP:
            break
    return end


def _tells_letterhead(block: Block) -> bool:
    if block.cell is not None and block.cell.borderless:
        return True
    if is_dateline(block.text):
        return True
    return starts("number_label", block.text) or starts("motto", block.text)


def _title_end(blocks: list[Block], start: int) -> int:
    """The first block behind the title: the first line after `start` is always the title's."""
    for index in range(start, min(len(blocks), start + _TITLE_BLOCKS)):
        block = blocks[index]
        marker = parse_marker(block.text)
        if index > start and _ends_title(block, blocks[index - 1]):
            return index
        if marker and marker.rank < 7:
            return index
        if index == start and is_prose(block):
            return index
    return min(len(blocks), start + 1)


def _ends_title(block: Block, before: Block) -> bool:
    if starts("addressee", block.text):
        return True
    if starts("preamble", block.text) and not block.text.isupper():
        return not block.text.lstrip(" *_")[:1].islower()
    if block.text.isupper() and starts("authority", block.text):
        return True
    if block.style.italic and not before.style.italic and not is_rule(block.text):
        return True
    return is_prose(block)


def _body_start(blocks: list[Block], start: int) -> int:
    for index in range(start, len(blocks)):
        block = blocks[index]
        marker = parse_marker(block.text)
        if marker and marker.rank <= 4 and not _lists_bases(blocks, start, index):
            return index
        if _decides(block) or opens_foot(blocks, index):
            return index
        if block.style.heading and index > start:
            return index
    return min(len(blocks), start + _UNMARKED_PREAMBLE)


def _lists_bases(blocks: list[Block], start: int, index: int) -> bool:
    """ "1. Căn cứ …" in a numbered list of bases that opens the plan."""
    marker = parse_marker(blocks[index].text)
    if index == start or marker is None:
        return False
    hit = load("relations").at(view(blocks[index].text), marker.length)
    return hit is not None and hit.entry.id == "pursuant_to"


def _decides(block: Block) -> bool:
    """The line "QUYẾT ĐỊNH:" between the bases and the articles of a decision."""
    return block.text.rstrip().endswith(":") and equals("type_line", block.text)
