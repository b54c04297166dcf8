"""Figures of a record held against its answer: perfect, and with one thing changed at a time."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.cases import Case
from evaluation.judge import judge, rows_of
from evaluation.policy import LEVELS, POLICY
from evaluation.predict import Outcome
from evaluation.score import COLUMNS, FOUND, MISSION, JudgedCase, Scope, mission_of, scope_of
from evaluation.tally import Tally


def _case(gold: dict[str, Any], found: dict[str, Any] | None) -> JudgedCase:
    case = Case("corpus", "phu-lac", "txt", Path("plan.txt"), Path("gold.json"))
    return JudgedCase(case, Outcome("read"), gold, found, judge(gold, found))


def _scope(gold: dict[str, Any], found: dict[str, Any] | None) -> Scope:
    return scope_of([_case(gold, found)])


def _imperfect(scope: Scope, column: str) -> set[str]:
    return {name for name, row in scope.sections.items() if row[column].f1 != 1.0}


def test_the_answer_itself_scores_one_everywhere(gold: dict[str, Any]) -> None:
    scope = _scope(gold, copy.deepcopy(gold))
    assert [_imperfect(scope, column) for column in COLUMNS] == [set()] * len(COLUMNS)
    assert scope.mission.f1 == 1.0
    assert scope.mission.families == dict.fromkeys(POLICY.families, 1.0)
    figures = [t for row in scope.fields.values() for one in row.values() for t in one.values()]
    assert all(tally.fp == tally.fn == 0 for tally in figures)


def test_nothing_read_scores_nothing(gold: dict[str, Any]) -> None:
    scope = _scope(gold, None)
    assert scope.mission.f1 == 0.0
    assert all(row[FOUND].tp == 0 and row[FOUND].fp == 0 for row in scope.sections.values())
    assert scope.sections["targets"][FOUND].fn == 3


def test_a_file_that_was_not_read_counts_and_is_told_apart(gold: dict[str, Any]) -> None:
    scope = scope_of([_case(gold, gold), _case(gold, None)])
    assert (scope.mission.f1, scope.mission_of_read.f1) == (0.5, 1.0)


def test_a_dropped_target_lowers_only_the_recall_of_targets(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    del found["targets"][2]
    scope = _scope(gold, found)
    assert _imperfect(scope, MISSION) == {"targets"}
    assert scope.sections["targets"][MISSION] == Tally(tp=2, fp=0, fn=1)
    assert scope.sections["targets"][MISSION].precision == 1.0
    assert scope.mission.families["targets"] == 0.8
    assert scope.mission.f1 == pytest.approx(0.96)


def test_an_invented_target_lowers_only_the_precision_of_targets(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["targets"].append({**found["targets"][2], "indicator": "khác hẳn", "value": 7})
    scope = _scope(gold, found)
    assert _imperfect(scope, MISSION) == {"targets"}
    assert scope.sections["targets"][MISSION] == Tally(tp=3, fp=1, fn=0)


def test_a_wrong_operator_is_found_but_right_at_no_level(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["targets"][0]["operator"] = "gt"
    columns = _scope(gold, found).sections["targets"]
    assert columns[FOUND] == Tally(tp=3)
    assert {name: columns[name] for name in COLUMNS[1:]} == dict.fromkeys(
        COLUMNS[1:], Tally(tp=2, fp=1, fn=1)
    )
    operator = _scope(gold, found).fields["targets"]["operator"]
    assert operator["exact"] == Tally(tp=2, fp=1, fn=1)


def test_other_words_for_an_indicator_are_wrong_down_to_the_value_level(
    gold: dict[str, Any],
) -> None:
    found = copy.deepcopy(gold)
    found["targets"][0]["indicator"] = "hồ sơ số hóa xong"
    columns = _scope(gold, found).sections["targets"]
    assert [columns[level].tp for level in LEVELS] == [2, 2, 2, 3]


def test_case_alone_is_wrong_only_at_the_exact_level(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["targets"][0]["indicator"] = "TỶ LỆ HỒ SƠ ĐƯỢC SỐ HOÁ"
    columns = _scope(gold, found).sections["targets"]
    assert [columns[level].tp for level in LEVELS] == [2, 3, 3, 3]


def test_a_wrong_document_field_is_a_false_find_and_a_miss(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["document"]["number"] = "109/KH-UBND"
    found["document"]["theme"] = "Phục vụ"
    found["document"]["place"] = None
    filled = 11
    tally = _scope(gold, found).sections["document"][MISSION]
    assert tally == Tally(tp=filled - 2, fp=2, fn=2)


def test_only_targets_that_stand_as_targets_are_stated_ones(gold: dict[str, Any]) -> None:
    assert _scope(gold, gold).sections["targets_stated"][FOUND] == Tally(tp=2)


def test_a_citation_counts_once_however_often_it_stands(gold: dict[str, Any]) -> None:
    found = copy.deepcopy(gold)
    found["citations"].append({**found["citations"][0], "where": "body"})
    assert _scope(gold, found).sections["citations"][MISSION] == Tally(tp=2)


def test_every_document_weighs_the_same_in_the_mission(gold: dict[str, Any]) -> None:
    long, short = copy.deepcopy(gold), copy.deepcopy(gold)
    short["targets"] = short["targets"][:1]
    missed = {**copy.deepcopy(short), "targets": []}
    mission = mission_of([judge(long, long), judge(short, missed)])
    assert mission.families["targets"] == 0.5
    assert mission.documents["targets"] == 2


def test_a_family_that_a_plan_has_not_is_left_out_of_its_mission(gold: dict[str, Any]) -> None:
    gold["awards"] = {"quotas": [], "forms": [], "criteria": []}
    mission = mission_of([judge(gold, gold)])
    assert mission.families["awards"] is None
    assert mission.documents["awards"] == 0
    assert mission.f1 == 1.0


LISTS = [name for name, one in POLICY.sections.items() if one.shape == "rows" and one.shown]


@st.composite
def damaged(draw: st.DrawFn, answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with facts dropped, doubled, shuffled, or with values changed."""
    record = copy.deepcopy(answer)
    for name in draw(st.lists(st.sampled_from(LISTS), unique=True)):
        path = POLICY.sections[name].path.split(".")
        holder = record["awards"] if path[0] == "awards" else record
        holder[path[-1]] = draw(_rows(holder[path[-1]]))
    return record


