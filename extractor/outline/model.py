"""Outline, Node, Marker: the tree of sections over a document's blocks.

A node is one block. Its text falls into `marker` ("1."), `title` (what heads what follows, without
number and colon) and `content` (what is said). "1. Sở Nội vụ: Chủ trì …" has all three, a bare
heading has no content, a plain paragraph has content alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractor.document.model import Block, Document
from extractor.span import Span


class Part(StrEnum):
    """Where in the document a block stands, by the layout of Nghị định 30/2020/NĐ-CP."""

    LETTERHEAD = "letterhead"
    TYPE = "type"
    TITLE = "title"
    PREAMBLE = "preamble"
    BODY = "body"
    CLOSING = "closing"
    FOOT = "foot"
    ENCLOSURE = "enclosure"  # type and title of a plan enclosed in a decision
    ANNEX = "annex"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


class Topic(StrEnum):
    """What a section is about, by its heading."""

    PURPOSE = "purpose"
    BASES = "bases"
    SUBJECTS = "subjects"
    TARGETS = "targets"
    CONTENT = "content"
    TIME = "time"
    AWARDS = "awards"
    ORGANISATION = "organisation"
    REPORTING = "reporting"
    FUNDING = "funding"


@dataclass(frozen=True, slots=True)
class Marker:
    """A printed number or bullet: its text, its kind and its rank (the smaller, the higher)."""

    text: str
    kind: str
    rank: float
    length: int  # characters of the block it takes, the space behind it included


@dataclass(frozen=True, slots=True)
class Node:
    """One block in the tree; spans are offsets in the canonical text, `parent` is an index."""

    index: int
    block: Block
    part: Part
    marker: Marker | None
    text: Span  # the block without its marker
    title: Span | None
    content: Span | None
    rank: float
    parent: int | None
    topics: tuple[Topic, ...] = ()
    own_topic: bool = False

    @property
    def topic(self) -> Topic | None:
        return self.topics[0] if self.topics else None

    @property
    def is_heading(self) -> bool:
        return self.title is not None and self.content is None


@dataclass(frozen=True, slots=True)
class Outline:
    """Parts by block index and the section tree in document order (tables' cells are no nodes)."""

    document: Document
    parts: tuple[Part, ...]
    nodes: tuple[Node, ...]

    def blocks(self, *parts: Part) -> Iterator[Block]:
        """The blocks of some parts, in order."""
        for block, part in zip(self.document.blocks, self.parts, strict=True):
            if part in parts:
                yield block

    def part_at(self, block: Block) -> Part:
        return self.parts[block.index]

    def parent(self, node: Node) -> Node | None:
        return None if node.parent is None else self.nodes[node.parent]

    def ancestors(self, node: Node) -> Iterator[Node]:
        """From the parent upwards."""
        above = self.parent(node)
        while above is not None:
            yield above
            above = self.parent(above)

    def children(self, node: Node) -> Iterator[Node]:
        """The direct children, in order."""
        for at in range(node.index + 1, len(self.nodes)):  # a slice would copy the rest each time
            other = self.nodes[at]
            if other.parent == node.index:
                yield other
            elif other.parent is None or other.parent < node.index:
                return

    def descendants(self, node: Node) -> Iterator[Node]:
        """All nodes below, in document order."""
        inside = {node.index}
        for at in range(node.index + 1, len(self.nodes)):
            other = self.nodes[at]
            if other.parent not in inside:
                return
            inside.add(other.index)
            yield other

    def node_before(self, block: Block) -> Node | None:
        """The last node at or before a block: the section in which a table stands."""
        behind = bisect_right(self.nodes, block.index, key=lambda node: node.block.index)
        return self.nodes[behind - 1] if behind else None
