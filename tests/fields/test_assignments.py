"""Tasks that the sentences of small plans hand out, case by case: every list whole and in order."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.fields.units import read_units
from extractor.plan.model import Assignment
from tests.fields.small_plans import cases, plan, plan_with_table

_UNSAID: dict[str, Any] = {"role": "implement", "with": [], "due": None, "every": None}
_CASES = [
    pytest.param(case, id=case["id"])
    for name in ("assignments", "assignment_labels")
    for case in cases(name)
]
_TABLES = [pytest.param(case, id=case["id"]) for case in cases("assignment_tables")]


@pytest.mark.parametrize("case", _CASES)
def test_tasks_of_a_small_plan(case: dict[str, Any]) -> None:
    _, found = read_units(plan(case["body"]))
    assert [said(item) for item in found] == [{**_UNSAID, **item} for item in case["expect"]]


@pytest.mark.parametrize("case", _TABLES)
def test_rows_of_a_table(case: dict[str, Any]) -> None:
    units, found = read_units(plan_with_table("IV. NHIỆM VỤ CỤ THỂ", case["rows"]))
    expected = [{**_UNSAID, "deliverable": None, **item} for item in case["expect"]]
    assert [{**said(item), "deliverable": item.deliverable} for item in found] == expected
    named = [unit.name for unit in units]
    assert named == case.get("units", named)


def said(item: Assignment) -> dict[str, Any]:
    return {
        "unit": item.unit,
        "role": item.role,
        "task": item.task,
        "with": list(item.partners),
        "due": item.due,
        "every": item.every,
    }
