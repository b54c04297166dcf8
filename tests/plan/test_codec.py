"""Records to JSON and back: nothing lost, nothing dropped in silence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec import structs

from extractor.errors import InvalidRecord
from extractor.plan.codec import encode, from_json, from_record, to_json, to_record
from extractor.plan.model import Coverage, Plan, Searched
from extractor.plan.validate import check


def test_a_plan_comes_back_as_it_went(plan: Plan) -> None:
    assert from_json(to_json(plan)) == plan


def test_a_record_comes_back_byte_for_byte(plan: Plan) -> None:
    written = to_json(plan)
    assert to_json(from_json(written)) == written


def test_an_empty_plan_comes_back() -> None:
    assert from_json(to_json(Plan())) == Plan()


def test_whole_numbers_have_no_point_and_others_keep_theirs(plan: Plan) -> None:
    target = structs.replace(plan.targets[0], value=98.5)
    written = json.loads(to_json(structs.replace(plan, targets=(plan.targets[0], target))))
    assert [json.dumps(t["value"]) for t in written["targets"]] == ["90", "98.5"]


def test_empty_values_are_written_as_null(plan: Plan) -> None:
    written = json.loads(to_json(plan))
    assert written["document"]["number"] is None
    assert written["targets"][0]["value_max"] is None
    assert json.loads(to_json(Plan()))["document"]["issuer"] == {
        "name": None,
        "kind": None,
        "level": None,
    }


def test_partners_are_called_with_in_json(plan: Plan) -> None:
    assignment = json.loads(to_json(plan))["assignments"][0]
    assert assignment["with"] == ["Công an xã"]
    assert "partners" not in assignment


def test_text_is_left_out_on_request_and_its_digest_is_not(plan: Plan) -> None:
    written = json.loads(to_json(plan, text=False))
    assert "text" not in written
    assert written["text_sha256"] == plan.text_sha256


def test_a_record_without_text_stays_without(plan: Plan) -> None:
    short = to_json(plan, text=False)
    assert to_json(from_json(short)) == short


def test_vietnamese_is_written_as_letters(plan: Plan) -> None:
    assert "Phú Lạc" in to_json(plan).decode("utf-8")


def test_one_line_for_json_lines(plan: Plan) -> None:
    line = to_json(plan, indent=0)
    assert line.endswith(b"\n") and line.count(b"\n") == 1
    assert from_json(line) == plan


def test_an_unknown_key_is_refused_and_named(record: dict[str, Any]) -> None:
    record["targets"][1]["weight"] = 2
    with pytest.raises(InvalidRecord) as caught:
        from_record(record)
    assert caught.value.path == "$.targets[1].weight"


def test_an_unknown_key_is_dropped_where_the_caller_says_so(
    plan: Plan, record: dict[str, Any]
) -> None:
    record["document"]["issuer"]["note"] = "x"
    assert from_record(record, unknown="drop") == plan


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe{}", b"[]", b'"x"', b"[" * 100_000])
def test_what_is_no_json_object_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidRecord):
        from_json(data)


def test_a_wrong_type_is_refused_with_its_path(record: dict[str, Any]) -> None:
    record["targets"][0]["value"] = "chín mươi"
    with pytest.raises(InvalidRecord) as caught:
        from_json(encode(record))
    assert caught.value.path == "$.targets[0].value"


def test_the_plan_itself_is_not_changed_by_writing(plan: Plan) -> None:
    before = to_record(plan)
    to_json(plan, text=False)
    assert to_record(plan) == before


def test_a_record_from_before_coverage_was_told_is_read_and_sound(plan: Plan) -> None:
    old = json.loads(to_json(plan))
    del old["coverage"]
    assert check(old) == []
    assert from_record(old).coverage == {}


def test_coverage_comes_back_as_it_went(plan: Plan) -> None:
    searched = (Searched(part="body", heading="II. MỤC TIÊU", start=3, end=9),)
    told = Coverage(state="unreadable", count=0, searched=searched, pages=(4,))
    covered = structs.replace(plan, coverage={"targets": told})
    assert from_json(to_json(covered)) == covered
    assert check(to_record(covered)) == []
