"""How sure a fact is: measured on plans with answers, not guessed by the rule that read it.

In: a plan as the fields read it. Out: the same plan, each fact with the share of right ones among
the facts of its section and rule ("targets", "targets.sentence/bare": 0.96). Facts below the floor
are left out, each with a warning `withheld` at its place; a section with doubtful facts has one
warning `review`. The counts stand in `confidence.yml`, made by `python -m evaluation calibrate`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from msgspec import yaml
from msgspec.structs import replace

from extractor.fields.confidence_table import Scale, Table
from extractor.fields.confidence_traits import Traits
from extractor.fields.context import Reading
from extractor.plan.model import Awards, Evidence, Fact, Plan, Warning
from extractor.span import Span

LISTS = {
    "legal_bases": "căn cứ",
    "citations": "viện dẫn",
    "targets": "chỉ tiêu",
    "time_windows": "mốc thời gian",
    "responsible_units": "đơn vị",
    "assignments": "nhiệm vụ phân công",
}
AWARD_LISTS = {
    "quotas": "số lượng khen thưởng",
    "forms": "hình thức khen thưởng",
    "criteria": "tiêu chí khen thưởng",
}
_DOUBTED = 0.6  # the most that is trusted in what a seal, a pen or faint print left doubtful
_LONGEST_QUOTE = 80  # characters of a message


@dataclass(slots=True)
class _Weighing:
    """One plan being weighed: its facts and their traits, the scale, and the warnings so far."""

    plan: Plan
    traits: Traits
    scale: Scale
    withheld: list[Warning] = field(default_factory=list)
    review: list[Warning] = field(default_factory=list)


def weigh(reading: Reading, plan: Plan, scale: Scale | None = None) -> Plan:
    """The plan with measured confidences; what is too doubtful becomes a warning."""
    weighing = _Weighing(plan, Traits(reading, plan), scale or measured())
    lists = {name: _kept(weighing, name, noun) for name, noun in LISTS.items()}
    awards = {name: _kept(weighing, name, noun) for name, noun in AWARD_LISTS.items()}
    document = _evidence(weighing.scale, "document", plan.document.evidence)
    document = {key: _as_read(reading, one) for key, one in document.items()}
    terms = _evidence(weighing.scale, "award_terms", plan.awards.evidence)
    return replace(
        plan,
        **lists,
        document=replace(plan.document, evidence=document),
        awards=replace(plan.awards, **awards, evidence=terms),
        warnings=(*plan.warnings, *weighing.withheld, *weighing.review),
    )


@cache
def measured() -> Scale:
    """The scale of this package (`confidence.yml` beside this file), read once."""
    place = resources.files("extractor.fields").joinpath("confidence.yml")
    return Scale(yaml.decode(place.read_bytes(), type=Table))


def section_of(section: str, key: str) -> str:
    """The section that measures an entry of `evidence`: lists of texts have one of their own."""
    name = key.partition(".")[0]
    return name if name in ("recipients", "dossier") else section


def _evidence(scale: Scale, section: str, evidence: dict[str, Evidence]) -> dict[str, Evidence]:
    return {
        key: replace(one, confidence=scale.confidence(section_of(section, key), one.rule))
        for key, one in evidence.items()
    }


def _as_read(reading: Reading, evidence: Evidence) -> Evidence:
    """The evidence, no surer than the letters it was read from (seals, repairs, faint print)."""
    place = Span(evidence.source.start, evidence.source.end)
    doubts = (doubt for doubt in reading.document.doubts if doubt.span.overlaps(place))
    if any(doubt.reason != "unread" for doubt in doubts):
        return replace(evidence, confidence=min(evidence.confidence, _DOUBTED))
    return evidence


def facts_of(plan: Plan, section: str) -> tuple[Fact, ...]:
    """The facts of one list of a plan or of its awards."""
    holder: Plan | Awards = plan.awards if section in AWARD_LISTS else plan
    facts: tuple[Fact, ...] = getattr(holder, section)
    return facts


def _kept(weighing: _Weighing, section: str, noun: str) -> tuple[Fact, ...]:
    """The facts of one list that are sure enough, in order."""
    table = weighing.scale.table
    kept: list[Fact] = []
    doubtful = 0
    for fact in facts_of(weighing.plan, section):
        sure = weighing.scale.confidence(section, fact.rule, weighing.traits.of(fact))
        if sure < table.floor:
            weighing.withheld.append(_withheld(fact, noun, sure))
            continue
        doubtful += sure < table.review
        kept.append(replace(fact, confidence=sure))
    if doubtful:
        weighing.review.append(_review(doubtful, noun, table.review))
    return tuple(kept)


def _withheld(fact: Fact, noun: str, sure: float) -> Warning:
    words = " ".join(fact.source.text.split())
    quote = words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()} …"
    return Warning(
        code="withheld",
        message=f"Không đưa vào bản ghi một {noun} vì độ tin cậy chỉ {sure:.0%}: “{quote}”.",
        source=fact.source,
    )


def _review(number: int, noun: str, below: float) -> Warning:
    return Warning(
        code="review",
        message=f"{number} {noun} có độ tin cậy dưới {below:.0%}: hãy đối chiếu với văn bản.",
    )
