"""All windows of a plan: the run first, then acts in the order of the text, each once."""

from __future__ import annotations

from extractor.fields.context import Reading
from extractor.fields.windows.acts import read_acts
from extractor.fields.windows.campaign import read_campaign
from extractor.plan.model import TimeWindow


def read_windows(reading: Reading) -> tuple[TimeWindow, ...]:
    """The time windows of the contract."""
    campaign = read_campaign(reading)
    found = [campaign] if campaign else []
    for act in read_acts(reading):
        if campaign is None or not _same_place(act, campaign):
            found.append(act)
    return tuple(found)


def _same_place(act: TimeWindow, campaign: TimeWindow) -> bool:
    """Whether an act only says the run again (the same sentence with the same dates)."""
    same = (act.start, act.end, act.every) == (campaign.start, campaign.end, campaign.every)
    inside = campaign.source.start <= act.source.start and act.source.end <= campaign.source.end
    return same and inside
