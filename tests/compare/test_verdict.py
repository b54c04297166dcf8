"""Verdicts by the contract: which way is stricter, and what cannot be compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.compare.verdict import verdict
from tests.compare.making import measured

CASES = yaml.safe_load(Path(__file__).with_name("verdicts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_case(case: dict[str, Any]) -> None:
    a, b = ({"indicator": "Tỷ lệ hồ sơ được số hóa", **case[side]} for side in "ab")
    assert verdict(measured(**a), measured(**b), case.get("tier")) == case["verdict"]


TURNED = {"same": "same", "stricter": "weaker", "weaker": "stricter"}


@pytest.mark.parametrize(
    "case", [c for c in CASES if c["verdict"] in TURNED and "tier" not in c], ids=lambda c: c["id"]
)
def test_the_other_way_round_is_the_opposite(case: dict[str, Any]) -> None:
    a, b = ({"indicator": "Tỷ lệ hồ sơ được số hóa", **case[side]} for side in "ab")
    assert verdict(measured(**b), measured(**a)) == TURNED[case["verdict"]]
