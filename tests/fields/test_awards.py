"""Awards of small plans, case by case: every list whole and in order."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.fields.awards import read_awards
from extractor.plan.model import Awards
from tests.fields.small_plans import TITLE, cases, plan

_CASES = [pytest.param(case, id=case["id"]) for case in cases("awards")]


def awards(case: dict[str, Any]) -> Awards:
    return read_awards(plan(case["body"], case.get("title", TITLE)))


@pytest.mark.parametrize("case", _CASES)
def test_quotas(case: dict[str, Any]) -> None:
    found = awards(case).quotas
    said = [[q.recipient, q.operator, q.value, q.unit, q.form, q.per] for q in found]
    assert said == case.get("quotas", [])


@pytest.mark.parametrize("case", _CASES)
def test_forms(case: dict[str, Any]) -> None:
    found = awards(case).forms
    assert [[f.name, f.authority, f.occasion] for f in found] == case.get("forms", [])


@pytest.mark.parametrize("case", _CASES)
def test_criteria(case: dict[str, Any]) -> None:
    found = awards(case).criteria
    assert [[c.recipient, c.text] for c in found] == case.get("criteria", [])


@pytest.mark.parametrize("case", _CASES)
def test_money_and_papers(case: dict[str, Any]) -> None:
    found = awards(case)
    assert found.funding == case.get("funding")
    assert list(found.dossier) == case.get("dossier", [])


def test_evidence_places_money_and_papers() -> None:
    reading = plan(
        "V. KHEN THƯỞNG\n1. Hồ sơ gồm: Tờ trình; biên bản họp xét.\n"
        "2. Kinh phí khen thưởng trích từ Quỹ thi đua, khen thưởng của xã."
    )
    places = {name: seen.source.text for name, seen in read_awards(reading).evidence.items()}
    assert places == {
        "dossier.0": "Tờ trình;",
        "dossier.1": "biên bản họp xét.",
        "funding": "Quỹ thi đua, khen thưởng của xã",
    }
