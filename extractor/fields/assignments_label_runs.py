"""Runs of labelled lines: "Đơn vị chủ trì: …", "Phối hợp: …", "Thời gian: …" that belong together.

A label may stand in front of its value ("- Đơn vị chủ trì: Sở Nội vụ"), or over it: the heading
"a) Cơ quan chủ trì" takes the bullets below it ("- Sở Nội vụ.", "- Sở Y tế.") as its values. A
heading that names two roles ("2. Cơ quan chủ trì, phối hợp") only holds such headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_clause import clause_of
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part
from extractor.span import Span
from extractor.view import view

_PARTS = (Part.BODY, Part.ANNEX)
_LEADING = ("lead", "implement")
EDGES = " \t\u00a0.,;:-–*"


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled value: what the label says, and the places of its value, none when empty."""

    role: str
    values: tuple[Span, ...]
    node: Node
    below: tuple[Node, ...] = ()  # the lines that hold the value, when it stands below the label

    @property
    def value(self) -> Span | None:
        """From the first word of the value to its last."""
        return Span(self.values[0].start, self.values[-1].end) if self.values else None


@dataclass(frozen=True, slots=True)
class Run:
    """Labels that belong together, each role once."""

    labels: tuple[Label, ...]

    @property
    def first(self) -> Node:
        return self.labels[0].node

    def label(self, *roles: str) -> Label | None:
        return next((label for label in self.labels if label.role in roles), None)

    def nodes(self) -> Iterator[int]:
        """The indices of the lines that the labels and their values take."""
        for label in self.labels:
            yield label.node.index
            yield from (node.index for node in label.below)


def label_runs(reading: Reading) -> Iterator[Run]:
    """Runs of labelled lines, one right after the other; a label met again begins a new run."""
    current: list[Label] = []
    below: set[int] = set()
    for node in reading.outline.nodes:
        if node.index in below:
            continue
        found = labels_in(reading, node) if node.part in _PARTS else ()
        if not found and (_continues(node, current) or is_label_title(reading, node)):
            continue
        for label in found:
            below.update(line.index for line in label.below)
            if any(label.role == other.role != "skip" for other in current):
                yield Run(tuple(current))
                current = []
            current.append(label)
        if not found and current:
            yield Run(tuple(current))
            current = []
    if current:
        yield Run(tuple(current))


def labels_in(reading: Reading, node: Node) -> tuple[Label, ...]:
    """The labelled values of a line that begins with a label; none otherwise."""
    viewed = view(node.text.of(reading.text))
    if ":" not in viewed or _pattern().match(viewed) is None:
        return _over_values(reading, node, viewed.strip(EDGES))
    found = list(_pattern().finditer(viewed))
    labels = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(viewed)
        value = Span(node.text.start + match.end(), node.text.start + end)
        value = value.trimmed(reading.text, EDGES)
        entry = load("task_labels").by_alias[" ".join(match.group("label").split())]
        labels.append(Label(entry.word("role"), (value,) if len(value) else (), node))
    if len(labels) == 1 and not labels[0].values:
        return _over_values(reading, node, found[0].group("label")) or tuple(labels)
    return tuple(labels)


def label_matches(reading: Reading, node: Node) -> Iterator[tuple[str, Span]]:
    """The labels with a colon in a line, each with its role and place."""
    viewed = view(node.text.of(reading.text))
    for match in _pattern().finditer(viewed) if ":" in viewed else ():
        entry = load("task_labels").by_alias[" ".join(match.group("label").split())]
        yield (
            entry.word("role"),
            Span(match.start("label"), match.end()).shift(node.text.start),
        )


def is_label_title(reading: Reading, node: Node) -> bool:
    """ "2. Cơ quan chủ trì, phối hợp" over the labels names no task."""
    if node.title is None or node.content is not None:
        return False
    return _label_title().fullmatch(view(node.title.of(reading.text)).strip(EDGES)) is not None


def _over_values(reading: Reading, node: Node, label: str) -> tuple[Label, ...]:
    """A label that stands alone over the lines with its values."""
    entry = load("task_labels").by_alias.get(" ".join(label.split()))
    if entry is None or entry.word("role") in ("content", "skip"):
        return ()
    if node.text.of(reading.text).isupper():  # "V. PHÂN CÔNG THỰC HIỆN" is a section
        return ()
    below = tuple(reading.outline.children(node))
    if any(labels_in(reading, line) or _says_more(reading, line) for line in below):
        return ()
    lines = [line.text.trimmed(reading.text, EDGES) for line in below]
    values = tuple(span for span in lines if len(span) and span.of(reading.text)[0] != "(")
    said = [one for one in values if clause_of(reading, one).subject is not None]
    if entry.word("role") in _LEADING and len(said) * 2 > len(values):
        return ()  # "1. Công an xã bảo đảm trật tự …": sentences, no values
    return (Label(entry.word("role"), values, node, below),) if values else ()


def _says_more(reading: Reading, line: Node) -> bool:
    """Whether a line heads lines of its own, or says what its body does: then it is no value."""
    if next(reading.outline.children(line), None) is not None:
        return True
    return line.title is not None and line.content is not None


def _continues(node: Node, current: list[Label]) -> bool:
    """Whether a line goes on the label above it: "… địa phương" and below it "liên quan."."""
    return bool(current) and node.marker is None and node.block.text[:1].islower()


@cache
def _label_title() -> re.Pattern[str]:
    label = load("task_labels").source
    return re.compile(rf"(?:{label})(?:,? +(?:và +)?(?:phối +hợp|thực +hiện|chủ +trì)){{0,3}}")


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("task_labels").by_alias, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", " +") for word in words)
    opens = r"(?:^[ \t*_]*|[.;] *(?:[-–+] *)?|(?<=[ (\[]))"
    remark = r"(?: *\([^()]{0,40}\))?"
    return re.compile(rf"{opens}(?P<label>{joined}){remark} *:[ *_]*")
