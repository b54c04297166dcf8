"""Whom small plans give work to, case by case: every list whole and in order."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.fields.units import read_units
from tests.fields.small_plans import cases, plan

_CASES = [pytest.param(case, id=case["id"]) for case in cases("responsible_units")]


@pytest.mark.parametrize("case", _CASES)
def test_units_of_a_small_plan(case: dict[str, Any]) -> None:
    found, _ = read_units(plan(case["body"]))
    said = [(unit.name, list(unit.roles)) for unit in found]
    assert said == list(case["expect"].items())


def test_evidence_is_the_printed_name() -> None:
    reading = plan("V. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\n- Chủ trì, phối hợp với Sở Y tế khám bệnh.")
    units, tasks = read_units(reading)
    for fact in (*units, *tasks):
        assert reading.text[fact.source.start : fact.source.end] == fact.source.text
    assert [unit.name in unit.source.text for unit in units] == [True, True]
    assert [task.task in task.source.text for task in tasks] == [True]
