"""Which task states an entry of the calendar: who reports is said in the sentence that says when.

In: windows and assignments. Out: for each window's id the one assignment whose place holds it. With
places these decide; a record of quotes alone goes by the words. Where two assignments would do,
none is taken.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.plan.facts import placed
from extractor.plan.model import Assignment, Plan, Source, TimeWindow


def tasks_of_windows(plan: Plan) -> dict[str, Assignment]:
    """For each window that one task alone holds, that task."""
    holds = _by_place if placed(plan) else _by_words
    found = {}
    for window in plan.time_windows:
        holders = [task for task in plan.assignments if holds(task.source, window.source)]
        if len(holders) == 1:
            found[window.id] = holders[0]
    return found


def windows_of(
    task: Assignment, windows: Iterable[TimeWindow], held: dict[str, Assignment]
) -> tuple[TimeWindow, ...]:
    """The windows that `task` holds."""
    return tuple(window for window in windows if held.get(window.id) is task)


def _by_place(outer: Source, inner: Source) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _by_words(outer: Source, inner: Source) -> bool:
    return bool(inner.text) and inner.text in outer.text
