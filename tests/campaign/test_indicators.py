"""Targets to indicators: what is one indicator, what stays apart, which way is better."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.campaign.evidence import Linker
from extractor.campaign.indicators import indicators_of
from extractor.campaign.model import Indicator
from extractor.plan.model import Target
from tests.campaign.made import plan, target

HOUSES = "hộ gia đình có cáp quang"


def indicators(*targets: Target, measures: dict[str, str] | None = None) -> tuple[Indicator, ...]:
    made = plan(targets=targets)
    return indicators_of(made.targets, Linker(made), measures or {})


def milestones(found: Indicator) -> list[tuple[str | None, float]]:
    return [(one.due.day if one.due else None, one.threshold.value) for one in found.milestones]


def test_several_dates_of_one_indicator_are_its_milestones_in_order_of_time() -> None:
    (only,) = indicators(target(HOUSES, 80, by="2030"), target(HOUSES.title(), 70, by="2028-06"))

    assert milestones(only) == [("2028-06-30", 70), ("2030-12-31", 80)]
    assert only.baseline is None


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "hộ"},
        {"subject": "Mỗi thôn"},
        {"context": "award"},
        {"per": "year"},
        {"change": "increase"},
    ],
    ids=lambda rest: next(iter(rest)),
)
def test_what_is_measured_otherwise_is_another_indicator(other: dict[str, Any]) -> None:
    assert (
        len(indicators(target(HOUSES, 70, by="2028"), target(HOUSES, 80, by="2030", **other))) == 2
    )


def test_two_thresholds_for_one_date_stay_apart_by_group() -> None:
    made = indicators(
        target(HOUSES, 60, by="2026", group="Đối với xã"),
        target(HOUSES, 90, by="2026", group="Đối với phường"),
        target(HOUSES, 70, by="2027", group="Đối với xã"),
        target(HOUSES, 95, by="2027", group="Đối với phường"),
    )

    assert [found.group for found in made] == ["Đối với xã", "Đối với phường"]
    assert [milestones(found) for found in made] == [
        [("2026-12-31", 60), ("2027-12-31", 70)],
        [("2026-12-31", 90), ("2027-12-31", 95)],
    ]
    assert made[0].id != made[1].id


def test_the_same_target_said_twice_is_one_milestone_with_two_places() -> None:
    (only,) = indicators(
        target(HOUSES, 60, by="2026", group="Mục tiêu"),
        target(HOUSES, 60, by="2026", group="Phụ lục"),
    )

    (one,) = only.milestones
    assert len(one.evidence) == 2
    assert one.id == f"{only.id}-2026"


def test_an_undated_threshold_joins_only_its_equal() -> None:
    assert len(indicators(target(HOUSES, 60, by="2026"), target(HOUSES, 60))) == 1
    assert len(indicators(target(HOUSES, 60, by="2026"), target(HOUSES, 70))) == 2


@pytest.mark.parametrize(
    ("facts", "direction"),
    [
        ([{"operator": "ge"}], "increase"),
        ([{"operator": "lt"}], "decrease"),
        ([{"operator": "eq", "value": 0, "unit": "vụ"}], "decrease"),
        ([{"operator": "eq", "value": 100}], "increase"),
        ([{"operator": "eq", "value": 72}], None),
        ([{"operator": "between", "value_max": 80}], None),
        ([{"operator": "ge", "value": 20, "change": "decrease"}], "decrease"),
        ([{"operator": "eq", "value": 40, "by": "2026"},
          {"operator": "eq", "value": 60, "by": "2028"}], "increase"),
        ([{"operator": "eq", "value": 40, "by": "2026"},
          {"operator": "eq", "value": 20, "by": "2028"}], "decrease"),
        ([{"operator": "eq", "value": 40, "by": "2026"},
          {"operator": "eq", "value": 60, "by": "2028"},
          {"operator": "eq", "value": 50, "by": "2030"}], None),
    ],
)  # fmt: skip
def test_the_better_way_is_told_only_where_the_plan_tells_it(
    facts: list[dict[str, Any]], direction: str | None
) -> None:
    made = indicators(*(target(HOUSES, **{"value": 70, **fact}) for fact in facts))

    assert [found.direction for found in made] == [direction]


def test_a_measure_is_taken_from_the_first_target_that_names_the_indicator() -> None:
    made = plan(targets=(target(HOUSES, 70, by="2028"), target("Số hộ", 5)))
    known = {made.targets[0].id: "digital-team"}

    found = indicators_of(made.targets, Linker(made), known)

    assert [one.measure for one in found] == ["digital-team", None]


def test_a_known_measure_tells_the_better_way_where_the_plan_does_not() -> None:
    made = plan(targets=(target(HOUSES, 3, operator="eq"),))
    name = made.targets[0].id

    def way(measure: str) -> str | None:
        return indicators_of(made.targets, Linker(made), {name: measure})[0].direction

    assert (way("files-late"), way("files-on-time")) == ("decrease", "increase")


def test_ids_follow_from_what_is_measured_and_not_from_its_neighbours() -> None:
    alone = indicators(target(HOUSES, 70, by="2028"))
    among = indicators(target("Số hộ", 5), target(HOUSES, 75, by="2029"))

    assert alone[0].id == among[1].id
