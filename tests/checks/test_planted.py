"""Faults planted into copies of the sample plans: each is found, at its words, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor import pipeline
from extractor.checks import RULES, Finding, check_plan

ROOT = Path(__file__).parents[2]
FILES = [
    yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(Path(__file__).parent.glob("planted*.yml"))
]
CASES: list[dict[str, Any]] = [case for data in FILES for case in data["cases"]]
SILENT: list[dict[str, Any]] = [case for data in FILES for case in data["silent"]]
Key = tuple[str, str]  # rule, message


def text_of(plan: str) -> str:
    return (ROOT / "corpus" / plan / "plan.txt").read_text("utf-8")


def findings(text: str) -> tuple[Finding, ...]:
    document = pipeline.read(text.encode(), name="plan.txt")
    return check_plan(pipeline.extract(document))


@cache
def unspoiled(plan: str) -> frozenset[Key]:
    return frozenset((one.rule.id, one.quote) for one in findings(text_of(plan)))


def spoiled(case: dict[str, Any]) -> str:
    text = text_of(case["plan"])
    if start := case.get("from_line"):
        text = text[text.index(start) :]
    if end := case.get("to_line"):
        text = text[: text.index(end)]
    for old, new in case.get("change", {}).items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_planted_fault_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    old = unspoiled(case["plan"])
    new = [one for one in findings(spoiled(case)) if (one.rule.id, one.quote) not in old]
    quotes = [
        one.source and " ".join(one.quote.split()) for one in new if one.rule.id == case["rule"]
    ]
    if case["quote"] is None:
        assert None in quotes
    else:
        assert any(case["quote"] in (quote or "") for quote in quotes), quotes
    assert {one.rule.id for one in new} <= {case["rule"], *case.get("also", [])}, [
        (one.rule.id, one.message) for one in new
    ]
    assert len(quotes) == 1 or case["rule"] in case.get("also", []), quotes


@pytest.mark.parametrize("case", SILENT, ids=lambda case: case["id"])
def test_what_only_looks_like_a_fault_is_left_alone(case: dict[str, Any]) -> None:
    old = unspoiled(case["plan"])
    new = [one for one in findings(spoiled(case)) if (one.rule.id, one.quote) not in old]
    assert not new, [(one.rule.id, one.quote, one.message) for one in new]


def test_a_plan_is_not_held_against_a_younger_law() -> None:
    text = text_of("phu-lac-ho-so-thong-suot")
    day = "ngày 28 tháng 01 năm 2026"
    rules = {
        year: {one.rule.id for one in findings(text.replace(day, f"ngày 28 tháng 1 năm {year}"))}
        for year in (2018, 2026)
    }
    assert "day-without-zero" in rules[2026] - rules[2018]


def test_every_rule_but_those_named_here_has_a_planted_fault() -> None:
    planted = {case["rule"] for case in CASES}
    assert {rule.id for rule in RULES} - planted == {"missing-issuer"}