@st.composite
def _rows(draw: st.DrawFn, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    chosen = draw(st.lists(st.sampled_from(rows), max_size=4))
    return [draw(_row(row)) for row in chosen]


@st.composite
def _row(draw: st.DrawFn, row: dict[str, Any]) -> dict[str, Any]:
    changed = dict(row)
    for key in draw(st.lists(st.sampled_from(sorted(row)), max_size=2)):
        value = row[key]
        if isinstance(value, str):
            changed[key] = draw(st.sampled_from([value.upper(), f"{value} thêm", value[:4], value]))
        elif isinstance(value, int):
            changed[key] = draw(st.sampled_from([value, value + 1]))
    return changed


@settings(deadline=None)
@given(st.data())
def test_each_level_forgives_at_least_what_the_one_before_forgives(
    record: dict[str, Any], data: st.DataObject
) -> None:
    for row in _scope(record, data.draw(damaged(record))).sections.values():
        right = [row[column].tp for column in (*LEVELS, FOUND)]
        assert right == sorted(right)
        assert row[MISSION].tp <= row[FOUND].tp


@settings(deadline=None)
@given(st.data())
def test_no_fact_is_lost_or_counted_twice(record: dict[str, Any], data: st.DataObject) -> None:
    found = data.draw(damaged(record))
    scope = _scope(record, found)
    for name in LISTS:
        answers, finds = (len(rows_of(POLICY.sections[name], one)) for one in (record, found))
        for tally in scope.sections[name].values():
            assert (tally.tp + tally.fn, tally.tp + tally.fp) == (answers, finds)
