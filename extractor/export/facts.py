"""Every place of a plan that a fact rests on, in the order of the text.

In: a plan. Out: `Mark(start=10, end=25, family="targets", section="targets", id="T5d41402a",
label="Tỷ lệ hồ sơ được số hóa: ≥ 90%")`. Only a record with its text and its places has marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.campaign.thresholds import threshold_of
from extractor.errors import InvalidRecord
from extractor.export.words import KINDS, VALUES, amount
from extractor.plan.facts import placed
from extractor.plan.model import (
    Assignment,
    AwardForm,
    CitationFact,
    Criterion,
    Fact,
    LegalBase,
    Plan,
    Quota,
    ResponsibleUnit,
    Source,
    Target,
    TimeWindow,
)
from extractor.plan.words import PERIODS, ROLES, day

SECTIONS = {  # of a plan or its awards, and the family each belongs to
    "legal_bases": "legal_bases",
    "citations": "citations",
    "targets": "targets",
    "time_windows": "time_windows",
    "responsible_units": "responsible_units",
    "assignments": "assignments",
    "quotas": "awards",
    "forms": "awards",
    "criteria": "awards",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One place: half-open offsets, what family and section it is of, and what it says."""

    start: int
    end: int
    family: str
    section: str
    id: str
    label: str
    confidence: float
    page: int | None


def text_of(plan: Plan) -> str:
    """The text that the marks point into. Raises InvalidRecord for a record without one."""
    if plan.text is None or not placed(plan):
        raise InvalidRecord(
            "bản ghi không kèm văn bản và vị trí nên không xuất được dạng này. Hãy tạo lại bản ghi "
            "bằng kehoach extract, không dùng --no-text.",
            "$.text",
        )
    return plan.text


def marks_of(plan: Plan) -> tuple[Mark, ...]:
    """All marks of a plan, from left to right, the longer first where two begin together."""
    found = [*_facts(plan), *_values(plan)]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, mark.section, mark.id)))


def facts_in(plan: Plan, section: str) -> tuple[Fact, ...]:
    """The facts of one list."""
    holder = plan.awards if SECTIONS[section] == "awards" else plan
    found: tuple[Fact, ...] = getattr(holder, section)
    return found


def _facts(plan: Plan) -> Iterator[Mark]:
    for section, family in SECTIONS.items():
        for fact in facts_in(plan, section):
            yield _mark(fact.source, family, section, fact.id, said(fact), fact.confidence)


def _values(plan: Plan) -> Iterator[Mark]:
    for family, evidence in (
        ("document", plan.document.evidence),
        ("awards", plan.awards.evidence),
    ):
        for name, item in evidence.items():
            label = VALUES.get(name.partition(".")[0] if name[-1:].isdigit() else name, name)
            yield _mark(item.source, family, family, f"{family}.{name}", label, item.confidence)


def _mark(
    source: Source, family: str, section: str, name: str, label: str, confidence: float
) -> Mark:
    return Mark(source.start, source.end, family, section, name, label, confidence, source.page)


def said(fact: Fact) -> str:
    """What a fact states, in one Vietnamese line."""
    match fact:
        case Target():
            by = f" (đến {day(fact.by)})" if fact.by else ""
            return f"{fact.indicator}: {amount(threshold_of(fact), fact.unit)}{by}"
        case Quota():
            form = f"{fact.form}: " if fact.form else ""
            return form + amount(threshold_of(fact), fact.unit)
        case TimeWindow():
            return f"{fact.label or KINDS[fact.kind]}: {_when(fact)}"
        case Assignment():
            return f"{fact.unit} ({ROLES[fact.role]})"
        case ResponsibleUnit():
            return f"{fact.name} ({', '.join(ROLES[role] for role in fact.roles)})"
        case LegalBase() | CitationFact():
            return " ".join(filter(None, (fact.doc_type, fact.number, day(fact.date))))
        case AwardForm():
            return " – ".join(filter(None, (fact.name, fact.authority)))
        case Criterion():
            return "Tiêu chí khen thưởng"
        case _:
            return fact.source.text


def _when(fact: TimeWindow) -> str:
    days = " – ".join(dict.fromkeys(filter(None, (day(fact.start), day(fact.end)))))
    every = f"hằng {PERIODS[fact.every]}" if fact.every else ""
    return ", ".join(filter(None, (days, every))) or "không nêu ngày"
