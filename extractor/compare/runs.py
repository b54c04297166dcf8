"""The runs of two plans and their dates of issue.

Goes in: two plans. Comes out: `Time`: b's run `2026-02`–`2026-11` lies `inside` a's
`2026-01-15`–`2026-12-15`; a run to 2027 `leaves` it.
"""

from __future__ import annotations

from extractor.compare.dates import order
from extractor.compare.model import Order, Run, RunVerdict, Time
from extractor.compare.phrases import place
from extractor.plan.days import first_day, last_day
from extractor.plan.facts import placed
from extractor.plan.model import Plan


def compared_time(a: Plan, b: Plan) -> Time:
    """Both runs, what b's does to a's, and which plan was issued first."""
    run_a, run_b = run_of(a), run_of(b)
    return Time(
        a=run_a,
        b=run_b,
        verdict=_verdict(run_a, run_b) if run_a and run_b else None,
        issued=_issued(a.document.date, b.document.date),
    )


def run_of(plan: Plan) -> Run | None:
    """The whole run that a plan states: from the first start to the last end of its campaigns."""
    windows = [w for w in plan.time_windows if w.kind == "campaign" and (w.start or w.end)]
    if not windows:
        return None
    starts = [w.start for w in windows if first_day(w.start)]
    ends = [w.end for w in windows if last_day(w.end)]
    return Run(
        start=min(starts, key=_first, default=None),
        end=max(ends, key=_last, default=None),
        places=tuple(place(window, placed(plan)) for window in windows),
    )


def _first(stated: str | None) -> str:
    return str(first_day(stated))


def _last(stated: str | None) -> str:
    return str(last_day(stated))


def _verdict(a: Run, b: Run) -> RunVerdict | None:
    start = order(first_day(a.start), first_day(b.start))
    end = order(last_day(a.end), last_day(b.end))
    if start == "earlier" or end == "later":
        return "leaves"
    if start is None and end is None:
        return None
    return "same" if start in ("same", None) and end in ("same", None) else "inside"


def _issued(a: str | None, b: str | None) -> Order | None:
    # Certain only where the last possible day of one lies before the first of the other.
    if order(first_day(a), last_day(b)) == "earlier":
        return "earlier"
    if order(first_day(b), last_day(a)) == "earlier":
        return "later"
    return "same" if a and a == b else None
