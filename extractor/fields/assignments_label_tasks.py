"""Which lines above a run of labels are its tasks.

Lines of another kind than the labels (bullets above plain labels) are the tasks, each sentence one;
lines of the same kind are details of the numbered line above them, which is then the task. Many
bullets over a single run say how the heading's task is done.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.lexicon.load import load
from extractor.outline.model import Node
from extractor.span import Span
from extractor.view import view

_MOST_TASKS = 2  # more lines than that over the only run of labels are details of the heading

Tasks = tuple[tuple[Span, ...], frozenset[int]]


def tasks_above(reading: Reading, first: Node, labelled: set[int]) -> Tasks:
    """The task spans for the labels that begin at `first`, and the nodes they take."""
    head = reading.outline.parent(first)
    lines = _lines(reading, head, first, labelled)
    if not lines:
        return _heads(reading, head, labelled)
    below = _opened(reading, lines[-1])
    if below:
        return _each(reading, below)
    if head is None:
        return _each(reading, lines)
    if _open(head):
        return _each(reading, lines)
    same = _kind(lines[-1]) == _kind(first)
    if same or (len(lines) > _MOST_TASKS and _is_only_run(reading, head, labelled)):
        spans, nodes = _heads(reading, head, labelled)
        return spans, nodes | {line.index for line in lines}
    return _each(reading, lines)


def _lines(reading: Reading, head: Node | None, first: Node, labelled: set[int]) -> list[Node]:
    """The lines between the labels and what stands before them: other labels, or the heading."""
    if head is None:
        siblings = [n for n in reading.outline.nodes[: first.index] if n.parent is None]
    else:
        siblings = [n for n in reading.outline.children(head) if n.index < first.index]
    lines: list[Node] = []
    for node in reversed(siblings):
        if node.index in labelled or node.part is not first.part:
            break
        lines.insert(0, node)
        if head is None:
            break
    return lines


def _heads(reading: Reading, head: Node | None, labelled: set[int]) -> Tasks:
    """The heading line as the task, with the lines before it that wait for the same labels."""
    if head is None or _is_label_title(reading, head):
        return (), frozenset()
    heads = [head]
    if not head.is_heading:
        heads = [*_waiting(reading, head, labelled), head]
    spans = tuple(_whole(node) for node in heads)
    return spans, frozenset(node.index for node in heads)


def _is_label_title(reading: Reading, head: Node) -> bool:
    """ "2. Cơ quan chủ trì, phối hợp" over the labels names no task."""
    if head.title is None:
        return False
    return _label_title().fullmatch(view(head.title.of(reading.text))) is not None


@cache
def _label_title() -> re.Pattern[str]:
    label = load("task_labels").source
    return re.compile(rf"(?:{label})(?:,? +(?:và +)?(?:phối +hợp|thực +hiện|chủ +trì)){{0,3}}")


def _waiting(reading: Reading, head: Node, labelled: set[int]) -> list[Node]:
    above = reading.outline.parent(head)
    if above is None:
        return []
    waiting: list[Node] = []
    for node in reading.outline.children(above):
        if node.index >= head.index:
            break
        below = list(reading.outline.descendants(node))
        if below or node.is_heading or _kind(node) != _kind(head):
            waiting = []
        else:
            waiting.append(node)
    return waiting


def _whole(node: Node) -> Span:
    return node.title if node.is_heading and node.title is not None else node.text


def _each(reading: Reading, lines: list[Node]) -> Tasks:
    spans = [span for node in lines for span in sentences(reading.text, node.text)]
    return tuple(spans), frozenset(node.index for node in lines)


def _opened(reading: Reading, node: Node) -> list[Node]:
    """The lines below a line that ends with a colon."""
    return list(reading.outline.children(node)) if _open(node) else []


def _open(node: Node) -> bool:
    return node.block.text.rstrip(" \t\u00a0*_").endswith(":")


def _kind(node: Node) -> str:
    return node.marker.kind if node.marker is not None else ""


def _is_only_run(reading: Reading, head: Node, labelled: set[int]) -> bool:
    """Whether the labels below a heading stand together, once."""
    indices = [n.index for n in reading.outline.children(head) if n.index in labelled]
    return not indices or indices[-1] - indices[0] <= len(indices) + 1
