"""A campaign for the commands that show one: a plan with the measures that its targets name.

In: a plan. Out: a `Campaign`; a target that names exactly one canonical measure
(`lexicon/vi/measures.yml`) has its id, one that names none or two has none.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extractor.plan.model import Plan

if TYPE_CHECKING:
    from extractor.campaign.model import Campaign


def begin(plan: Plan, as_of: date | None = None) -> Campaign:
    """The campaign that `plan` begins."""
    from extractor.campaign.build import campaign_of

    return campaign_of(plan, as_of, measures_of(plan))


def measures_of(plan: Plan) -> dict[str, str]:
    """The canonical measure of each target that names one."""
    from extractor.compare.measure import measure_ids
    from extractor.compare.wording import wording

    found = {}
    for target in plan.targets:
        named = measure_ids(wording(target.indicator))
        if len(named) == 1:
            (found[target.id],) = named
    return found
