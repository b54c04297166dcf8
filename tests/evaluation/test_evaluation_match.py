"""Which fact answers which, and at which level two values agree."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.match import agrees, align, levels_right, likeness
from evaluation.policy import LEVELS, POLICY, Field

TEXT, CLOSED, UNIT = Field("text"), Field("closed"), Field("unit")


def _levels(field: Field, gold: object, found: object) -> list[str]:
    return [level for level in LEVELS if agrees(field, level, gold, found)]


@pytest.mark.parametrize(
    ("gold", "found", "levels"),
    [
        ("Sở Nội vụ", "Sở Nội vụ", ["exact", "folded", "overlap", "value"]),
        ("Sở Nội vụ", "SỞ NỘI VỤ.", ["folded", "overlap", "value"]),
        ("Tỷ lệ hồ sơ được số hóa", "hồ sơ được số hóa", ["overlap", "value"]),
        ("Tỷ lệ hồ sơ", "sáng kiến", ["value"]),
        (None, "Sở Nội vụ", ["value"]),
    ],
)
def test_texts_agree_down_to_a_level(gold: object, found: object, levels: list[str]) -> None:
    assert _levels(TEXT, gold, found) == levels


def test_numbers_and_closed_words_agree_at_every_level_or_at_none() -> None:
    assert _levels(CLOSED, 90, 90.0) == list(LEVELS)
    assert _levels(CLOSED, "ge", "gt") == []


def test_units_agree_by_class_at_the_value_level() -> None:
    assert _levels(UNIT, "cuộc", "cuộc kiểm tra") == ["overlap", "value"]
    assert _levels(UNIT, "percent", "hồ sơ") == []


def test_lists_of_texts_agree_in_any_order_when_folded() -> None:
    assert _levels(Field("words"), ["Sở A", "Sở B"], ["sở b", "SỞ A"]) == LEVELS_FROM_FOLDED


LEVELS_FROM_FOLDED = ["folded", "overlap", "value"]


def test_a_set_of_roles_has_no_order() -> None:
    assert _levels(Field("set"), ["lead", "implement"], ["implement", "lead"]) == list(LEVELS)


def test_a_target_with_another_value_is_another_target(gold: dict[str, Any]) -> None:
    section, target = POLICY.sections["targets"], gold["targets"][0]
    assert likeness(section, target, target) == 2.0
    assert likeness(section, target, {**target, "value": 80}) < section.pairing.floor


def test_a_base_with_a_number_is_known_by_it_alone(gold: dict[str, Any]) -> None:
    section, base = POLICY.sections["legal_bases"], gold["legal_bases"][0]
    other_words = {**base, "title": "khác", "number": "61/2018/NĐ CP"}
    assert likeness(section, base, other_words) == 1.0
    assert likeness(section, base, {**base, "number": "62/2018/NĐ-CP"}) == 0.0


def test_an_assignment_of_another_unit_is_another_assignment(gold: dict[str, Any]) -> None:
    section, task = POLICY.sections["assignments"], gold["assignments"][0]
    assert likeness(section, task, {**task, "unit": "Phòng Văn hóa"}) == 0.0


def test_each_fact_answers_once_and_the_likest_goes_first() -> None:
    section = POLICY.sections["responsible_units"]
    gold = [{"name": "Văn phòng Sở Nội vụ"}, {"name": "Văn phòng Sở"}]
    found = [{"name": "Văn phòng Sở"}, {"name": "Văn phòng Sở"}]
    assert align(section, gold, found) == [(1, 1)]


def test_a_loose_field_counts_only_at_its_levels(gold: dict[str, Any]) -> None:
    fields, target = POLICY.sections["targets"].fields, gold["targets"][0]
    moved = {**target, "group": "Mục tiêu"}
    assert levels_right(fields, target, moved) == {"overlap", "value"}
    assert levels_right(fields, target, {**target, "by": None}) == set()
