"""What a field reads from, and how it points back: one document with outline and mentions.

Every field is a function of a `Reading`; `source_of(reading, Span(0, 4))` is the evidence of a fact
that stands there: offsets, slice, page and box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from extractor.document.locate import bounding_box, boxes_of, page_of
from extractor.document.model import Block, Document
from extractor.outline.model import Node, Outline, Part, Topic
from extractor.plan.model import Source
from extractor.recognise.model import Mentions
from extractor.span import Span
from extractor.text import clean

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, its outline and what the recognisers found in its canonical text.

    `kept` holds what `once` and `once_a_node` found out before; it follows from the rest.
    """

    document: Document
    outline: Outline
    mentions: Mentions
    kept: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.document.text

    def slice(self, span: Span) -> str:
        """The text of a span as it stands."""
        return span.of(self.document.text)

    def value(self, span: Span) -> str:
        """The text of a span as the contract prints values."""
        return clean(span.of(self.document.text))

    def nodes(self, *topics: Topic, parts: tuple[Part, ...] = (Part.BODY,)) -> Iterator[Node]:
        """Nodes of some topics (of all, when none is named) in some parts, in order."""
        for node in self.outline.nodes:
            if node.part in parts and (not topics or node.topic in topics):
                yield node

    def blocks(self, *parts: Part) -> Iterator[Block]:
        """The blocks of some parts, in order."""
        return self.outline.blocks(*parts)


def once(function: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """A question that several fields ask of a reading, answered once."""

    @wraps(function)
    def answer(reading: Reading) -> T:
        if function not in reading.kept:
            reading.kept[function] = function(reading)
        kept: T = reading.kept[function]
        return kept

    return answer


def once_a_node(function: Callable[[Reading, Node], T]) -> Callable[[Reading, Node], T]:
    """The same for a question about one node of the reading's own outline."""

    @wraps(function)
    def answer(reading: Reading, node: Node) -> T:
        key = (function, node.index)
        if key not in reading.kept:
            reading.kept[key] = function(reading, node)
        kept: T = reading.kept[key]
        return kept

    return answer


def source_of(reading: Reading, span: Span) -> Source:
    """The evidence of a fact: the slice, and page and box where the format has them.

    White space at the ends is left out; the slice is never empty (a span of nothing is an error).
    """
    tight = span.trimmed(reading.text)
    box = bounding_box(boxes_of(reading.document, tight))
    return Source(
        start=tight.start,
        end=tight.end,
        text=tight.of(reading.text),
        page=page_of(reading.document, tight),
        bbox=_rounded(*box[1]) if box else None,
    )


def _rounded(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
    return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)
