"""Web Annotation and Label Studio: every selector selects the quote of its fact."""

from __future__ import annotations

import json
import xml.etree.ElementTree as tree
from typing import Any

import pytest

from extractor.errors import InvalidRecord
from extractor.export import jsonld, label_studio
from extractor.export.facts import marks_of
from tests.export.made import hostile, subject
from tests.sample_plan import TEXT


def collection() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(jsonld.export(subject()).main)
    return made


def task(made: Any) -> dict[str, Any]:
    (only,) = json.loads(label_studio.export(made).main)
    assert isinstance(only, dict)
    return only


def test_the_collection_counts_its_annotations() -> None:
    made = collection()

    items = made["first"]["items"]
    assert made["type"] == "AnnotationCollection" and made["first"]["type"] == "AnnotationPage"
    assert made["total"] == len(items) == len(marks_of(subject().plan))
    assert len({item["id"] for item in items}) == len(items)


def test_position_and_quote_select_the_same_words() -> None:
    for item in collection()["first"]["items"]:
        position, quote = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in TEXT and TEXT.count(around) == 1


def test_the_target_of_an_annotation_is_the_text_by_its_digest() -> None:
    sources = {item["target"]["source"] for item in collection()["first"]["items"]}

    assert sources == {f"urn:sha256:{subject().plan.text_sha256}"}


def test_a_body_names_the_section_and_the_fact() -> None:
    plan = subject().plan
    items = collection()["first"]["items"]
    told = {tuple(body["value"] for body in item["body"]) for item in items}

    digitised = plan.targets[0]
    line = "Tỷ lệ hồ sơ được số hóa: ≥ 90% (đến 2026)"
    assert ("targets", "Chỉ tiêu", line, digitised.id) in told


def test_a_region_of_label_studio_counts_code_points() -> None:
    made = task(hostile())

    text = made["data"]["text"]
    regions = made["predictions"][0]["result"]
    assert all(text[r["value"]["start"] : r["value"]["end"]] == r["value"]["text"] for r in regions)
    assert regions[-1]["value"]["text"] == "😀 cười"


def test_the_task_fits_its_interface() -> None:
    made = task(subject())
    interface = tree.fromstring(label_studio.export(subject()).files[label_studio.INTERFACE])

    labels = {label.get("value") for label in interface.iter("Label")}
    (control,) = interface.iter("Labels")
    (words,) = interface.iter("Text")
    assert control.get("toName") == words.get("name") and words.get("value") == "$text"
    for region in made["predictions"][0]["result"]:
        assert region["type"] == "labels"
        assert (region["from_name"], region["to_name"]) == (control.get("name"), words.get("name"))
        assert set(region["value"]["labels"]) <= labels
    assert made["predictions"][0]["model_version"] == "kehoach 0.1.0"
    ids = [region["id"] for region in made["predictions"][0]["result"]]
    assert len(set(ids)) == len(ids)


def test_a_record_without_places_is_refused() -> None:
    bare = subject(text_sha256="")

    for form in (jsonld, label_studio):
        with pytest.raises(InvalidRecord):
            form.export(bare)
