"""The section tree: from blocks with parts to nodes with parents, titles and topics.

"I. MỤC TIÊU" / "1. Chỉ tiêu" / "- 100% hồ sơ" gives three nodes, each the parent of the next.
Tolerant of skipped, repeated and renumbered marks: a node hangs under the last of smaller rank.
"""

from __future__ import annotations

from extractor.document.model import Block, Document
from extractor.outline.cues import starts
from extractor.outline.markers import parse_marker
from extractor.outline.model import Marker, Node, Outline, Part, Topic
from extractor.outline.regions import parts_of
from extractor.outline.titles import split_block
from extractor.outline.topics import topics_of
from extractor.span import Span

_TREE_PARTS = (Part.BODY, Part.CLOSING, Part.ANNEX)
_CLOSED_PARTS = (Part.FOOT, Part.ENCLOSURE)
_HEADING_RANK = 5.6  # an unnumbered heading stands below numbered ones, above bullets
_LEAD_RANK = 6.0  # "Chỉ tiêu định lượng gồm:" heads the lines that follow
_STAR_HEAD_RANK = 6.5  # "* Phòng Kinh tế:" over its dashes
_LONGEST_STAR_HEAD = 80
_BELOW_BRACKETED = 5.5  # "(1)" stands below "1." and "a)", but an "a)" may go on below "(1)"
_ANNEX_RANK = -1.0
_PLAIN_RANK = 9.0
_CAPS_RANK = 2.0
_BULLET_RANKS = (7.0, 7.5, 8.0)


def build(document: Document) -> Outline:
    """The outline of a document; never fails, whatever the numbering."""
    parts = parts_of(document)
    nodes: list[Node] = []
    stack: list[Node] = []
    for block, part in zip(document.blocks, parts, strict=True):
        if part in _CLOSED_PARTS:
            stack = []  # what is enclosed behind a signature hangs under nothing before it
        if part in _TREE_PARTS and block.cell is None and block.text.strip():
            node = _node(block, part, nodes, stack)
            nodes.append(node)
            stack.append(node)
    return Outline(document, parts, tuple(nodes))


def _node(block: Block, part: Part, nodes: list[Node], stack: list[Node]) -> Node:
    """The node of a block; `stack` keeps those above it, the last of them its parent."""
    marker = parse_marker(block.text)
    text, title, content = split_block(block, marker)
    rank = _rank(block, part, marker, title is not None and content is None, stack)
    stack[:] = [above for above in stack if above.rank < rank and above.part is part]
    while stack and _closed(stack[-1], block, marker, nodes):
        stack.pop()
    parent = stack[-1] if stack else None
    own = _own_topics(block, marker, title)
    return Node(
        index=len(nodes),
        block=block,
        part=part,
        marker=marker,
        text=text,
        title=title,
        content=content,
        rank=rank,
        parent=parent.index if parent else None,
        topics=own or (parent.topics if parent else ()),
        own_topic=bool(own),
    )


def _rank(block: Block, part: Part, marker: Marker | None, heads: bool, stack: list[Node]) -> float:
    text = block.text
    if part is Part.CLOSING or (part is Part.ANNEX and starts("annex", text)):
        return _ANNEX_RANK
    if marker is not None and marker.kind == "letter" and _below_bracketed(stack):
        return _BELOW_BRACKETED
    if marker is not None and marker.kind == "star" and _heads_dashes(text, stack):
        return _STAR_HEAD_RANK
    if marker is not None:
        caps = marker.kind == "decimal" and text[marker.length :].isupper()
        return _CAPS_RANK if caps and not _inside_roman(stack) else marker.rank
    if not heads:
        return _PLAIN_RANK
    if text.strip().endswith(":"):
        return _LEAD_RANK
    return _CAPS_RANK if text.isupper() and len(text) > 8 else _HEADING_RANK


def _heads_dashes(text: str, stack: list[Node]) -> bool:
    """Whether a star stands over the dashes behind it: with a colon, or bare and under no dash."""
    said = text.rstrip()
    if said.endswith((".", ";", ",", "!", "?")):
        return False
    if any(node.rank == _STAR_HEAD_RANK for node in stack):
        return said.endswith(":") or len(said) < _LONGEST_STAR_HEAD
    dashes = [node for node in stack if node.rank == min(_BULLET_RANKS)]
    if said.endswith(":"):
        return not any(node.is_heading for node in dashes)
    return len(said) < _LONGEST_STAR_HEAD and not dashes


def _below_bracketed(stack: list[Node]) -> bool:
    kinds = [node.marker.kind for node in stack if node.marker is not None]
    return "bracketed" in kinds and "letter" not in kinds[: kinds.index("bracketed")]


def _inside_roman(stack: list[Node]) -> bool:
    return any(node.marker is not None and node.marker.kind == "roman" for node in stack)


def _closed(head: Node, block: Block, marker: Marker | None, nodes: list[Node]) -> bool:
    """A lead-in over bullets ends at the next plain paragraph; over paragraphs it goes on."""
    if marker is not None or head.rank not in (_LEAD_RANK, *_BULLET_RANKS):
        return False
    if head.rank != _LEAD_RANK:
        return not block.text[:1].islower()
    below = nodes[head.index + 1 : head.index + 2]
    return bool(below) and below[0].marker is not None


def _own_topics(block: Block, marker: Marker | None, title: Span | None) -> tuple[Topic, ...]:
    """The topics that the block's own title names; what a bullet says is no heading."""
    if title is None or (marker is not None and marker.rank >= min(_BULLET_RANKS)):
        return ()
    return topics_of(block.text[title.start - block.start : title.end - block.start])
