"""What a tracker of indicators alone cannot hold of a campaign, told part by part.

In: a campaign and the words for the tracker. Out: `Lost("awards", "…")` for each part that has
something in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.campaign.model import Campaign
from extractor.export.model import Lost


def parts_lost(campaign: Campaign, tracker: str) -> Iterator[Lost]:
    """The parts of a campaign that are no indicators."""
    awards = campaign.awards
    for part, name, count in (
        ("run", "thời gian thực hiện", int(campaign.run is not None)),
        ("phases", "giai đoạn", len(campaign.phases)),
        ("tasks", "nhiệm vụ", len(campaign.tasks)),
        ("calendar", "mốc lịch", len(campaign.calendar)),
        ("awards.forms", "hình thức khen thưởng", len(awards.forms)),
        ("awards.quotas", "số lượng khen thưởng", len(awards.quotas)),
        ("awards.criteria", "tiêu chí khen thưởng", len(awards.criteria)),
        ("awards.dossier", "hồ sơ khen thưởng", len(awards.dossier)),
        ("awards.funding", "kinh phí khen thưởng", int(awards.funding is not None)),
        ("people", "người ký", len(campaign.people)),
        ("offices", "cơ quan", len(campaign.offices)),
        ("references", "văn bản dẫn", len(campaign.references)),
    ):
        if count:
            yield Lost(part, f"{tracker} không chứa {name} ({count})")
