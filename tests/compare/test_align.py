"""Alignment: what is a pair whatever its wording, and what is none however many words it shares."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.compare.align import align, measures
from extractor.plan.model import Plan
from tests.compare.making import plan

CASES = yaml.safe_load(Path(__file__).with_name("alignments.yml").read_text(encoding="utf-8"))


def made(written: list[Any], side: str) -> Plan:
    items = [item if isinstance(item, dict) else {"indicator": item} for item in written]
    return plan(targets=[{**item, "id": f"{side}{place}"} for place, item in enumerate(items)])


def aligned(case: dict[str, Any], first: str, second: str) -> list[list[int]]:
    a, b = (measures(made(case[side], side), ["target"]) for side in (first, second))
    found = align(a, b, case.get("tier"), town=case.get("urban", False))
    return sorted([int(p.a.target.id[1:]), int(p.b.target.id[1:])] for p in found.pairs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    assert aligned(case, "a", "b") == case["pairs"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if "tier" not in case], ids=lambda case: str(case["id"])
)
def test_the_pairs_do_not_depend_on_the_side(case: dict[str, Any]) -> None:
    assert aligned(case, "b", "a") == sorted([b, a] for a, b in case["pairs"])


def test_every_target_is_paired_alone_or_a_repeat() -> None:
    listed = ["hồ sơ được số hóa", "hồ sơ số hóa", "Tỷ lệ thanh toán trực tuyến"]
    a = measures(made(listed, "a"), ["target"])
    b = measures(made(["Tỷ lệ thanh toán trực tuyến"], "b"), ["target"])

    found = align(a, b)

    assert [p.a.target.id for p in found.pairs] == ["a2"]
    assert [m.target.id for m in found.only_a] == ["a0"]
    assert [(r.again.target.id, r.first.target.id) for r in found.again_a] == [("a1", "a0")]
