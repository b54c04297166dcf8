"""All windows of a plan: the run first, then the others in the order of the text, each time
once."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.fields.context import Reading
from extractor.fields.windows.acts import read_acts
from extractor.fields.windows.campaign import read_campaign
from extractor.fields.windows.make import Found
from extractor.fields.windows.schedule import read_schedule
from extractor.fields.windows.tables import read_tables
from extractor.plan.model import TimeWindow


def read_windows(reading: Reading) -> tuple[TimeWindow, ...]:
    """The time windows of the contract."""
    campaign = read_campaign(reading)
    first = [campaign] if campaign else []
    rest = _once(first, [*read_schedule(reading), *read_acts(reading), *read_tables(reading)])
    rest.sort(key=lambda found: found.core)
    return tuple(found.window for found in [*first, *rest])


def _once(first: list[Found], others: Iterable[Found]) -> list[Found]:
    """The others without those that rest on the same words, or tell a run again."""
    kept = list(first)
    for found in others:
        if not any(found.core.overlaps(other.core) or _again(found, other) for other in kept):
            kept.append(found)
    return kept[len(first) :]


def _again(found: Found, other: Found) -> bool:
    one, two = found.window, other.window
    same = (one.start, one.end) == (two.start, two.end) and bool(one.start or one.end)
    if same and one.kind == two.kind == "milestone":
        return one.label is not None and one.label == two.label
    same = same and one.start is not None
    return same and one.kind == "phase" and two.kind in ("phase", "campaign")
