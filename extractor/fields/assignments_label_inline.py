"""Labels behind the task on its own line: "Rà soát các giếng. Chủ trì: Trạm Y tế; thời gian: …".

"1. Rà soát các giếng (Chủ trì: Trạm Y tế; phối hợp: các thôn; hoàn thành: 30/6/2026)" gives the run
of its three labels and the task "Rà soát các giếng". A line that begins with a label is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.assignments_label_runs import EDGES, Label, Run, label_matches
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.outline.model import Node, Part
from extractor.span import Span

_PARTS = (Part.BODY, Part.ANNEX)
_LEADS = ("lead", "implement")
_OPENS = (".", ";", ",", "(", "[", "-", "–", "—", "/")
_FEWEST_WORDS = 3  # of what is to be done


def inline_runs(reading: Reading, taken: set[int]) -> Iterator[tuple[Run, tuple[Span, ...]]]:
    """The labels of each line that ends with them, and its tasks; lines in `taken` left out."""
    for node in reading.outline.nodes:
        if node.part in _PARTS and node.index not in taken:
            run = _run(reading, node)
            if run is not None:
                yield run


def _run(reading: Reading, node: Node) -> tuple[Run, tuple[Span, ...]] | None:
    found = list(label_matches(reading, node))
    if not found or all(role not in _LEADS for role, _ in found):
        return None
    said = Span(node.text.start, found[0][1].start)
    if not said.of(reading.text).rstrip().endswith(_OPENS):
        return None
    task = said.trimmed(reading.text, EDGES + "([")
    if len(task.of(reading.text).split()) < _FEWEST_WORDS:
        return None
    labels = []
    for index, (role, label) in enumerate(found):
        end = found[index + 1][1].start if index + 1 < len(found) else node.text.end
        labels.append(_label(reading, node, role, Span(label.end, end)))
    return Run(tuple(labels)), tuple(sentences(reading.text, task))


def _label(reading: Reading, node: Node, role: str, span: Span) -> Label:
    """A label with its value: the first sentence behind it, without the bracket that ends it."""
    span = span.trimmed(reading.text, EDGES)
    value = next(iter(sentences(reading.text, span)), span).trimmed(reading.text, EDGES)
    text = value.of(reading.text)
    if text.endswith((")", "]")) and text.count("(") < text.count(")") + text.count("]"):
        value = Span(value.start, value.end - 1).trimmed(reading.text, EDGES)
    return Label(role, (value,) if len(value) else (), node)
