"""One plan as its errors are looked at: its text, outline and mentions around a place.

In: a reading with the answer and what became of each section. Out: `Scene.find(quote)` is the span
of a whole quote, None where the text does not hold it word by word; `Scene.node(span)` the section
it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from evaluation.entries import quote_of, source_span
from evaluation.judge import Judged, rows_of
from evaluation.match import Record
from evaluation.policy import POLICY
from extractor.document.locate import block_at, blocks_of
from extractor.document.model import Block
from extractor.fields.context import Reading
from extractor.outline.model import Node, Part
from extractor.span import Span
from extractor.text import Folded, fold, folded

_ENDS = tuple('.;:!?)”"')  # a paragraph that ends otherwise may go on in the next


@dataclass(frozen=True)
class Scene:
    """A plan, its answer, its record and its errors."""

    reading: Reading
    gold: Record
    found: Record
    sections: dict[str, Judged]

    @cached_property
    def _view(self) -> Folded:
        return fold(self.reading.text)

    def find(self, quote: str) -> Span | None:
        """The first place that holds all of `quote`, whatever its case and white space."""
        words = folded(quote)
        at = self._view.text.find(words) if words else -1
        return self._view.back(Span(at, at + len(words))) if at >= 0 else None

    def place_of(self, section: str, gold: Record) -> Span | None:
        """Where an answer stands, by its quote."""
        return self.find(quote_of(section, gold))

    def source_of(self, section: str, found: Record) -> Span | None:
        """Where a found fact was read."""
        return source_span(section, found, self.found)

    def block(self, span: Span) -> Block:
        return block_at(self.reading.document, span.start)

    def part(self, span: Span) -> Part:
        return self.reading.outline.part_at(self.block(span))

    def node(self, span: Span) -> Node | None:
        """The node of the block at a place; of a table the node before it."""
        return self.reading.outline.node_before(self.block(span))

    def top(self, span: Span) -> int | None:
        """The section of the first rank that holds a place."""
        node = self.node(span)
        if node is None:
            return None
        above = [node, *self.reading.outline.ancestors(node)]
        return above[-1].index

    def is_cut(self, span: Span) -> bool:
        """Whether a paragraph ends within `span` where its sentence goes on: lines not rejoined."""
        blocks = [block for block in blocks_of(self.reading.document, span) if block.text.strip()]
        return any(
            one.cell is None
            and other.cell is None
            and not one.text.rstrip().endswith(_ENDS)
            and other.text.lstrip()[:1].islower()
            for one, other in pairwise(blocks)
        )

    def answers(self, *sections: str) -> Iterator[tuple[str, Record, Span]]:
        """The answers of some sections that have a place, with it."""
        for name in sections:
            if POLICY.sections[name].shape != "rows":
                continue
            for row in rows_of(POLICY.sections[name], self.gold):
                place = self.place_of(name, row)
                if place is not None:
                    yield name, row, place
