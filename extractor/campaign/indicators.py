"""Targets to indicators: one for each thing measured, with a milestone for each date.

"đạt 60% vào năm 2027, 75% vào năm 2029" is two targets and one indicator. Two targets are of one
indicator when name, unit, kind of change, period, subject and context agree. Two that set different
thresholds for the same date (sở 99%, xã 98%) cannot both be its milestones: they stay apart, first
by their group. The same target said twice is one milestone with two places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.campaign.days import last_day
from extractor.campaign.evidence import Linker
from extractor.campaign.model import Direction, Indicator, Milestone, Number
from extractor.campaign.names import stable_id
from extractor.campaign.thresholds import threshold_of
from extractor.lexicon.load import load
from extractor.plan.model import Target
from extractor.text import folded

Key = tuple[str, ...]
Value = tuple[str, float, float | None]
Measures = Mapping[str, str]  # of a target's id
_WAYS: dict[str, Direction] = {
    "ge": "increase",
    "gt": "increase",
    "le": "decrease",
    "lt": "decrease",
}


@dataclass(slots=True)
class _Series:
    """Targets that are milestones of one indicator, by the date they are due."""

    targets: dict[str | None, list[Target]] = field(default_factory=dict)

    def takes(self, target: Target) -> bool:
        """Whether no other threshold is set for the same date, or for no date at all."""
        same_date = self.targets.get(target.by)
        if same_date:
            return _value(same_date[0]) == _value(target)
        if target.by is None or None in self.targets:
            return all(_value(known[0]) == _value(target) for known in self.targets.values())
        return True

    @property
    def first(self) -> Target:
        return next(iter(self.targets.values()))[0]


def indicators_of(
    targets: Iterable[Target], link: Linker, measures: Measures
) -> tuple[Indicator, ...]:
    """The indicators of a plan, in the order in which they are first named."""
    found: dict[Key, list[_Series]] = {}
    order: list[tuple[Key, _Series]] = []
    for target in targets:
        key = _key(target)
        known = found.setdefault(key, [])
        series = _home(known, target)
        if series is None:
            series = _Series()
            known.append(series)
            order.append((key, series))
        series.targets.setdefault(target.by, []).append(target)
    return tuple(
        _indicator(key, found[key].index(series) + 1, series, link, measures)
        for key, series in order
    )


def _home(known: list[_Series], target: Target) -> _Series | None:
    """The series of the same group if it takes the target, else any that does."""
    group = folded(target.group or "")
    near = [series for series in known if folded(series.first.group or "") == group]
    return next((series for series in (*near, *known) if series.takes(target)), None)


def _key(target: Target) -> Key:
    words = (target.indicator, target.unit, target.subject)
    closed = (target.change, target.per, target.context)
    return (*(folded(word or "") for word in words), *(word or "" for word in closed))


def _value(target: Target) -> Value:
    return target.operator, target.value, target.value_max


def _indicator(key: Key, nth: int, series: _Series, link: Linker, measures: Measures) -> Indicator:
    first, name = series.first, stable_id("I", *key, nth)
    measure = measures.get(first.id)
    milestones = [
        _milestone(name, facts, link)
        for _, facts in sorted(series.targets.items(), key=lambda item: item[0] or "9999-99-99")
    ]
    return Indicator(
        id=name,
        measure=measure,
        name=first.indicator,
        unit=first.unit,
        direction=_direction(first, milestones, measure),
        change=first.change,
        baseline=None,
        group=first.group,
        subject=first.subject,
        context=first.context,
        milestones=tuple(milestones),
    )


def _milestone(indicator: str, facts: list[Target], link: Linker) -> Milestone:
    fact = facts[0]
    return Milestone(
        id=f"{indicator}-{fact.by or 'undated'}",
        threshold=threshold_of(fact),
        due=last_day(fact.by),
        evidence=link.to(*facts),
    )


def _direction(
    target: Target, milestones: list[Milestone], measure: str | None
) -> Direction | None:
    """Which way is better: by change, comparators, the row of values, else by what is measured."""
    if target.change:
        return target.change
    ways = {_way(milestone, target.unit) for milestone in milestones} - {None}
    if not ways:
        ways = _trend([m.threshold.value for m in milestones if m.due])
    if len(ways) == 1:
        return ways.pop()
    return _known(measure) if measure and not ways else None


def _known(measure: str) -> Direction:
    fewer = load("measures").by_id[measure].word("better") == "less"
    return "decrease" if fewer else "increase"


def _way(milestone: Milestone, unit: str) -> Direction | None:
    threshold = milestone.threshold
    if threshold.operator == "eq" and threshold.value == 0:
        return "decrease"
    if threshold.operator == "eq" and threshold.value == 100 and unit == "percent":
        return "increase"
    return _WAYS.get(threshold.operator)


def _trend(values: list[Number]) -> set[Direction | None]:
    steps = {later > earlier for earlier, later in pairwise(values) if later != earlier}
    return {"increase" if up else "decrease" for up in steps}
