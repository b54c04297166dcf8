"""The table of confidences: what is counted, what a trait weighs, what a left out plan leaves."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import yaml

from evaluation import keep_table
from evaluation.blind import blind_cases
from evaluation.calibration import (
    Calibration,
    Observation,
    allowance,
    calibrated,
    fit,
    observe,
    weighed,
)
from evaluation.cases import Case, find_cases
from evaluation.reread import Reread, one_a_plan, reread
from evaluation.weights import Example, weights
from extractor.fields.confidence_table import Counts, Scale, Table, Trait


def facts(plan: str, right: int, wrong: int, *traits: str, rule: str = "bare") -> list[Observation]:
    made = [Observation(plan, "targets", rule, traits, True)] * right
    return [*made, *[Observation(plan, "targets", rule, traits, False)] * wrong]


def test_a_table_counts_each_rule_of_each_section() -> None:
    seen = [*facts("a", 3, 1), *facts("b", 2, 0, rule="range")]
    table = fit(seen, prior=4.0)
    assert table.plans == 2
    assert table.rules == {"targets": {"bare": Counts(4, 3), "range": Counts(2, 2)}}


def test_a_trait_of_wrong_facts_moves_down_and_one_of_right_facts_up() -> None:
    seen = [*facts("a", 60, 10), *facts("a", 10, 10, "long"), *facts("b", 20, 0, "stated")]
    traits = fit(seen, prior=4.0).traits
    assert (traits["long"].found, traits["long"].right) == (20, 10)
    assert traits["long"].move < -0.5
    assert traits["stated"].move > 0.3


def test_a_trait_of_few_facts_moves_little() -> None:
    (few,) = weights([Example(1.0, ("seldom",), False)]).values()
    (many,) = weights([Example(1.0, ("often",), False)] * 20).values()
    assert -0.7 < few < 0
    assert many < 2 * few


def test_traits_that_go_together_share_what_one_would_have() -> None:
    wrong = [Example(2.0, ("one", "other"), False)] * 10
    both = weights([*wrong, *[Example(2.0, ("one", "other"), True)] * 10])
    alone = weights([Example(2.0, ("one",), right) for right in (True, False)] * 10)
    assert both["one"] == pytest.approx(both["other"], abs=0.01)
    assert alone["one"] < both["one"] < 0


def test_weights_settle_where_rules_were_very_wrong() -> None:
    (found,) = weights([Example(5.0, ("bad",), right) for right in [False] * 399 + [True]]).values()
    # The best weight w solves 400 / (1 + e^-(5 + w)) = 1 - w; with w = -9 the sides are 7 and 10.
    assert 400 / (1 + math.exp(-5 - found)) == pytest.approx(1 - found, abs=0.1)


def test_a_plan_is_weighed_by_the_others_alone() -> None:
    calibration = Calibration((*facts("good", 30, 0), *facts("bad", 0, 30)))
    assert calibration.without("good").confidence("targets", "bare") < 0.1
    assert calibration.without("bad").confidence("targets", "bare") > 0.9


def test_the_prior_that_foretells_best_is_taken() -> None:
    # Every plan has a rule of its own: only a rule's section says what to expect of it.
    seen = [one for n in range(6) for one in facts(str(n), 9, 1, rule=f"rule-{n}")]
    losses = Calibration(tuple(seen)).losses
    assert Calibration(tuple(seen)).prior == min(losses, key=losses.__getitem__)


@pytest.mark.parametrize(
    "seen",
    [
        [*facts("a", 3, 1), *facts("b", 2, 0, "by-inherited", rule="a/b.c")],
        facts("a", 3, 1),  # no fact has a trait
        [],
    ],
)
def test_the_kept_table_reads_back(tmp_path: Path, seen: list[Observation]) -> None:
    table = fit(seen, prior=8.0)
    path = tmp_path / "confidence.yml"
    keep_table.write(table, path)
    assert yaml.decode(path.read_bytes(), type=Table) == table


def test_a_plan_in_several_formats_is_one_plan(project: Path) -> None:
    chosen = one_a_plan(find_cases(project))
    assert [(case.name, case.format) for case in chosen] == [("phu-lac", "docx"), ("tan-my", "txt")]


def test_each_scale_carries_the_allowance() -> None:
    sure = (*facts("a", 30, 0), *facts("b", 30, 0))
    strict = Calibration(sure, Trait(10, 5, -3.0))
    assert strict.table.unseen == Trait(10, 5, -3.0)
    assert strict.without("a").confidence("targets", "bare") < 0.95
    assert strict.losses == Calibration(sure).losses  # the prior is chosen on the plans at hand


def test_blind_plans_are_those_whose_answers_lie_apart(project: Path, tmp_path: Path) -> None:
    answers, plans = tmp_path / "answers", project.parent / "shared" / "plans" / "unlabelled"
    for folder in (answers, plans):
        folder.mkdir()
    (plans / "na-van.md").write_text("KẾ HOẠCH", encoding="utf-8")
    for name in ("na-van", "without-plan"):
        (answers / f"{name}.json").write_text("{}", encoding="utf-8")
    assert [case.id for case in blind_cases(answers, project)] == ["blind/na-van.md"]


@pytest.fixture
def plan(project: Path) -> Reread:
    """The real plan of the project folder, read by the product."""
    (one,) = reread(find_cases(project, ["shared"]))
    return one


def test_facts_are_observed_before_they_are_weighed(plan: Reread) -> None:
    assert plan.plan is not None
    seen = observe(plan)
    assert {one.plan for one in seen} == {"shared/tan-my"}
    assert any(one.section == "targets" and one.right for one in seen)
    assert any(one.rule.startswith("document.") for one in seen)


def test_blind_plans_that_turn_out_worse_ask_for_an_allowance(plan: Reread) -> None:
    trusting = Scale(fit(facts("a", 99, 0), prior=1.0))
    worse = replace(plan, gold={})  # nothing that was found is in the answer
    down, level = allowance(trusting, [worse]), allowance(trusting, [])
    assert down.found > 0 and down.right == 0 and down.move < -2
    assert level == Trait(0, 0, 0.0)


def test_a_scale_that_trusts_nothing_withholds_all(plan: Reread) -> None:
    assert plan.plan is not None and plan.plan.targets
    strict = Table(plans=1, prior=1.0, review=1.0, floor=1.0)
    record = weighed(plan, Scale(strict))
    assert record is not None and record["targets"] == []


def test_a_file_that_cannot_be_read_gives_no_facts(tmp_path: Path, plan: Reread) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    case = Case("shared", "broken", "pdf", broken, plan.case.gold)
    (one,) = reread([case])
    assert one.plan is None and weighed(one, Scale(Table(1, 1.0, 0.7, 0.5))) is None
    assert calibrated([one]).observations == ()
