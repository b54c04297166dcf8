"""Acts with their time: milestones, reports, submissions and phases, sentence by sentence.

"Định kỳ trước ngày 05 tháng cuối quý gửi báo cáo kết quả" is a report; "Tổng kết vào tháng 4 năm 2026" a
milestone; "Giai đoạn 2025 - 2030" as a heading a phase. Source: the contract, section time_windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import is_range, usable, window
from extractor.outline.model import Node, Part, Topic
from extractor.plan.model import TimeWindow, WindowKind
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_REPORT = re.compile(r"(?<!\w)báo cáo(?! viên)(?!\w)")
_REVIEW = re.compile(r"(?<!\w)(?:sơ kết|tổng kết|sơ, tổng kết)(?!\w)")
_SUBMIT = re.compile(r"(?<!\w)(?:hồ sơ|gửi|nộp|trình)(?!\w)")
_PHASE = re.compile(r"^\W*(?:giai đoạn|học kỳ|đợt|bước|vòng)(?!\w)")
_LABEL_END = re.compile(r"[,;.(]| (?:trước ngày|chậm nhất|vào ngày|định kỳ|hằng|hàng|gửi|theo|để)(?!\w)")
_PURPOSE_TOPICS = (Topic.PURPOSE, Topic.BASES, Topic.SUBJECTS, Topic.FUNDING)


def read_acts(reading: Reading) -> Iterator[TimeWindow]:
    """Windows of single acts and phases in the body, in order."""
    for node in reading.nodes(parts=(Part.BODY,)):
        if node.topic in _PURPOSE_TOPICS:
            continue
        phase = _phase(reading, node)
        if phase:
            yield phase
        elif node.content is not None:
            for sentence in sentences(reading.text, node.content, semicolons=True):
                yield from _sentence(reading, node, sentence)


def _phase(reading: Reading, node: Node) -> TimeWindow | None:
    if node.title is None or node.topic is Topic.TARGETS or not _PHASE.match(view(reading.slice(node.title))):
        return None
    dates = [date for date in reading.mentions.dates_in(node.block.span) if is_range(date) or date.deadline]
    if not dates:
        return None
    return window(reading, "phase", reading.value(node.title), dates[0], node.block.span, rule="windows.phase", confidence=0.85)


def _sentence(reading: Reading, node: Node, sentence: Span) -> Iterator[TimeWindow]:
    dates = [date for date in reading.mentions.dates_in(sentence) if usable(date)]
    seen = view(reading.slice(sentence))
    if not dates:
        return
    kind = _kind(node, seen)
    if kind is None:
        if _is_dated_line(reading, node, sentence, dates) and node.title is not None:
            yield window(reading, "milestone", reading.value(node.title), dates[0], node.block.span, rule="windows.milestone.line", deadline=not is_range(dates[0]))
        return
    for date in _chosen(reading, kind, dates, seen, sentence):
        yield window(reading, kind, _label(reading, kind, sentence, seen), date, sentence, rule=f"windows.{kind}", deadline=not is_range(date))


def _kind(node: Node, seen: str) -> WindowKind | None:
    if _REVIEW.search(seen) and not _REPORT.search(seen.split("tổng kết")[0]):
        return "milestone"
    if _REPORT.search(seen):
        return "report"
    if node.topic is Topic.AWARDS and _SUBMIT.search(seen):
        return "submission"
    return None


def _chosen(reading: Reading, kind: WindowKind, dates: list[DateMention], seen: str, sentence: Span) -> list[DateMention]:
    """The mentions that say when: recurrences and days due; a bare year of the thing named is none."""
    timed = [date for date in dates if date.kind == "recurrence" or date.deadline or date.due_day is not None]
    if kind == "report":
        return timed
    if timed:
        return timed
    return [date for date in dates if date.kind in ("day", "month", "quarter", "year", "range") and date.context is None][:1]


def _is_dated_line(reading: Reading, node: Node, sentence: Span, dates: list[DateMention]) -> bool:
    """Whether what follows a title is little more than a date ("…: Chậm nhất ngày 10/12/2025")."""
    if node.topic in (Topic.ORGANISATION, Topic.TARGETS) or dates[0].kind != "day":
        return False
    rest = len(sentence) - sum(len(date.span) for date in dates)
    return rest <= 25


def _label(reading: Reading, kind: WindowKind, sentence: Span, seen: str) -> str | None:
    pattern = {"report": _REPORT, "milestone": _REVIEW, "submission": _SUBMIT}[kind]
    found = pattern.search(seen)
    if found is None:
        return None
    end = _LABEL_END.search(seen, found.end())
    stop = end.start() if end else len(seen)
    return clean(reading.slice(sentence)[found.start() : stop]) or None
