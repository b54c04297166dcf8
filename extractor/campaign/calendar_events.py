"""Windows to entries of the calendar: reports, submissions and milestones.

In: `TimeWindow(kind="report", every="quarter", due_day=5, due_month="last_of_quarter")`. Out: an
`Event` with the rule of the recurrence, and the office whose task states it.
"""

from __future__ import annotations

from extractor.campaign.days import first_day, last_day
from extractor.campaign.evidence import Linker
from extractor.campaign.model import Event, EventKind, Recurrence
from extractor.campaign.offices import Offices
from extractor.campaign.recurrence import Frame, recurrence
from extractor.plan.model import Assignment, Plan, TimeWindow

EVENTS: dict[str, EventKind] = {
    "milestone": "milestone",
    "report": "report",
    "submission": "submission",
}


def events_of(
    plan: Plan, held: dict[str, Assignment], offices: Offices, frame: Frame, link: Linker
) -> tuple[Event, ...]:
    """The calendar, in the order of the plan."""
    return tuple(
        _event(window, held.get(window.id), offices, frame, link)
        for window in plan.time_windows
        if window.kind in EVENTS
    )


def window_recurrence(window: TimeWindow, frame: Frame) -> Recurrence | None:
    """The recurrence of a window, None for what happens once."""
    if window.every is None:
        return None
    return recurrence(window.every, frame, window.due_day, window.due_month)


def _event(
    window: TimeWindow, task: Assignment | None, offices: Offices, frame: Frame, link: Linker
) -> Event:
    return Event(
        id=window.id,
        kind=EVENTS[window.kind],
        name=window.label,
        owner=offices.party(task.unit) if task else None,
        task=task.id if task else None,
        start=first_day(window.start),
        end=last_day(window.end),
        recurrence=window_recurrence(window, frame),
        evidence=link.to(window),
    )
