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
_LONGEST_MARKED_TITLE = 120
_LONGEST_LEAD = 150
_SHORTEST_BOLD_LEAD = 4
_HIGHEST_BULLET = 6  # rank from which a marker is a bullet, whose line says something itself
_OPEN, _CLOSE = "“(«[", "”)»]"
_DROP = " \t\u00a0*_:.;,-–—"
_SENTENCE_END = re.compile(r"[.;,!?]\s*$")
_COLON_END = re.compile(r":\s*$")
_LEAD_MARK = re.compile(r"[“(«[”)»\]]|[:.;](?=\s)")


def split_block(block: Block, marker: Marker | None) -> tuple[Span, Span | None, Span | None]:
    """The block without its marker, its title and its content, as spans of the canonical text."""
    cut = marker.length if marker else 0
    text = Span(cut, len(block.text))
    if _heads(block, marker, block.text[cut:].strip()):
        return text.shift(block.start), _part(block, text, _DROP), None
    lead = _lead_end(block, cut)
    if lead is None:
        return text.shift(block.start), None, text.shift(block.start)
    title = _part(block, Span(cut, lead), _DROP)
    content = _part(block, Span(lead + 1, len(block.text)), " \t\u00a0")
    return text.shift(block.start), title, content


def _part(block: Block, span: Span, drop: str) -> Span | None:
    """A part of the block, trimmed and placed in the canonical text; None where nothing is left."""
    tidy = span.trimmed(block.text, drop)
    return tidy.shift(block.start) if len(tidy) else None


def _heads(block: Block, marker: Marker | None, text: str) -> bool:
    """Whether the whole block is a heading."""
    if not text or len(text) > _LONGEST_TITLE:
        return False
    if _COLON_END.search(text) or (text.isupper() and len(text) > 3):
        return True
    style = block.style
    stressed = style.heading is not None or style.bold
    short = marker is not None and len(text) < _LONGEST_MARKED_TITLE
    if _SENTENCE_END.search(text):
        return stressed and short
    return stressed or (short and _names_section(marker, text))


def _names_section(marker: Marker | None, text: str) -> bool:
    """Whether a numbered line without a final mark is a heading by its form alone."""
    numbered = marker is not None and marker.rank < _HIGHEST_BULLET
    return numbered and text[0].isupper() and ": " not in text


def _lead_end(block: Block, cut: int) -> int | None:
    """The offset in the block of the colon that ends a lead, or of the end of its bold start."""
    bold = block.style.lead_bold
    if cut + _SHORTEST_BOLD_LEAD <= bold < len(block.text) - 1:
        return _bold_lead_end(block.text, cut, bold)
    depth = 0
    for found in _LEAD_MARK.finditer(block.text, cut, cut + _LONGEST_LEAD):
        mark = found.group()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            return found.start() if mark == ":" else None
    return None


def _bold_lead_end(text: str, cut: int, bold: int) -> int | None:
    end = cut + len(text[cut:bold].rstrip(" :."))
    follows = text[end : end + 2].strip()[:1] in (":", ".")
    return end if follows or bold > end else None
