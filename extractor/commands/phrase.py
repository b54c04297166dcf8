"""A fact in one Vietnamese line, as the lists of `summary` and `explain` show it.

In: a fact. Out: a string: `Tỷ lệ hồ sơ được số hóa: ≥ 90% (đến 2026)`.
"""

from __future__ import annotations

from functools import singledispatch

from extractor.plan.model import (
    Assignment,
    AwardForm,
    CitationFact,
    Criterion,
    Fact,
    LegalBase,
    Quota,
    ResponsibleUnit,
    Target,
    TimeWindow,
)
from extractor.plan.words import KINDS, PERIODS, ROLES, SIGNS, decimal

_RELATIONS = {"pursuant_to": "Căn cứ", "implements": "Thực hiện", "at_request_of": "Theo đề nghị"}
_RECIPIENTS = {"collective": "tập thể", "individual": "cá nhân", "household": "hộ", "other": "khác"}
_CHANGES = {"increase": "tăng", "decrease": "giảm"}


@singledispatch
def phrase(fact: Fact) -> str:
    """One line that says what the fact states."""
    return fact.source.text


@phrase.register
def _(fact: LegalBase) -> str:
    named = " ".join(filter(None, (fact.doc_type, fact.number)))
    issuer = f"của {fact.issuer}" if fact.issuer else None
    date = f"({fact.date})" if fact.date else None
    parts = filter(None, (_RELATIONS.get(fact.relation), named, date, issuer, fact.title))
    return " ".join(parts)


@phrase.register
def _(fact: CitationFact) -> str:
    date = f"({fact.date})" if fact.date else None
    return " ".join(filter(None, (fact.doc_type, fact.number, date)))


@phrase.register
def _(fact: Target) -> str:
    change = f"{_CHANGES[fact.change]} " if fact.change else ""
    amount = change + threshold(fact.operator, fact.value, fact.value_max, fact.unit)
    notes = (
        f"đến {fact.by}" if fact.by else "",
        f"mỗi {PERIODS[fact.per]}" if fact.per else "",
        fact.subject or "",
    )
    return f"{fact.indicator}: {amount}{_bracketed(*notes)}"


@phrase.register
def _(fact: TimeWindow) -> str:
    span = " – ".join(dict.fromkeys(filter(None, (fact.start, fact.end))))
    if fact.end and not fact.start:
        span = f"đến {fact.end}"
    every = f"hằng {PERIODS[fact.every]}" if fact.every else ""
    when = ", ".join(filter(None, (span, every, _due(fact)))) or "không nêu ngày"
    return f"{fact.label or KINDS[fact.kind]}: {when}{_bracketed(KINDS[fact.kind])}"


@phrase.register
def _(fact: ResponsibleUnit) -> str:
    return fact.name + _bracketed(*(ROLES[role] for role in fact.roles))


@phrase.register
def _(fact: Assignment) -> str:
    partners = f"cùng {', '.join(fact.partners)}" if fact.partners else ""
    due = f"hạn {fact.due}" if fact.due else ""
    every = f"hằng {PERIODS[fact.every]}" if fact.every else ""
    notes = _bracketed(ROLES[fact.role], partners, due, every, fact.deliverable or "")
    return f"{fact.unit}: {fact.task}{notes}"


@phrase.register
def _(fact: Quota) -> str:
    amount = threshold(fact.operator, fact.value, fact.value_max, fact.unit)
    form = f"{fact.form}: " if fact.form else ""
    per = f"mỗi {PERIODS[fact.per]}" if fact.per else ""
    return f"{form}{amount}{_bracketed(_RECIPIENTS[fact.recipient], per)}"


@phrase.register
def _(fact: AwardForm) -> str:
    return fact.name + _bracketed(fact.authority or "", fact.occasion or "")


@phrase.register
def _(fact: Criterion) -> str:
    return fact.text + _bracketed(_RECIPIENTS[fact.recipient] if fact.recipient else "")


def threshold(operator: str, value: float, value_max: float | None, unit: str) -> str:
    """`≥ 90%`, `từ 3 đến 5 buổi`: number, comparison and unit; decimals with a comma."""
    upper = f" đến {decimal(value_max)}" if value_max is not None else ""
    noun = "%" if unit == "percent" else f" {unit}"
    return f"{SIGNS[operator]} {decimal(value)}{upper}{noun}".rstrip()


def _due(fact: TimeWindow) -> str:
    day = f"ngày {fact.due_day}" if fact.due_day else ""
    if fact.due_month == "last_of_quarter":
        return f"{day} tháng cuối quý".strip()
    month = f"tháng {fact.due_month}" if fact.due_month else ""
    return " ".join(filter(None, (day, month)))


def _bracketed(*notes: str) -> str:
    said = "; ".join(filter(None, notes))
    return f" ({said})" if said else ""
