"""Gains and losses against a kept state that holds counts and hashes, never texts."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import baseline, show
from evaluation.cases import Case
from evaluation.compare import changes, set_changes, unknown_cases
from evaluation.judge import judge
from evaluation.predict import Outcome
from evaluation.score import JudgedCase


def _judged(gold: dict[str, Any], found: dict[str, Any] | None, set_: str = "shared") -> JudgedCase:
    case = Case(set_, "tan-my", "txt", Path("plan.txt"), Path("gold.json"))
    return JudgedCase(case, Outcome("read"), gold, found, judge(gold, found))


def _texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(_texts, value.values())) if value else set()
    if isinstance(value, list):
        return set().union(*map(_texts, value)) if value else set()
    return {value} if isinstance(value, str) and len(value) > 8 else set()


@pytest.fixture
def worse(gold: dict[str, Any]) -> dict[str, Any]:
    """A record with one target dropped, one window wrong, one unit invented."""
    found = copy.deepcopy(gold)
    del found["targets"][1]
    found["time_windows"][1]["end"] = "2026-12-30"
    found["responsible_units"].append({"name": "Trạm Y tế xã", "roles": ["lead"]})
    return found


def test_the_kept_state_holds_no_text_of_the_plan(
    gold: dict[str, Any], worse: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "baseline.json"
    baseline.write(baseline.renewed({}, [_judged(gold, worse)]), path)
    kept = path.read_text(encoding="utf-8")
    assert not [text for text in _texts([gold, worse]) if text in kept]
    assert "tan-my" not in kept
    assert baseline.load(path) == baseline.renewed({}, [_judged(gold, worse)])


def test_the_same_run_again_shows_nothing(gold: dict[str, Any], worse: dict[str, Any]) -> None:
    case = _judged(gold, worse)
    known = baseline.renewed({}, [case])
    assert list(changes(known, [case])) == []
    assert not any(change.fell for change in set_changes(known, [case]))


def test_losses_are_named_and_the_mission_falls(
    gold: dict[str, Any], worse: dict[str, Any]
) -> None:
    known = baseline.renewed({}, [_judged(gold, gold)])
    moved = {change.section: change for change in changes(known, [_judged(gold, worse)])}
    assert moved.keys() == {"targets", "time_windows", "responsible_units"}
    assert moved["time_windows"].lost == (gold["time_windows"][1],)
    assert moved["responsible_units"].new_false == (worse["responsible_units"][-1],)
    (change,) = set_changes(known, [_judged(gold, worse)])
    assert change.before.f1 == 1.0
    assert change.fell


def test_a_missed_fact_is_lost_too(gold: dict[str, Any], worse: dict[str, Any]) -> None:
    known = baseline.renewed({}, [_judged(gold, gold)])
    moved = {change.section: change for change in changes(known, [_judged(gold, worse)])}
    assert moved["targets"].lost == (gold["targets"][1],)


def test_gains_are_named_and_the_mission_rises(gold: dict[str, Any], worse: dict[str, Any]) -> None:
    known = baseline.renewed({}, [_judged(gold, worse)])
    moved = {change.section: change for change in changes(known, [_judged(gold, gold)])}
    assert moved["targets"].gained == (gold["targets"][1],)
    assert moved["responsible_units"].gone_false == 1
    (change,) = set_changes(known, [_judged(gold, gold)])
    assert not change.fell


def test_a_corrected_answer_is_told_apart_from_a_loss(gold: dict[str, Any]) -> None:
    known = baseline.renewed({}, [_judged(gold, gold)])
    corrected = copy.deepcopy(gold)
    corrected["targets"][0]["value"] = 95
    (change,) = changes(known, [_judged(corrected, corrected)])
    assert (len(change.gained), change.lost, change.gone_answers) == (1, (), 1)


def test_a_fact_stated_twice_is_kept_twice(gold: dict[str, Any]) -> None:
    gold["targets"].append(copy.deepcopy(gold["targets"][0]))
    kept = baseline.kept_of(_judged(gold, gold))["targets"]
    assert len(set(kept.right.split())) == 4


def test_a_case_that_is_new_is_not_compared(gold: dict[str, Any]) -> None:
    case = _judged(gold, None)
    assert unknown_cases({}, [case]) == ["shared/tan-my.txt"]
    assert set_changes({}, [case]) == []


def test_a_set_that_is_not_there_keeps_its_baseline(gold: dict[str, Any]) -> None:
    shared, corpus = _judged(gold, gold), _judged(gold, gold, "corpus")
    both = baseline.renewed({}, [shared, corpus])
    assert baseline.renewed(both, [corpus]) == both
    assert baseline.renewed(both, [shared]).keys() == both.keys()


def test_lines_name_what_was_lost(gold: dict[str, Any], worse: dict[str, Any]) -> None:
    known = baseline.renewed({}, [_judged(gold, gold)])
    lines = "\n".join(show.change_lines(changes(known, [_judged(gold, worse)])))
    assert "shared/tan-my.txt targets: +0 -1 right, +0 -0 false" in lines
    assert "LOST    indicator: sáng kiến mới" in lines
    assert "FALSE   name: Trạm Y tế xã · roles: lead" in lines


def test_the_committed_baseline_holds_only_counts_and_hashes() -> None:
    for sections in json.loads(baseline.PATH.read_text(encoding="utf-8")).values():
        for row in sections.values():
            assert row.keys() == {"counts", "right", "false"}
            hashes = f"{row['right']} {row['false']}".split()
            assert all(len(one) == 8 and int(one, 16) >= 0 for one in hashes)
