"""Which lines above a run of labels are its tasks.

Lines of another kind than the labels (bullets above plain labels) are the tasks, each sentence one;
lines of the same kind are details of the numbered line above them, which is then the task. Many
bullets over a single run say how the heading's task is done.
"""

from __future__ import annotations

from extractor.fields.assignments_filters import explains
from extractor.fields.assignments_label_runs import EDGES, is_label_title, labels_in
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.units_clause import clause_of
from extractor.lexicon.load import load
from extractor.outline.model import Node
from extractor.span import Span
from extractor.view import view

_MOST_TASKS = 2  # more lines than that over the only run of labels are details of the heading

Tasks = tuple[tuple[Span, ...], frozenset[int]]


def tasks_above(reading: Reading, first: Node, labelled: set[int]) -> Tasks:
    """The task spans for the labels that begin at `first`, and the nodes they take."""
    head = reading.outline.parent(first)
    if head is not None and is_label_title(reading, head):
        return tasks_above(reading, head, labelled)
    lines = _lines(reading, head, first, labelled)
    if not lines:
        return _heads(reading, head, labelled)
    content = _content(reading, lines[-1])
    if content:
        return _own(reading, content)
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


def with_title(
    reading: Reading, node: Node, content: Span, labelled: set[int]
) -> tuple[tuple[tuple[Span, ...], ...], frozenset[int]]:
    """The task of "Nội dung: …": the item's own title goes before it, unless it says that again.

    "Nghị định xử phạt …" over "Nội dung: mức phạt …" is one task of both; "2. Rà soát văn bản" over
    "Nội dung: Rà soát các văn bản …" is the content alone.
    """
    head = reading.outline.parent(node)
    if head is None or not _is_item(reading, head, node):
        return ((content,),), frozenset()
    title = _whole(head)
    said, again = (view(span.of(reading.text)).strip(EDGES).split() for span in (title, content))
    if said[:2] == again[:2] or " ".join(said) in " ".join(again):
        return ((content,),), frozenset()
    return ((title, content),), frozenset({head.index})


def _is_item(reading: Reading, head: Node, node: Node) -> bool:
    """Whether a line names one thing to be done: its first line is the content, its only one."""
    if head.content is not None and head.title is not None:
        return False
    lines = list(reading.outline.children(head))
    contents = [n for n in lines for label in labels_in(reading, n) if label.role == "content"]
    return lines[0].index == node.index and len(contents) == 1 and not head.own_topic


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
    if head is None or is_label_title(reading, head):
        return (), frozenset()
    heads = [head]
    if not head.is_heading:
        heads = [*_waiting(reading, head, labelled), head]
    spans = tuple(_whole(node) for node in heads)
    return spans, frozenset(node.index for node in heads)


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


def _own(reading: Reading, lines: list[Node]) -> Tasks:
    """The sentences of the lines that are the labels' tasks: none that somebody else is to do."""
    spans, nodes = _each(reading, lines)
    return tuple(span for span in spans if _is_own(reading, span)), nodes


def _is_own(reading: Reading, sentence: Span) -> bool:
    clause = clause_of(reading, sentence)
    if clause.subject is not None:
        return False
    return not (clause.foreign and explains(view(sentence.of(reading.text))))


def _opened(reading: Reading, node: Node) -> list[Node]:
    """The lines below a line that ends with a colon."""
    return list(reading.outline.children(node)) if _open(node) else []


def _content(reading: Reading, node: Node) -> list[Node]:
    """The lines below "1. Nội dung, biện pháp"."""
    if node.title is None or node.content is not None:
        return []
    title = view(node.title.of(reading.text)).strip(EDGES).partition(",")[0]
    entry = load("task_labels").by_alias.get(" ".join(title.split()))
    is_content = entry is not None and entry.word("role") == "content"
    return list(reading.outline.children(node)) if is_content else []


def _open(node: Node) -> bool:
    return node.block.text.rstrip(" \t\u00a0*_").endswith(":")


def _kind(node: Node) -> str:
    return node.marker.kind if node.marker is not None else ""


def _is_only_run(reading: Reading, head: Node, labelled: set[int]) -> bool:
    """Whether the labels below a heading stand together, once."""
    indices = [n.index for n in reading.outline.children(head) if n.index in labelled]
    return not indices or indices[-1] - indices[0] <= len(indices) + 1
