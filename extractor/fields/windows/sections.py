"""Where a block stands with regard to time: under a heading on time, a lead-in, or a task's own
label.

"V. THỜI GIAN THỰC HIỆN" over a block makes its dates the plan's; "Thời gian hoàn thành: …"
among the labels of a task ("Đơn vị chủ trì: …") is that task's own limit and no window.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading, once_a_node
from extractor.lexicon.load import load
from extractor.outline.model import Node, Topic
from extractor.view import view

SECTION_RANK = 5.6  # sections and headings stand above; lead-ins, bullets and plain lines below
_LEAD_ROLES = ("lead", "implement", "partner")
_FARTHEST = 100  # nodes above in which a lead-in is looked for


def title_of(reading: Reading, node: Node) -> str:
    """The view of a node's title, empty where it has none."""
    return view(reading.value(node.title)) if node.title is not None else ""


def is_run_title(title: str) -> bool:
    """Whether a title (a view) heads the time of the whole: "thời gian thi đua", "thời hạn"."""
    heads = load("window_heads")
    first = heads.at(title, 0)
    if first is None or first.entry.id != "run":
        return False
    return not any(hit.entry.id == "other" for hit in heads.find(title, first.span.end))


def is_schedule_title(title: str) -> bool:
    """Whether a title (a view) heads a schedule: "lộ trình thực hiện", "lịch kiểm tra"."""
    return any(hit.entry.id == "schedule" for hit in load("window_heads").find(title))


def is_task_label(reading: Reading, node: Node) -> bool:
    """Whether a node is the time label of one task, not of the plan: "Thời hạn: Quý IV/2026"."""
    label = load("task_labels").entry_of(title_of(reading, node))
    if label is None or label.word("role") != "time":
        return False
    return node.marker is None or node.rank > SECTION_RANK


def bullet_above(reading: Reading, node: Node) -> Node | None:
    """The bullet that a bare line below it belongs to: "Thời hạn hoàn thành: …" under "- …"."""
    above = reading.outline.nodes[node.index - 1] if node.index else None
    if above is None or node.marker is not None or above.marker is None:
        return None
    return above if above.parent == node.parent and not above.is_heading else None


def has_labelled_siblings(reading: Reading, node: Node) -> bool:
    """Whether labels of a task ("Đơn vị chủ trì: …") stand beside a node."""
    parent = reading.outline.parent(node)
    beside = reading.outline.children(parent) if parent else iter(reading.outline.nodes)
    labels = load("task_labels")
    return any(
        (entry := labels.entry_of(title_of(reading, other))) is not None
        and entry.word("role") in _LEAD_ROLES
        for other in beside
        if other.parent == node.parent
    )


def heads_above(reading: Reading, node: Node) -> Iterator[Node]:
    """The headings that a node stands under, the nearest first, a lead-in over numbered lines too.

    "Lộ trình chung:" over "1. …", "2. …" heads them, though their numbers rank above a lead-in.
    """
    lead = _lead_over(reading, node)
    if lead is not None:
        yield lead
    yield from reading.outline.ancestors(node)


def _lead_over(reading: Reading, node: Node) -> Node | None:
    nodes = reading.outline.nodes
    for at in range(node.index - 1, max(-1, node.index - _FARTHEST), -1):
        other = nodes[at]
        if other.parent != node.parent:
            if other.rank < node.rank:
                return None
            continue
        if other.is_heading and other.marker is None and other.block.text.rstrip().endswith(":"):
            return other
        if other.marker is None or node.marker is None or other.marker.kind != node.marker.kind:
            return None
    return None


@once_a_node
def in_schedule(reading: Reading, node: Node) -> bool:
    """Whether a node stands under a heading that is about time before anything else."""
    for head in heads_above(reading, node):
        title = title_of(reading, head)
        if is_schedule_title(title) or is_run_title(title):
            return not is_task_label(reading, head)
        if head.own_topic:
            return head.topic is Topic.TIME and head.rank <= SECTION_RANK
    return False


def under(reading: Reading, node: Node, *topics: Topic) -> bool:
    """Whether a node or a heading above it is about one of `topics`."""
    heads = [node, *reading.outline.ancestors(node)]
    return any(topic in topics for head in heads for topic in head.topics[:1])
