"""Small plans for the tests of comparing: only what a test is about has to be said."""

from __future__ import annotations

from typing import Any

from extractor.compare.measure import Measure, measure
from extractor.plan.facts import facts_from_record
from extractor.plan.model import Plan, Target

_DEFAULTS: dict[str, Any] = {"operator": "ge", "value": 90, "unit": "percent", "context": "target"}


def target(indicator: str, **values: Any) -> Target:
    """A target that is at least 90 percent unless `values` says otherwise."""
    return plan(targets=[{"indicator": indicator, **values}]).targets[0]


def measured(indicator: str, **values: Any) -> Measure:
    return measure(target(indicator, **values))


def plan(**sections: Any) -> Plan:
    """A plan of the sections given as a person writes them; targets may leave out the usual."""
    record = {"schema_version": "1.0", **sections}
    record["targets"] = [
        {"quote": item["indicator"], **_DEFAULTS, **item} for item in sections.get("targets", [])
    ]
    return facts_from_record(record)
