"""The campaign's first and last day, its phases, and the frame in which recurrences are counted.

In: the windows of a plan. Out: `Run(start=2026-01-01 (widened from "2026"), end=2026-12-31)`.
Where the plan states no run there is none; of several the first is taken, and that is said.
"""

from __future__ import annotations

from datetime import date

from extractor.campaign.days import first_day, last_day, real
from extractor.campaign.evidence import Linker
from extractor.campaign.model import Phase, Run
from extractor.campaign.recurrence import Frame
from extractor.plan.model import Plan, TimeWindow


def run_windows(plan: Plan) -> tuple[TimeWindow, ...]:
    """The windows that state a run with a date."""
    runs = (window for window in plan.time_windows if window.kind == "campaign")
    return tuple(window for window in runs if window.start or window.end)


def run_of(plan: Plan, link: Linker) -> Run | None:
    """The run that the plan states."""
    stated = run_windows(plan)
    if not stated:
        return None
    window = stated[0]
    return Run(start=first_day(window.start), end=last_day(window.end), evidence=link.to(window))


def phases_of(plan: Plan, link: Linker) -> tuple[Phase, ...]:
    """The phases, in the order of the plan."""
    return tuple(
        Phase(
            id=window.id,
            name=window.label,
            start=first_day(window.start),
            end=last_day(window.end),
            evidence=link.to(window),
        )
        for window in plan.time_windows
        if window.kind == "phase"
    )


def frame_of(plan: Plan, run: Run | None, as_of: date | None) -> Frame:
    """Recurrences count from the run's first day, else from the plan's date."""
    issued = real(first_day(plan.document.date))
    begins = real(run.start) if run else None
    return Frame(
        first=begins or issued,
        last=real(run.end) if run else None,
        as_of=as_of or issued or begins,
    )
