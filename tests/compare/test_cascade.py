"""The cascade: what of a parent reaches whom, and every planted fault, in the corpus and beyond."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import yaml

from corpus.render import HERE
from extractor.compare.cascade import Cascade, cascade
from extractor.plan.facts import facts_from_json, facts_from_record
from extractor.plan.model import Plan

FAMILY: dict[str, Any] = yaml.safe_load((HERE / "family.yml").read_text("utf-8"))
NAMES = list(FAMILY["children"])
PARENT = FAMILY["parent"]


def written(name: str) -> dict[str, Any]:
    record: dict[str, Any] = msgspec.json.decode((HERE / name / "gold.json").read_bytes())
    return record


def gold(name: str) -> Plan:
    return facts_from_json((HERE / name / "gold.json").read_bytes())


def made() -> Cascade:
    return cascade(gold(PARENT), [gold(name) for name in NAMES])


def states(result: Cascade, target: str) -> list[str]:
    (reach,) = [one for one in result.targets if one.target == target]
    return [taken.state for taken in reach.children]


def test_each_target_tells_what_each_child_makes_of_it() -> None:
    told = FAMILY["children"]
    result = made()

    for place, name in enumerate(NAMES):
        child = told[name]
        for pair in child["pairs"]:
            expected = "taken" if pair["verdict"] == "same" else pair["verdict"]
            assert states(result, pair["a"])[place] == expected
        for dropped in child["dropped_targets"]:
            assert states(result, dropped)[place] == "dropped"


def test_targets_for_departments_are_asked_of_no_commune() -> None:
    result = made()

    assert states(result, "T3") == ["not_for"] * len(NAMES)
    assert {one.reach for one in result.targets if one.target in ("T2", "T3", "T4")} == {"nobody"}


def test_a_duty_tells_who_takes_it_up_and_who_does_not() -> None:
    duties = {one.assignment: one for one in made().duties}

    for place, name in enumerate(NAMES):
        for duty in FAMILY["children"][name]["dropped_duties"]:
            assert place in duties[duty].dropped_by
    assert duties["A7"].reach == "all"  # each child is a plan of its own
    assert duties["A9"].reach == "some"
    assert "A1" not in duties  # Sở Nội vụ's own


def test_the_citation_of_the_parent_is_right_wrong_or_missing() -> None:
    bare = facts_from_record({**written(NAMES[0]), "legal_bases": []})
    result = cascade(gold(PARENT), [*(gold(name) for name in NAMES), bare])

    wrong = [bool(FAMILY["children"][name]["wrong_citations"]) for name in NAMES]
    expected = ["wrong" if one else "right" for one in wrong]
    assert [one.state for one in result.citations] == [*expected, "missing"]
    assert [one.wrong for one in result.citations] == [(), ("date",), ("number",), ()]


def planted(fault: str) -> dict[str, Any]:
    """The first child with one more fault, made here."""
    record = written(NAMES[0])
    targets = {target["id"]: target for target in record["targets"]}
    match fault:
        case "target_dropped":
            record["targets"].remove(targets["T3"])
        case "target_weaker":
            targets["T6"]["value"] = 65
        case "target_later":
            targets["T1"]["by"] = "2027-03"
        case "target_incomparable":
            targets["T6"].update(unit="hồ sơ", value=900)
        case "duty_dropped":
            record["assignments"] = [a for a in record["assignments"] if a["id"] != "A7"]
            record["targets"] = [t for t in record["targets"] if t["id"] != "T13"]
        case "parent_miscited":
            record["legal_bases"][0]["number"] = "51/KH-UBND"
        case "run_leaves":
            record["time_windows"][1]["end"] = "2027-01-31"
        case "issued_before":
            record["document"]["date"] = "2026-01-05"
        case "base_differs":
            law = {**written(PARENT)["legal_bases"][2], "id": "B9", "date": "2025-06-12"}
            record["legal_bases"].append(law)
    return record


KINDS = [
    "target_dropped", "target_weaker", "target_later", "target_incomparable", "duty_dropped",
    "parent_miscited", "run_leaves", "issued_before", "base_differs",
]  # fmt: skip


@pytest.mark.parametrize("fault", KINDS)
def test_a_fault_planted_in_a_copy_is_found_and_nothing_else(fault: str) -> None:
    parent, child = gold(PARENT), gold(NAMES[0])
    before = [one.finding.kind for one in cascade(parent, [child]).findings]

    after = [
        one.finding.kind for one in cascade(parent, [facts_from_record(planted(fault))]).findings
    ]

    assert sorted(after) == sorted([*before, fault])


def test_a_duty_that_nobody_takes_up_is_told_apart() -> None:
    silent = facts_from_record(
        {**written(NAMES[0]), "assignments": [], "time_windows": [], "targets": []}
    )

    duties = {one.assignment: one.reach for one in cascade(gold(PARENT), [silent, silent]).duties}

    assert duties["A8"] == duties["A9"] == "none"
    assert duties["A7"] == "all"  # the plan itself is the answer


def test_two_runs_are_the_same() -> None:
    assert made() == made()
