"""Targets of small plans, case by case: what is measured, how much, by when, by whom."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.fields.targets import read_targets
from extractor.plan.model import Target
from tests.fields.small_plans import cases, plan

_FILES = (
    "targets_shares",
    "targets_counts",
    "targets_times",
    "targets_contexts",
    "targets_forms",
    "targets_whom",
)
_SECTIONS = {
    "target": "II. MỤC TIÊU",
    "task": "III. NỘI DUNG, GIẢI PHÁP",
    "award": "IV. KHEN THƯỞNG\n1. Tiêu chuẩn",
    "purpose": "I. MỤC ĐÍCH, YÊU CẦU",
    "subjects": "I. ĐỐI TƯỢNG, PHẠM VI",
}
_CONTEXTS = {"purpose": "task", "subjects": "task"}
DEFAULTS = {
    "operator": "eq",
    "value_max": None,
    "unit": "percent",
    "change": None,
    "per": None,
    "by": None,
    "subject": None,
}
COMPARED = ("indicator", "value", "context", *DEFAULTS)
_CASES = [pytest.param(case, id=f"{name}:{case['id']}") for name in _FILES for case in cases(name)]


def body(case: dict[str, Any]) -> str:
    heading = _SECTIONS[case.get("section", "target")]
    return str(case.get("body", f"{heading}\n{case.get('text', '')}"))


def expected(case: dict[str, Any]) -> list[dict[str, Any]]:
    section = case.get("section", "target")
    default = {**DEFAULTS, "context": _CONTEXTS.get(section, section)}
    return [{**default, **item} for item in case["expect"]]


def values(target: Target, item: dict[str, Any]) -> dict[str, Any]:
    """What is compared of a target: all that a case may say; the group where it does."""
    return {key: getattr(target, key) for key in {*COMPARED, *item}}


@pytest.mark.parametrize("case", _CASES)
def test_targets_of_a_small_plan(case: dict[str, Any]) -> None:
    found, items = read_targets(plan(body(case))), expected(case)
    assert len(found) == len(items), [target.indicator for target in found]
    assert [values(target, item) for target, item in zip(found, items, strict=True)] == items


@pytest.mark.parametrize("case", _CASES)
def test_the_source_holds_the_number(case: dict[str, Any]) -> None:
    reading = plan(body(case))
    for target in read_targets(reading):
        source = target.source
        assert reading.text[source.start : source.end] == source.text
        assert target.value == 0 or any(map(str.isdigit, source.text)) or "một" in source.text


def test_no_case_is_written_twice() -> None:
    ids = [case["id"] for name in _FILES for case in cases(name)]
    texts = [body(case) for name in _FILES for case in cases(name)]
    assert len(set(ids)) == len(ids)
    assert len(set(texts)) == len(texts)
