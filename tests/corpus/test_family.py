"""The family of three plans: what was planted in the lower ones can be found in their answers."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from corpus.render import HERE

FAMILY: dict[str, Any] = yaml.safe_load((HERE / "family.yml").read_text("utf-8"))
CHILDREN = sorted(FAMILY["children"])


def gold(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((HERE / name / "gold.json").read_text("utf-8"))
    return answer


def by_id(name: str, family: str) -> dict[str, Any]:
    return {item["id"]: item for item in gold(name)[family]}


PARENT_TARGETS = by_id(FAMILY["parent"], "targets")


@pytest.mark.parametrize("child", CHILDREN)
def test_a_target_stands_in_one_pair_at_most(child: str) -> None:
    pairs = FAMILY["children"][child]["pairs"]
    targets = by_id(child, "targets")
    assert len({pair["a"] for pair in pairs}) == len({pair["b"] for pair in pairs}) == len(pairs)
    assert all(pair["a"] in PARENT_TARGETS and pair["b"] in targets for pair in pairs)


@pytest.mark.parametrize("child", CHILDREN)
def test_weakened_delayed_and_dropped_targets_agree_with_the_pairs(child: str) -> None:
    told = FAMILY["children"][child]
    paired = {pair["a"]: pair for pair in told["pairs"]}
    assert told["weakened_targets"] == [a for a, p in paired.items() if p["verdict"] == "weaker"]
    assert told["delayed_targets"] == [a for a, p in paired.items() if p["by"] == "later"]
    assert not set(told["dropped_targets"]) & set(paired)


@pytest.mark.parametrize("child", CHILDREN)
def test_a_verdict_fits_the_two_thresholds(child: str) -> None:
    targets = by_id(child, "targets")
    for pair in FAMILY["children"][child]["pairs"]:
        a, b = PARENT_TARGETS[pair["a"]], targets[pair["b"]]
        assert a["unit"].split()[0] == b["unit"].split()[0] or a["value"] == b["value"] == 0
        less_is_more = a["operator"] in ("le", "lt")
        gain = (b["value"] - a["value"]) * (-1 if less_is_more else 1)
        if gain:
            assert pair["verdict"] == ("stricter" if gain > 0 else "weaker"), pair


def test_a_delay_is_a_later_date() -> None:
    child = FAMILY["children"]["phu-lac-ho-so-thong-suot"]
    pair = next(pair for pair in child["pairs"] if pair["by"] == "later")
    later = by_id("phu-lac-ho-so-thong-suot", "targets")[pair["b"]]["by"]
    assert later > PARENT_TARGETS[pair["a"]]["by"]


@pytest.mark.parametrize("child", CHILDREN)
def test_every_child_cites_its_parent_and_what_is_wrong_there_was_planted(child: str) -> None:
    parent = gold(FAMILY["parent"])["document"]
    base = gold(child)["legal_bases"][0]
    wrong = FAMILY["children"][child]["wrong_citations"]
    differs = [name for name in ("number", "date") if base[name] != parent[name]]
    assert [(w["base"], w["cited"], w["correct"]) for w in wrong] == [
        (base["id"], base[name], parent[name]) for name in differs
    ]
    assert "Chính quyền gần dân, hồ sơ thông suốt" in base["title"]


@pytest.mark.parametrize("child", CHILDREN)
def test_a_run_leaves_its_parents_only_where_that_was_planted(child: str) -> None:
    whole, own = (
        next(w for w in gold(name)["time_windows"] if w["kind"] == "campaign")
        for name in (FAMILY["parent"], child)
    )
    leaves = own["start"] < whole["start"][: len(own["start"])] or own["end"] > whole["end"]
    assert leaves == FAMILY["children"][child].get("run_leaves", False)


def test_the_dropped_duty_is_one_of_the_parent() -> None:
    duties = by_id(FAMILY["parent"], "assignments")
    dropped = FAMILY["children"]["tan-my-ho-so-thong-suot"]["dropped_duties"]
    assert dropped == ["A8"]
    assert duties["A8"]["every"] == "quarter"
    windows = gold("tan-my-ho-so-thong-suot")["time_windows"]
    assert not [window for window in windows if window["kind"] == "report"]
