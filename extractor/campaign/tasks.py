"""Assignments to tasks: who does what with whom, by which day or how often.

A task that the plan wants every quarter, in the sentence that sets the day of the report, falls due
when that report does; a period alone ends with the period.
"""

from __future__ import annotations

from extractor.campaign.calendar_events import EVENTS, window_recurrence
from extractor.campaign.days import last_day
from extractor.campaign.evidence import Linker
from extractor.campaign.holding import windows_of
from extractor.campaign.model import Recurrence, Task
from extractor.campaign.offices import Offices
from extractor.campaign.recurrence import Frame, recurrence
from extractor.plan.model import Assignment, Plan, TimeWindow


def tasks_of(
    plan: Plan, held: dict[str, Assignment], offices: Offices, frame: Frame, link: Linker
) -> tuple[Task, ...]:
    """The tasks, in the order of the plan."""
    events = [window for window in plan.time_windows if window.kind in EVENTS]
    return tuple(
        _task(task, windows_of(task, events, held), offices, frame, link)
        for task in plan.assignments
    )


def _task(
    fact: Assignment,
    windows: tuple[TimeWindow, ...],
    offices: Offices,
    frame: Frame,
    link: Linker,
) -> Task:
    parties = (offices.party(name, "coordinate") for name in fact.partners)
    return Task(
        id=fact.id,
        name=fact.task,
        role=fact.role,
        owner=offices.party(fact.unit, fact.role),
        partners=tuple(party for party in parties if party),
        due=last_day(fact.due),
        recurrence=_recurrence(fact, windows, frame),
        deliverable=fact.deliverable,
        events=tuple(window.id for window in windows),
        evidence=link.to(fact),
    )


def _recurrence(
    fact: Assignment, windows: tuple[TimeWindow, ...], frame: Frame
) -> Recurrence | None:
    if fact.every is None:
        return None
    same = [window for window in windows if window.every == fact.every]
    if len(same) == 1:
        return window_recurrence(same[0], frame)
    if same:  # twice a year: the events tell when
        return Recurrence(every=fact.every, rule=None, basis=None, start=None, next=())
    return recurrence(fact.every, frame)
