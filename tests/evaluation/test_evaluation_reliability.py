"""Right facts by confidence and by rule."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from evaluation.graded import Graded, graded
from evaluation.judge import judge
from evaluation.reliability import bins, calibration_error, rules


def fact(confidence: float, right: bool, rule: str = "bare", known: bool = True) -> Graded:
    return Graded("a", "targets", rule, confidence, known, right, {})


FACTS = [fact(0.95, True), fact(0.9, True), fact(0.9, False), fact(0.6, False, known=False)]


def test_a_bin_holds_its_lower_edge_and_not_its_upper() -> None:
    counted = {one.name: (one.facts, one.right) for one in bins(FACTS)}
    assert counted["0.90-0.95"] == (2, 1)
    assert counted["0.95-1.00"] == (1, 1)
    assert counted["0.80-0.90"] == (0, 0)
    assert counted["0.90 and more"] == (3, 2)
    assert counted["below 0.70"] == (1, 0)
    assert counted["all"] == (4, 2)


def test_certainty_is_in_the_last_bin() -> None:
    assert {one.name: one.facts for one in bins([fact(1.0, True)])}["0.95-1.00"] == 1


def test_a_bin_as_a_row_says_what_is_in_the_answer_and_what_is_right() -> None:
    (last,) = [one for one in bins(FACTS) if one.name == "all"]
    assert last.cells() == ["all", "4", "3", "2", "0.500", "0.838"]


def test_the_error_is_the_distance_of_promise_and_outcome() -> None:
    # 0.95 of one right: 0.05; 0.90 of half right: 0.40, twice; 0.60 of none: 0.60.
    assert calibration_error(FACTS) == pytest.approx((0.05 + 2 * 0.4 + 0.6) / 4)
    assert calibration_error([]) is None


def test_rules_are_counted_apart() -> None:
    rows = list(rules([*FACTS, fact(0.9, True, rule="range")]))
    assert [(section, one.name, one.facts) for section, one in rows] == [
        ("targets", "bare", 4),
        ("targets", "range", 1),
    ]


def test_facts_of_a_record_are_graded_with_their_rules(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["targets"][0] |= {"rule": "targets.table", "confidence": 0.9, "operator": "gt"}
    found["targets"].append(
        {**found["targets"][1], "indicator": "cây xanh", "value": 7, "rule": "targets.zero"}
    )
    found["document"]["evidence"] = {
        "number": {"rule": "document.number", "confidence": 0.8},
        "recipients.0": {"rule": "document.recipients", "confidence": 0.7},
    }
    facts = graded("a", found, judge(gold, found))
    by_rule = {(one.section, one.rule): one for one in facts}
    changed = by_rule["targets", "targets.table"]
    assert (changed.known, changed.right, changed.confidence) == (True, False, 0.9)
    assert not by_rule["targets", "targets.zero"].known
    assert by_rule["document", "document.number"].right
    recipients = [one for one in facts if one.section == "recipients"]
    assert [(one.rule, one.right) for one in recipients] == [("document.recipients", True)] * 2
    assert "warnings" not in {one.section for one in facts}


def test_values_whose_rule_is_not_told_are_left_out(gold: dict[str, Any]) -> None:
    assert not [one for one in graded("a", gold, judge(gold, gold)) if one.section == "document"]


def test_a_file_that_was_not_read_has_no_facts(gold: dict[str, Any]) -> None:
    assert graded("a", None, judge(gold, None)) == []
