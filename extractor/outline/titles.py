"""Title and content of a block: where the words that head something end and the saying begins.

"1. Sở Nội vụ: Chủ trì …" falls into the title "Sở Nội vụ" and the content "Chủ trì …"; "Phấn đấu:"
is a title alone; "Chủ trì, phối hợp với …" is content alone.
"""

from __future__ import annotations

import re

from extractor.document.model import Block
from extractor.outline.model import Marker
from extractor.span import Span

_LONGEST_TITLE = 220
_LONGEST_LEAD = 150
_OPEN, _CLOSE = '“"(«[', '”")»]'
_DROP = " \t\u00a0*_:.;,-–—"
_SENTENCE_END = re.compile(r"[.;,!?…]\s*$")
_COLON = re.compile(r":\s*$")


def split_block(block: Block, marker: Marker | None) -> tuple[Span, Span | None, Span | None]:
    """The block without its marker, its title and its content, as spans of the canonical text."""
    cut = marker.length if marker else 0
    text = Span(block.start + cut, block.end)
    if _heads(block, marker, block.text[cut:]):
        return text, _tidy(text, block), None
    lead = _lead_end(block, cut)
    if lead is None:
        return text, None, text
    title = _tidy(Span(block.start + cut, block.start + lead), block)
    content = Span(block.start + lead + 1, block.end).trimmed(_padded(block))
    return text, title, content if len(content) else None


def _padded(block: Block) -> str:
    return "\0" * block.start + block.text


def _tidy(span: Span, block: Block) -> Span | None:
    tidy = span.trimmed(_padded(block), _DROP)
    return tidy if len(tidy) else None


def _heads(block: Block, marker: Marker | None, rest: str) -> bool:
    """Whether the whole block is a heading."""
    stripped = rest.strip()
    if not stripped or len(stripped) > _LONGEST_TITLE:
        return False
    if _COLON.search(stripped):
        return True
    if stripped.isupper() and len(stripped) > 3:
        return True
    if _SENTENCE_END.search(stripped) and not stripped.endswith("…"):
        return (
            bool(block.style.heading or block.style.bold)
            and len(stripped) < 120
            and marker is not None
        )
    if block.style.heading is not None or block.style.bold:
        return True
    return (
        marker is not None
        and marker.rank < 6
        and len(stripped) < 120
        and stripped[0].isupper()
        and not _has_colon(stripped)
    )


def _has_colon(text: str) -> bool:
    return ": " in text


def _lead_end(block: Block, cut: int) -> int | None:
    """The offset in the block of the colon that ends a lead, or of the end of its bold start."""
    text = block.text
    bold = block.style.lead_bold
    if cut < bold < len(text) - 1 and bold - cut > 3:
        end = bold
        while end > cut and text[end - 1] in " :.":
            end -= 1
        return end if text[end : end + 2].strip()[:1] in (":", ".") or bold > end else None
    depth = 0
    for index in range(cut, min(len(text), cut + _LONGEST_LEAD)):
        char = text[index]
        if char in "“(«[":
            depth += 1
        elif char in "”)»]":
            depth = max(0, depth - 1)
        elif char in ".;" and depth == 0 and text[index + 1 : index + 2].isspace():
            return None
        elif char == ":" and depth == 0 and text[index + 1 : index + 2].isspace():
            return index
    return None
