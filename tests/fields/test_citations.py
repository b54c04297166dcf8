"""Where a cited document stands: preamble, body, or the title of another document."""

from __future__ import annotations

import pytest

from extractor.document.model import Draft, assemble
from extractor.fields.citations import read_citations
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.recognise.mentions import recognise

PLAN = """Số: 12/KH-UBND
Phú Lạc, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024
(Kèm theo Quyết định số 18/QĐ-UBND ngày 05/01/2026 của UBND xã Phú Lạc)
Căn cứ Kế hoạch số 77/KH-UBND ngày 02/3/2025 của UBND tỉnh thực hiện Nghị quyết số 71/NQ-CP;
UBND xã Phú Lạc ban hành Kế hoạch như sau:
I. NỘI DUNG
1. Rà soát theo Nghị định số 152/2025/NĐ-CP ngày 14/6/2025."""


@pytest.fixture(scope="module")
def where() -> dict[str | None, str]:
    document = assemble("0", "txt", [Draft(line) for line in PLAN.split("\n")])
    reading = Reading(document, build(document), recognise(document.text))
    return {fact.number: fact.where for fact in read_citations(reading)}


def test_a_base_stands_in_the_preamble(where: dict[str | None, str]) -> None:
    assert where["77/KH-UBND"] == "preamble"


@pytest.mark.parametrize("number", ["57-NQ/TW", "71/NQ-CP"])
def test_a_document_inside_a_title(where: dict[str | None, str], number: str) -> None:
    assert where[number] == "title"


@pytest.mark.parametrize("number", ["152/2025/NĐ-CP", "18/QĐ-UBND"])
def test_sections_and_the_line_on_what_the_plan_is_enclosed_with(
    where: dict[str | None, str], number: str
) -> None:
    assert where[number] == "body"


def test_the_plans_own_number_is_no_citation(where: dict[str | None, str]) -> None:
    assert "12/KH-UBND" not in where
