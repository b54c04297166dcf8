"""The section tree: from blocks with parts to nodes with parents, titles and topics.

"I. MỤC TIÊU" / "1. Chỉ tiêu" / "- 100% hồ sơ" gives three nodes, each the parent of the next.
Tolerant of skipped, repeated and renumbered marks: a node hangs under the last of smaller rank.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.document.model import Block, Document
from extractor.outline.cues import starts
from extractor.outline.markers import parse_marker
from extractor.outline.model import Marker, Node, Outline, Part, Topic
from extractor.outline.regions import parts_of
from extractor.outline.titles import split_block
from extractor.outline.topics import topics_of

_TREE_PARTS = (Part.BODY, Part.CLOSING, Part.ANNEX)
_CLOSED_PARTS = (Part.FOOT, Part.ENCLOSURE)
_HEADING_RANK = 5.6  # an unnumbered heading stands below numbered ones, above bullets
_LEAD_RANK = 6.0  # "Chỉ tiêu định lượng gồm:" heads the lines that follow
_ANNEX_RANK = -1.0
_PLAIN_RANK = 9.0
_CAPS_RANK = 2.0


def build(document: Document) -> Outline:
    """The outline of a document; never fails, whatever the numbering."""
    parts = parts_of(document)
    nodes: list[Node] = []
    stack: list[Node] = []
    for block, part in zip(document.blocks, parts, strict=True):
        if part in _CLOSED_PARTS:
            stack = []  # what is enclosed behind a signature hangs under nothing before it
        if part not in _TREE_PARTS or block.cell is not None or not block.text.strip():
            continue
        node = _node(len(nodes), block, part, stack)
        stack = [above for above in stack if above.rank < node.rank and above.part is part]
        node = _hang(node, stack, nodes)
        nodes.append(node)
        stack.append(node)
    return Outline(document, parts, tuple(nodes))


def _node(index: int, block: Block, part: Part, stack: list[Node]) -> Node:
    marker = parse_marker(block.text)
    text, title, content = split_block(block, marker)
    node = Node(index, block, part, marker, text, title, content, _PLAIN_RANK, None)
    return replace(node, rank=_rank(node, marker, stack))


def _rank(node: Node, marker: Marker | None, stack: list[Node]) -> float:
    text = node.block.text
    if node.part is Part.CLOSING or (node.part is Part.ANNEX and starts("annex", text)):
        return _ANNEX_RANK
    if marker is not None:
        caps = marker.kind == "decimal" and text[marker.length :].isupper()
        return _CAPS_RANK if caps and not _inside_roman(stack) else marker.rank
    if not node.is_heading:
        return _PLAIN_RANK
    if text.strip().endswith(":"):
        return _LEAD_RANK
    return _CAPS_RANK if text.isupper() and len(text) > 8 else _HEADING_RANK


def _inside_roman(stack: list[Node]) -> bool:
    return any(node.marker is not None and node.marker.kind == "roman" for node in stack)


def _hang(node: Node, stack: list[Node], nodes: list[Node]) -> Node:
    """Set the parent and the topics: own where the heading names one, else the parent's."""
    while stack and _closed(stack[-1], node, nodes):
        stack.pop()
    parent = stack[-1] if stack else None
    own = _own_topics(node)
    topics = own or (parent.topics if parent else ())
    return replace(
        node, parent=parent.index if parent else None, topics=topics, own_topic=bool(own)
    )


def _closed(head: Node, node: Node, nodes: list[Node]) -> bool:
    """A lead-in over bullets ends at the next plain paragraph; over paragraphs it goes on."""
    if node.marker is not None or head.rank not in (_LEAD_RANK, 7.0, 7.5, 8.0):
        return False
    if head.rank != _LEAD_RANK:
        return not _lower_case(node)
    below = nodes[head.index + 1 : head.index + 2]
    return bool(below) and below[0].marker is not None


def _lower_case(node: Node) -> bool:
    return node.block.text[:1].islower()


def _own_topics(node: Node) -> tuple[Topic, ...]:
    if node.title is None or (node.marker is not None and node.marker.rank >= 7):
        return ()
    start = node.block.start
    return topics_of(node.block.text[node.title.start - start : node.title.end - start])
