"""A stated number with its comparison, from a target or a quota.

`Target(operator="ge", value=90.0, per="year")` gives `Threshold(operator="ge", value=90, …)`: whole
numbers without a point, as a person would write them.
"""

from __future__ import annotations

from extractor.campaign.model import Number, Threshold
from extractor.plan.model import Quota, Target


def threshold_of(fact: Target | Quota) -> Threshold:
    """The threshold that a fact states."""
    upper = None if fact.value_max is None else plain(fact.value_max)
    return Threshold(operator=fact.operator, value=plain(fact.value), value_max=upper, per=fact.per)


def plain(value: float) -> Number:
    """95.0 as 95."""
    return int(value) if float(value).is_integer() else value
