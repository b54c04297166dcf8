"""Acts told in sentences: reports that are due, reviews and launches, and files for awards.

"Định kỳ trước ngày 05 tháng cuối quý gửi báo cáo kết quả" is a report, "6 tháng sơ kết và cuối
năm tổng kết" two milestones, "hồ sơ khen thưởng gửi về Sở Nội vụ trước ngày 31/3/2026" a
submission.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.by_day import acts_by_day
from extractor.fields.windows.completed import completed_acts
from extractor.fields.windows.cues import Clause, clause_of, timed
from extractor.fields.windows.finished import finished_acts
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.reports import is_report_task, reports_of, sendings_of
from extractor.fields.windows.reviews import continued, reviews_of
from extractor.fields.windows.sections import bullet_above, is_task_label, under
from extractor.fields.windows.submissions import submissions_of
from extractor.fields.windows.times import is_due, times_in
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part, Topic
from extractor.span import Span
from extractor.view import view

_NO_REPORTS = (Topic.PURPOSE, Topic.TARGETS, Topic.BASES, Topic.FUNDING)


def read_acts(reading: Reading) -> Iterator[Found]:
    """The windows that sentences of the body state, in order."""
    for node in reading.nodes(parts=(Part.BODY,)):
        yield from _limit_of_report(reading, node)
        if node.is_heading or is_task_label(reading, node):
            continue
        before: Clause | None = None
        for clause in clauses_of(reading, node):
            yield from _windows(reading, node, clause)
            if before:
                yield from continued(reading, before, clause)
            before = clause


def _limit_of_report(reading: Reading, node: Node) -> Iterator[Found]:
    """The labelled limit of a task that is a report ("Thời gian hoàn thành: …")."""
    task, limit = _task_and_limit(reading, node)
    if limit is None or task is None or not is_report_task(view(reading.slice(task))):
        return
    for date in times_in(reading, limit):
        if is_due(date) or date.kind == "recurrence":
            label = reading.value(task)
            evidence = Span(task.start, limit.end) if node.text.covers(task) else node.text
            yield act_window(reading, "report", label, date, evidence, "windows.report.limit")


def _task_and_limit(reading: Reading, node: Node) -> tuple[Span | None, Span | None]:
    if is_task_label(reading, node):
        task = bullet_above(reading, node) or reading.outline.parent(node)
        return (task.text if task else None), node.content
    said = list(sentences(reading.text, node.text))
    for first, second in pairwise(said):
        label, colon, _ = view(reading.slice(second)).partition(":")
        entry = load("task_labels").entry_of(label) if colon else None
        if entry is not None and entry.word("role") == "time":
            return first, second
    return None, None


def clauses_of(reading: Reading, node: Node) -> Iterator[Clause]:
    """The clauses of a block that hold a time."""
    for span in sentences(reading.text, node.text, semicolons=True):
        dates = times_in(reading, span)
        if dates:
            yield clause_of(reading, span, dates)


def _windows(reading: Reading, node: Node, clause: Clause) -> Iterator[Found]:
    pairs = list(timed(clause))
    files = list(submissions_of(reading, node, clause))
    yield from files
    if files:
        return
    yield from reviews_of(reading, node, clause, pairs)
    if not under(reading, node, *_NO_REPORTS):
        yield from reports_of(reading, clause, pairs)
        yield from sendings_of(reading, clause, in_section=node.topic is Topic.REPORTING)
        yield from completed_acts(reading, clause)
        yield from finished_acts(reading, node, clause)
        yield from acts_by_day(reading, node, clause)
