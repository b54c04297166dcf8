"""The foot in two: the lines under Nơi nhận, and those of the signature.

`foot_of(blocks)` gives each line with its column: in a layout table Nơi nhận stands left and the
signature right; typed one under the other, the list ends at the first line that signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.document.stamps import label_of
from extractor.outline.capacities import opens_signature
from extractor.outline.cues import starts
from extractor.outline.look import is_dateline
from extractor.span import Span

_SHORTEST_POST = 6
# The lines of a stamp that no signature has; one that only tells a reason or a post may be its own.
_STAMPED = ("signer", "time", "holder", "address", "state")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of the foot; `column` is None outside a table."""

    text: str
    start: int
    column: int | None = None

    def span(self, start: int, end: int) -> Span:
        """The place of a part of the line in the canonical text."""
        return Span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class FootLines:
    """The lines from "Nơi nhận" on, and those of the signature, each in order."""

    recipients: tuple[Line, ...]
    signature: tuple[Line, ...]


def foot_of(blocks: Sequence[Block]) -> FootLines:
    """The lines of the first foot of a document."""
    lines = [_line(block) for block in blocks if block.text.strip()]
    head = next((i for i, line in enumerate(lines) if starts("recipients", line.text)), None)
    listed = () if head is None else _listed(lines[head:])
    signature = (line for line in lines if line not in listed and not _is_stamp(line.text))
    return FootLines(tuple(listed), tuple(signature))


def _line(block: Block) -> Line:
    return Line(block.text, block.start, block.cell.column if block.cell else None)


def _listed(lines: list[Line]) -> tuple[Line, ...]:
    """The lines of the list: those of its column, until one signs."""
    found = lines[:1]
    for line in lines[1:]:
        if line.column != lines[0].column:
            continue
        if _signs(line.text):
            break
        found.append(line)
    return tuple(found)


def _signs(text: str) -> bool:
    stripped = text.strip(" *_")
    if stripped.startswith(("-", "+")):
        return False
    if opens_signature(stripped) or is_dateline(stripped):
        return True
    return stripped.isupper() and len(stripped) >= _SHORTEST_POST


def _is_stamp(text: str) -> bool:
    """A line of an electronic signature's stamp ("Người ký: …")."""
    return label_of(text) in _STAMPED
