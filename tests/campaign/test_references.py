"""References: which mentions are of one document."""

from __future__ import annotations

from typing import Any

from extractor.campaign.evidence import Linker
from extractor.campaign.references import references_of
from extractor.plan.model import CitationFact, LegalBase
from tests.campaign.made import plan, source


def base(number: str | None, date: str | None, **rest: Any) -> LegalBase:
    given: dict[str, Any] = {"doc_type": "Kế hoạch", "relation": "implements", **rest}
    return LegalBase(source=source(), number=number, date=date, **given)


def mention(number: str, date: str | None, where: Any = "body") -> CitationFact:
    return CitationFact(source=source(), doc_type="Kế hoạch", number=number, date=date, where=where)


def found(bases: list[LegalBase], mentions: list[CitationFact]) -> list[tuple[str | None, int]]:
    made = plan(legal_bases=tuple(bases), citations=tuple(mentions))
    return [(one.date, len(one.evidence)) for one in references_of(made, Linker(made))]


def test_a_mention_without_a_date_joins_the_one_that_has_it() -> None:
    assert found([base("24/KH-UBND", "2026-01-29")], [mention("24/KH-UBND", None)]) == [
        ("2026-01-29", 2)
    ]


def test_another_year_is_another_document() -> None:
    assert found([base("24/KH-UBND", "2026-01-29")], [mention("24/KH-UBND", "2025-01-29")]) == [
        ("2026-01-29", 1),
        ("2025-01-29", 1),
    ]


def test_a_mention_that_could_be_of_two_documents_stays_alone() -> None:
    bases = [base("24/KH-UBND", "2025-01-29"), base("24/KH-UBND", "2026-01-29")]

    assert found(bases, [mention("24/KH-UBND", None)]) == [
        ("2025-01-29", 1), ("2026-01-29", 1), (None, 1),
    ]  # fmt: skip


def test_two_issuers_are_two_documents() -> None:
    bases = [
        base("24/KH-UBND", "2026-01-29", issuer="UBND tỉnh"),
        base("24/KH-UBND", "2026-01-29", issuer="UBND xã"),
        base("24/KH-UBND", "2026-01-29", issuer="Ủy ban nhân dân xã"),
    ]

    assert found(bases, []) == [("2026-01-29", 1), ("2026-01-29", 2)]


def test_laws_without_numbers_are_told_apart_by_title() -> None:
    laws = [base(None, None, doc_type="Luật", title=title) for title in ("Dữ liệu", "Trẻ em")]

    assert found([*laws, laws[0]], []) == [(None, 2), (None, 1)]
