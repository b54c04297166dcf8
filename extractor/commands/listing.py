"""The facts of a plan as lists with Vietnamese headings, in the order of the record.

In: a plan. Out: `Listing("targets", "Chỉ tiêu", facts)` for each section, empty ones too: that a
plan has none is worth seeing.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.plan.model import Fact, Plan

HEADINGS = {
    "legal_bases": "Căn cứ",
    "citations": "Viện dẫn",
    "targets": "Chỉ tiêu",
    "time_windows": "Thời gian",
    "responsible_units": "Đơn vị",
    "assignments": "Phân công",
    "quotas": "Khen thưởng: số lượng",
    "forms": "Khen thưởng: hình thức",
    "criteria": "Khen thưởng: tiêu chí",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """One section of a record with its heading."""

    section: str
    heading: str
    facts: tuple[Fact, ...]


def listings(plan: Plan) -> tuple[Listing, ...]:
    """All lists of facts in a plan."""
    return tuple(
        Listing(section, heading, _facts(plan, section)) for section, heading in HEADINGS.items()
    )


def _facts(plan: Plan, section: str) -> tuple[Fact, ...]:
    holder = plan.awards if section in ("quotas", "forms", "criteria") else plan
    facts: tuple[Fact, ...] = getattr(holder, section)
    return facts
