"""How a block looks: a heading that stands out, a sentence, a rule of dashes."""

from __future__ import annotations

import re

from extractor.document.model import Block

_RULE = re.compile(r"[\s\-–—_=*./|]*")
_SHORTEST_SENTENCE = 40


def stands_out(block: Block) -> bool:
    """Whether its letters or its style set a block apart from running text."""
    style = block.style
    return block.text.isupper() or style.bold or style.centred or style.heading is not None


def is_prose(block: Block) -> bool:
    """A sentence of the preamble, by its final mark: titles end with none."""
    text = block.text.rstrip()
    return text.endswith((".", ";", ":")) and not text.isupper() and len(text) > _SHORTEST_SENTENCE


def is_rule(text: str) -> bool:
    """Whether a line is a printed rule ("---------") or blank."""
    return _RULE.fullmatch(text) is not None
