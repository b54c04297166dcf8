"""How a block looks: a heading that stands out, a sentence, a date line, a rule of dashes.

`is_rule("-------")` is true; `is_prose` is for "Căn cứ Luật Thi đua, khen thưởng năm 2022 …;".
"""

from __future__ import annotations

import re

from extractor.document.model import Block
from extractor.view import view

_RULE = re.compile(r"[\s\-–—_=*./|]*")
_SHORTEST_SENTENCE = 40
_DATELINE = re.compile(r"ngày.{0,12}tháng.{0,12}năm")
_LONGEST_DATELINE = 90


def stands_out(block: Block) -> bool:
    """Whether its letters or its style set a block apart from running text."""
    style = block.style
    return block.text.isupper() or style.bold or style.centred or style.heading is not None


def is_prose(block: Block) -> bool:
    """A sentence of the preamble, by its final mark: titles end with none."""
    text = block.text.rstrip()
    return text.endswith((".", ";", ":")) and not text.isupper() and len(text) > _SHORTEST_SENTENCE


def is_dateline(text: str) -> bool:
    """Whether a line is one of place and date ("Phú Lạc, ngày … tháng … năm 2026")."""
    return len(text) < _LONGEST_DATELINE and _DATELINE.search(view(text)) is not None


def is_rule(text: str) -> bool:
    """Whether a line is a printed rule ("---------") or blank."""
    return _RULE.fullmatch(text) is not None
