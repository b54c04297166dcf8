"""A corrected export of Label Studio: regions that went, moved, came, changed their label."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor.corrections.label_studio import apply_annotations
from extractor.corrections.model import Corrected
from extractor.errors import UnreadableFile
from extractor.export import label_studio
from extractor.plan.codec import to_record
from extractor.plan.validate import check
from tests.export.made import subject
from tests.sample_plan import TEXT

PLAN = subject().plan
FIRST = PLAN.targets[0].id


def exported() -> dict[str, Any]:
    """The task as Label Studio exports it when a person submits the predictions as they are."""
    (task,) = json.loads(label_studio.export(subject()).main)
    result = task.pop("predictions")[0]["result"]
    annotation = {"result": result, "completed_by": {"id": 7, "email": "mau@example.invalid"}}
    return {**task, "annotations": [annotation]}


def regions(task: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = task["annotations"][0]["result"]
    return found


def region(task: dict[str, Any], name: str) -> dict[str, Any]:
    return next(item for item in regions(task) if item["id"] == name)


def corrected(task: dict[str, Any]) -> Corrected:
    return apply_annotations(to_record(PLAN), json.dumps([task]).encode())


def test_what_was_submitted_as_it_was_changes_nothing() -> None:
    made = corrected(exported())

    assert (made.changes, made.refused) == ((), ())
    assert made.record == to_record(PLAN)
    assert made.by == "mau@example.invalid"


def test_a_region_that_is_gone_takes_its_fact_with_it() -> None:
    task = exported()
    regions(task).remove(region(task, FIRST))

    made = corrected(task)

    assert [one.path for one in made.changes] == [f"$.targets[?@.id=='{FIRST}']"]
    assert [fact["id"] for fact in made.record["targets"]] == [PLAN.targets[1].id]


def test_a_region_drawn_anew_moves_the_place_of_its_fact() -> None:
    task = exported()
    value = region(task, FIRST)["value"]
    value["end"] -= len(" trở lên")

    made = corrected(task)

    source = made.record["targets"][0]["source"]
    assert source["text"] == TEXT[source["start"] : source["end"]]
    assert source["text"].endswith("90%")
    assert check(made.record) == []


def test_new_regions_and_new_labels_state_no_values_and_are_told() -> None:
    task = exported()
    region(task, FIRST)["value"]["labels"] = ["quotas"]
    regions(task).append(
        {"id": "abc", "type": "labels", "value": {"start": 0, "end": 7, "labels": ["targets"]}}
    )

    made = corrected(task)

    assert made.changes == ()
    assert [one.where for one in made.refused] == [FIRST, "abc"]
    assert TEXT[:7] in made.refused[1].why


@pytest.mark.parametrize(
    "change",
    [
        {"annotations": []},
        {"annotations": [{"was_cancelled": True, "result": []}]},
        {"data": {"text_sha256": "0" * 64}},
        {"annotations": [{"result": [{"type": "labels", "id": "x", "value": {"start": "a"}}]}]},
    ],
    ids=["nobody", "cancelled", "other-text", "no-place"],
)
def test_what_is_no_correction_of_this_record_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(UnreadableFile):
        corrected({**exported(), **change})


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        apply_annotations(to_record(PLAN), b"<html>")
