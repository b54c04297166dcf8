"""Facts written by hand, short to write."""

from __future__ import annotations

from typing import Any

from extractor.plan.ids import with_ids
from extractor.plan.model import Assignment, Plan, Source, Target, TimeWindow


def source(text: str = "đạt 90%", start: int = 0) -> Source:
    return Source(start=start, end=start + len(text), text=text)


def target(indicator: str, value: float, **rest: Any) -> Target:
    given = {"operator": "ge", "unit": "percent", "context": "target", "source": source(indicator)}
    return Target(**{**given, **rest, "indicator": indicator, "value": value})


def window(kind: Any, **rest: Any) -> TimeWindow:
    return TimeWindow(**{"source": source(str(rest.get("label", kind))), **rest, "kind": kind})


def task(unit: str, words: str, **rest: Any) -> Assignment:
    given = {"role": "implement", "source": source(words)}
    return Assignment(**{**given, **rest, "unit": unit, "task": words})


def plan(**rest: Any) -> Plan:
    return with_ids(Plan(**rest))
