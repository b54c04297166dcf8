"""The awards section: each block of the part on awards goes to every reader that it may
concern."""

from __future__ import annotations

from extractor.fields.awards.criteria import criteria_of
from extractor.fields.awards.elsewhere import awarding_sentences
from extractor.fields.awards.forms import forms_in, forms_of, once
from extractor.fields.awards.money import funding_in, papers_in
from extractor.fields.awards.quotas import quotas_in, quotas_of
from extractor.fields.awards.scope import Place, places_of
from extractor.fields.context import Reading, source_of
from extractor.plan.model import Awards, Evidence
from extractor.span import Span


def read_awards(reading: Reading) -> Awards:
    """Quotas, forms, criteria, funding and dossier; empty where the plan promises no awards."""
    places = places_of(reading)
    return _from_part(reading, places) if places else _from_sentences(reading)


def _from_part(reading: Reading, places: tuple[Place, ...]) -> Awards:
    told = [place for place in places if not place.policy]
    money = next((span for place in told if (span := funding_in(reading, place))), None)
    papers = [paper for place in told for paper in papers_in(reading, place)]
    return Awards(
        quotas=tuple(quota for place in places for quota in quotas_of(reading, place)),
        forms=once([form for place in places for form in forms_of(reading, place)]),
        criteria=tuple(found for place in places for found in criteria_of(reading, place)),
        funding=reading.value(money) if money else None,
        dossier=tuple(reading.value(paper) for paper in papers),
        evidence=_evidence(reading, money, papers),
    )


def _from_sentences(reading: Reading) -> Awards:
    found = list(awarding_sentences(reading))
    return Awards(
        quotas=tuple(quota for _, span in found for quota in quotas_in(reading, span, ())),
        forms=once([form for _, span in found for form in forms_in(reading, span, ())]),
    )


def _evidence(reading: Reading, money: Span | None, papers: list[Span]) -> dict[str, Evidence]:
    spans = {f"dossier.{index}": paper for index, paper in enumerate(papers)}
    if money:
        spans["funding"] = money
    return {
        name: Evidence(source=source_of(reading, span), rule="awards.place", confidence=0.85)
        for name, span in spans.items()
    }
