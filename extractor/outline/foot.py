"""Behind the preamble: body, closing line, foot, annex, and a plan enclosed behind a signature.

`parts_behind_preamble` of the lines "I. MỤC ĐÍCH", "Trên đây là …", "Nơi nhận:", "PHỤ LỤC" gives
BODY, CLOSING, FOOT, ANNEX: one part for each block.
"""

from __future__ import annotations

import re

from extractor.document.model import Block
from extractor.lexicon.load import load
from extractor.outline.capacities import opens_signature
from extractor.outline.cues import after, equals, starts
from extractor.outline.look import is_prose, stands_out
from extractor.outline.markers import parse_marker
from extractor.outline.model import Part
from extractor.outline.people import behind_honorific, is_person
from extractor.view import view

_LONGEST_RECIPIENTS_HEAD = 60
_LONGEST_ANNEX_HEAD = 160
_LONGEST_POST = 60
_SHORTEST_ANNEX_HEAD = 28  # longer than the name of whoever signs in capitals
_SIGNATURE_GAP = 4  # blocks between a post and the name under it
_ANNEX_NUMBER = re.compile(r"(?: số)?\W*[\divx]{0,4}\W*")


def parts_behind_preamble(blocks: list[Block]) -> list[Part]:
    """One part for each block from the first section on."""
    parts: list[Part] = []
    state = Part.BODY
    for index, block in enumerate(blocks):
        state = _next_state(state, blocks, index)
        closing = state is Part.BODY and starts("closing", block.text)
        parts.append(Part.CLOSING if closing else state)
        if state is Part.ANNEX:
            _claim_headings(blocks, parts)
    return parts


def opens_foot(blocks: list[Block], index: int) -> bool:
    """Whether the foot begins here: Nơi nhận, a capacity mark, or a post above a name."""
    text = blocks[index].text
    if starts("recipients", text):
        return len(text) < _LONGEST_RECIPIENTS_HEAD
    if opens_signature(text):
        return text[:_LONGEST_RECIPIENTS_HEAD].isupper()
    return _is_post(blocks[index]) and _is_signed(blocks, index)


def _is_post(block: Block) -> bool:
    """Whether a line in capitals begins with a post: "GIÁM ĐỐC", "GIÁM ĐỐC CÔNG AN TỈNH"."""
    text = block.text.strip()
    short = len(text) < _LONGEST_POST
    return short and text.isupper() and load("posts").at(view(text), 0) is not None


def _is_signed(blocks: list[Block], index: int) -> bool:
    """Whether a personal name follows a bare post: in the body such a line would be a heading."""
    below = (block.text.strip() for block in blocks[index + 1 : index + 1 + _SIGNATURE_GAP])
    return any(is_person(text[behind_honorific(text) :]) for text in below)


def _next_state(state: Part, blocks: list[Block], index: int) -> Part:
    block = blocks[index]
    if state is Part.FOOT:
        return _after_foot(block)
    if opens_foot(blocks, index):
        return Part.FOOT
    if state is Part.ENCLOSURE:
        return Part.BODY if _ends_enclosure(block) else state
    return Part.ANNEX if _heads_annex(block) else state


def _after_foot(block: Block) -> Part:
    if equals("type_line", block.text) and block.text.isupper():
        return Part.ENCLOSURE
    data_cell = block.cell is not None and not block.cell.borderless
    if _heads_annex(block) or data_cell or starts("enclosed", block.text):
        return Part.ANNEX
    return Part.FOOT


def _ends_enclosure(block: Block) -> bool:
    begins = parse_marker(block.text) is not None or is_prose(block)
    return begins and not starts("enclosed", block.text)


def _heads_annex(block: Block) -> bool:
    if block.cell is not None or len(block.text) > _LONGEST_ANNEX_HEAD:
        return False
    rest = after("annex", block.text)
    return rest is not None and (stands_out(block) or bool(_ANNEX_NUMBER.fullmatch(rest)))


def _claim_headings(blocks: list[Block], parts: list[Part]) -> None:
    """Headings between signature and "(Kèm theo …)" or a table are the annex's, not the foot's."""
    at = len(parts) - 2
    while at >= 0 and parts[at] is Part.FOOT and _heads_section(blocks[at]):
        parts[at] = Part.ANNEX
        at -= 1


def _heads_section(block: Block) -> bool:
    text = block.text.strip()
    if block.cell is not None or not text.isupper() or len(text) < _SHORTEST_ANNEX_HEAD:
        return False
    return not opens_signature(text) and load("posts").at(view(text), 0) is None
