"""Legal bases of two plans: what both rest on, and where they cite one document in two ways.

Goes in: two plans. Comes out: `LegalBases`. `Kế hoạch 15/KH-UBND ngày 21/01/2026` in b for the
plan a, which is of 12/01/2026, is `parent` with a wrong date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.compare.model import LegalBases, SharedBase
from extractor.compare.numbers import has_year, issuers_agree, number_key, titles_alike
from extractor.plan.days import dates_agree
from extractor.plan.model import DocumentFacts, LegalBase, Plan

Difference = Literal["number", "date"]
_ALIKE = 0.6  # titles as near as this are of one document
_FULL_DATE = 10  # characters of a date that names a day


@dataclass(frozen=True, slots=True)
class ParentCited:
    """b's base that is plan a, and what it cites wrongly."""

    base: LegalBase
    wrong: tuple[Difference, ...]


def compared_bases(a: Plan, b: Plan) -> LegalBases:
    """The bases of both plans, matched."""
    free = list(b.legal_bases)
    shared = []
    for base in a.legal_bases:
        other = _same_document(base, free)
        if other is not None:
            free.remove(other)
            shared.append(SharedBase(a=base.id, b=other.id, differs=_differs(base, other)))
    taken = {pair.a for pair in shared}
    cited = parent_cited(a.document, b.legal_bases)
    return LegalBases(
        shared=tuple(shared),
        only_a=tuple(base.id for base in a.legal_bases if base.id not in taken),
        only_b=tuple(base.id for base in free),
        parent=cited.base.id if cited else None,
    )


def parent_cited(parent: DocumentFacts, bases: Sequence[LegalBase]) -> ParentCited | None:
    """The base that is the plan `parent`: by its number, else by its date and title."""
    named = [base for base in bases if _may_be(parent, base)]
    by_number = [b for b in named if b.number and number_key(b.number) == number_key(parent.number)]
    for base in by_number:
        if dates_agree(base.date, parent.date):
            return ParentCited(base, ())
    for base in by_number:
        if _titled(parent, base) or base.title is None:
            return ParentCited(base, ("date",))
    for base in named:
        if _dated_alike(parent, base) and _titled(parent, base):
            return ParentCited(base, ("number",))
    return None


def _may_be(parent: DocumentFacts, base: LegalBase) -> bool:
    same_type = not base.doc_type or not parent.type or base.doc_type == parent.type
    return same_type and issuers_agree(base.issuer, parent.issuer.name)


def _dated_alike(parent: DocumentFacts, base: LegalBase) -> bool:
    stated = parent.number and base.number and parent.date and base.date
    return bool(stated) and dates_agree(base.date, parent.date)


def _titled(parent: DocumentFacts, base: LegalBase) -> bool:
    return titles_alike(parent.title, base.title) >= _ALIKE


def _same_document(base: LegalBase, others: Sequence[LegalBase]) -> LegalBase | None:
    alike = [other for other in others if _same_kind(base, other)]
    for agree in (_by_number, _by_title):
        for other in alike:
            if agree(base, other):
                return other
    return None


def _same_kind(a: LegalBase, b: LegalBase) -> bool:
    return a.doc_type == b.doc_type and issuers_agree(a.issuer, b.issuer)


def _by_number(a: LegalBase, b: LegalBase) -> bool:
    if not a.number or number_key(a.number) != number_key(b.number):
        return False
    # Without a year in it a number comes back every year: then the date or the title must agree.
    return has_year(a.number) or dates_agree(a.date, b.date) or _alike(a, b)


def _by_title(a: LegalBase, b: LegalBase) -> bool:
    if not _alike(a, b):
        return False
    if a.number and b.number:
        return bool(a.date and a.date == b.date and len(a.date) == _FULL_DATE)
    return dates_agree(a.date, b.date)


def _alike(a: LegalBase, b: LegalBase) -> bool:
    return titles_alike(a.title, b.title) >= _ALIKE


def _differs(a: LegalBase, b: LegalBase) -> tuple[Difference, ...]:
    found: list[Difference] = []
    if a.number and b.number and number_key(a.number) != number_key(b.number):
        found.append("number")
    if not dates_agree(a.date, b.date):
        found.append("date")
    return tuple(found)
