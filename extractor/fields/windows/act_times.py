"""Times told in a line of their own: "c) Thời gian: …" below an act, "Thời gian kiểm tra: Quý
III/2026".

The first are the milestones of the act above ("2. Tổ chức sơ kết phong trào thi đua"); the
second names its act itself. A task's own limit ("Thời gian hoàn thành") is neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.windows.make import Found, act_window, line_window
from extractor.fields.windows.sections import (
    SECTION_RANK,
    has_labelled_siblings,
    in_schedule,
    is_task_label,
    title_of,
)
from extractor.fields.windows.times import stated, times_in
from extractor.lexicon.load import load
from extractor.outline.model import Node


def own_time(reading: Reading, node: Node) -> Iterator[Found]:
    """ "Thời gian" below an act of its own ("Tổ chức sơ kết …"): the act's milestones."""
    parent = reading.outline.parent(node)
    if parent is None or has_labelled_siblings(reading, node) or not _is_act(reading, parent):
        yield from _time_of_act(reading, node)
        return
    label = title_of(reading, parent) and reading.value(parent.title or parent.text)
    lines = [node, *reading.outline.children(node)] if node.is_heading else [node]
    for line in lines:
        for date in times_in(reading, line.text):
            if date.end or date.due_day or date.due_month:
                yield act_window(
                    reading, "milestone", label, date, line.text, "windows.milestone.act"
                )


def _is_act(reading: Reading, node: Node) -> bool:
    cues = load("window_cues").find(title_of(reading, node))
    return any(hit.entry.word("kind") in ("review", "launch", "event") for hit in cues)


def _time_of_act(reading: Reading, node: Node) -> Iterator[Found]:
    """The act that a label names itself: "Thời gian kiểm tra: Quý III/2026"."""
    if node.content is None or node.rank <= SECTION_RANK or in_schedule(reading, node):
        return
    cues = load("window_cues").find(title_of(reading, node))
    if is_task_label(reading, node) or not any(hit.entry.id == "inspect" for hit in cues):
        return
    for date in list(stated(times_in(reading, node.content)))[:1]:
        label = reading.value(node.title or node.text)
        yield line_window(reading, label, date, node.text)
