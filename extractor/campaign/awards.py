"""Award facts to the rules a tracker needs: forms with who gives them, numbers, conditions.

In: `AwardForm(name="Giấy khen", authority="Chủ tịch UBND xã")`. Out: a `Form` whose authority is
one of the campaign's offices.
"""

from __future__ import annotations

from extractor.campaign.evidence import Linker
from extractor.campaign.model import AwardCriterion, AwardQuota, AwardRules, Form, Paper
from extractor.campaign.offices import Offices
from extractor.campaign.thresholds import threshold_of
from extractor.plan.model import Awards


def awards_of(awards: Awards, offices: Offices, link: Linker) -> AwardRules:
    """All that the plan says of awards."""
    return AwardRules(
        forms=tuple(
            Form(
                id=fact.id,
                name=fact.name,
                authority=offices.party(fact.authority, "award_authority", links=link.to(fact)),
                occasion=fact.occasion,
                evidence=link.to(fact),
            )
            for fact in awards.forms
        ),
        quotas=_quotas(awards, link),
        criteria=_criteria(awards, link),
        funding=_funding(awards, link),
        dossier=_dossier(awards, link),
    )


def _quotas(awards: Awards, link: Linker) -> tuple[AwardQuota, ...]:
    return tuple(
        AwardQuota(
            id=fact.id,
            recipient=fact.recipient,
            threshold=threshold_of(fact),
            unit=fact.unit,
            form=fact.form,
            evidence=link.to(fact),
        )
        for fact in awards.quotas
    )


def _criteria(awards: Awards, link: Linker) -> tuple[AwardCriterion, ...]:
    return tuple(
        AwardCriterion(id=fact.id, text=fact.text, recipient=fact.recipient, evidence=link.to(fact))
        for fact in awards.criteria
    )


def _funding(awards: Awards, link: Linker) -> Paper | None:
    if not awards.funding:
        return None
    return Paper(text=awards.funding, evidence=link.of(awards.evidence.get("funding")))


def _dossier(awards: Awards, link: Linker) -> tuple[Paper, ...]:
    return tuple(
        Paper(text=paper, evidence=link.of(awards.evidence.get(f"dossier.{number}")))
        for number, paper in enumerate(awards.dossier)
    )
