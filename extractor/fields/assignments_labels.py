"""Tasks with labelled lines under them: "Đơn vị chủ trì: …", "Phối hợp: …", "Thời gian: …".

A run of such lines is read like a row of a table, wherever it stands. What the task is depends on
the layout: the "Nội dung:" of the run, the lines just above it, or the numbered line over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.fields.assignments_duties import duties_of
from extractor.fields.assignments_label_tasks import tasks_above
from extractor.fields.assignments_leads import Handed
from extractor.fields.assignments_products import product_in
from extractor.fields.assignments_times import due_of, every_of
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.tables_rows import lead_party, listed_bodies
from extractor.fields.units_model import Duty
from extractor.fields.units_party import Party
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part
from extractor.plan.model import Role
from extractor.span import Span
from extractor.view import view

_PARTS = (Part.BODY, Part.ANNEX)
_LEADS = ("lead", "implement")
_EDGES = " \t\u00a0.,;:-–*"
_LONGEST_VALUE = 320  # a longer value is prose, to be read as sentences


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled value: what the label says, and the value's place."""

    role: str
    value: Span
    node: Node


@dataclass(frozen=True, slots=True)
class Run:
    """Labels that belong together, each role once."""

    labels: tuple[Label, ...]

    @property
    def first(self) -> Node:
        return self.labels[0].node

    def value(self, *roles: str) -> Label | None:
        return next((label for label in self.labels if label.role in roles), None)


def read_labels(reading: Reading) -> tuple[tuple[Duty, ...], frozenset[int]]:
    """The duties of labelled lines, and the indices of the nodes that they used."""
    duties: list[Duty] = []
    taken: set[int] = set()
    runs = list(label_runs(reading))
    labelled = {label.node.index for run in runs for label in run.labels}
    for run in runs:
        lead = run.value(*_LEADS)
        if lead is None:
            continue
        if _is_prose(reading, lead):
            duties += duties_of(reading, list(sentences(reading.text, lead.value)), Handed())
            continue
        party = lead_party(reading, lead.value)
        if party is None:
            continue
        tasks, nodes = _tasks(reading, run, labelled)
        taken.update(nodes, (label.node.index for label in run.labels))
        duties += [_duty(reading, run, lead, party, task) for task in tasks]
    return tuple(duties), frozenset(taken)


def label_runs(reading: Reading) -> Iterator[Run]:
    """Runs of labelled lines, one right after the other; a label met again begins a new run."""
    current: list[Label] = []
    for node in reading.outline.nodes:
        found = labels_in(reading, node) if node.part in _PARTS else ()
        if not found and _continues(node, current):
            continue
        for label in found:
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
    found = list(_pattern().finditer(viewed))
    if not found or found[0].start("label") > len(viewed) - len(viewed.lstrip(" *_\t")):
        return ()
    labels = []
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(viewed)
        value = Span(node.text.start + match.end(), node.text.start + end)
        entry = load("task_labels").by_alias[" ".join(match.group("label").split())]
        labels.append(Label(entry.word("role"), value.trimmed(reading.text, _EDGES), node))
    return tuple(labels)


def _continues(node: Node, current: list[Label]) -> bool:
    """Whether a line goes on the label above it: "… địa phương" and below it "liên quan."."""
    return bool(current) and node.marker is None and node.block.text[:1].islower()


def _is_prose(reading: Reading, lead: Label) -> bool:
    """Whether a label is followed by sentences on who does what, not by a list of bodies."""
    return len(lead.value) > _LONGEST_VALUE or ". " in lead.value.of(reading.text)


def _tasks(
    reading: Reading, run: Run, labelled: set[int]
) -> tuple[tuple[Span, ...], frozenset[int]]:
    content = run.value("content")
    if content is not None and len(content.value):
        return (content.value,), frozenset()
    return tasks_above(reading, run.first, labelled)


def _duty(reading: Reading, run: Run, lead: Label, party: Party, task: Span) -> Duty:
    partner, time, product = run.value("partner"), run.value("time"), run.value("product")
    role: Role = "lead" if lead.role == "lead" else "implement"
    deliverable = product.value if product and len(product.value) else product_in(reading, task)
    return Duty(
        party=party,
        role=role,
        task=(task,),
        source=task,
        rule="labels",
        confidence=0.9,
        partners=listed_bodies(reading, partner.value) if partner else (),
        due=due_of(reading, time.value, timed=True) if time else due_of(reading, task),
        every=every_of(reading, time.value) if time else every_of(reading, task),
        deliverable=deliverable,
        basis={"unit": "inherited"},
    )


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("task_labels").by_alias, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", " +") for word in words)
    opens = r"(?:^[ \t*_]*|[.;] *(?:[-–+] *)?|(?<= ))"
    remark = r"(?: *\([^()]{0,40}\))?"
    return re.compile(rf"{opens}(?P<label>{joined}){remark} *:[ *_]*")
