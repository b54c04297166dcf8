"""From a time to a window: dates, period, day and month due, as the contract prints them.

"trước ngày 15 tháng 11 hằng năm" becomes `every` year, `due_day` 15, `due_month` 11. A run
keeps both ends; a single act its end alone ("vào tháng 4 năm 2026" is 2026-04), a quarter its
first and last month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.context import Reading, source_of
from extractor.fields.windows.times import is_run
from extractor.plan.model import TimeWindow, WindowKind
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.text import clean

_SPANS = ("quarter", "half_year")  # periods that a single act, too, keeps with both ends
_LONGEST_LABEL = 200
_CLAUSE_END = re.compile(r"[;,:](?= )")


@dataclass(frozen=True, slots=True)
class Found:
    """A window and the date words it rests on: no two windows may rest on the same."""

    window: TimeWindow
    core: Span


def run_window(
    reading: Reading,
    kind: WindowKind,
    label: str | None,
    date: DateMention,
    evidence: Span,
    rule: str,
) -> Found:
    """The window of something that lasts, with the ends that the words state."""
    return _found(reading, kind, label, date, evidence, rule, date.start)


def act_window(
    reading: Reading,
    kind: WindowKind,
    label: str | None,
    date: DateMention,
    evidence: Span,
    rule: str,
) -> Found:
    """The window of a single act: its end alone, unless a run or a quarter is stated."""
    lasts = is_run(date) or (date.kind in _SPANS and not date.deadline)
    opens = date.end is None
    return _found(
        reading, kind, label, date, evidence, rule, date.start if lasts or opens else None
    )


def line_window(
    reading: Reading, label: str, date: DateMention, evidence: Span, *, lasts: bool = False
) -> Found:
    """The window of a dated line: a phase where it lasts, else a milestone."""
    kind: WindowKind = "phase" if is_run(date) or lasts or date.end is None else "milestone"
    make = run_window if kind == "phase" else act_window
    return make(reading, kind, label, date, evidence, f"windows.{kind}.line")


def _found(
    reading: Reading,
    kind: WindowKind,
    label: str | None,
    date: DateMention,
    evidence: Span,
    rule: str,
    start: str | None,
) -> Found:
    recurs = date.start is None and date.end is None
    every = date.every or ("year" if recurs and date.due_month is not None else None)
    window = TimeWindow(
        kind=kind,
        label=_label(label),
        start=start,
        end=date.end,
        every=every if recurs else None,  # type: ignore[arg-type]
        due_day=date.due_day if recurs else None,
        due_month=date.due_month if recurs else None,  # type: ignore[arg-type]
        source=source_of(reading, evidence),
        rule=rule,
        confidence=0.85,
    )
    return Found(window, date.core)


def _label(label: str | None) -> str | None:
    """The words of a label; a long one ends with its last whole clause."""
    said = clean(label) if label else ""
    if len(said) <= _LONGEST_LABEL:
        return said or None
    said = said[:_LONGEST_LABEL]
    clauses = [match.start() for match in _CLAUSE_END.finditer(said)]
    return said[: clauses[-1]] if clauses else said.rpartition(" ")[0]
