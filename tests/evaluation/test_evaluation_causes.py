"""The cause of an error, worked out from where it stands and what was recognised there."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from evaluation.causes import CAUSES, cause_of
from evaluation.entries import errors_of
from evaluation.judge import judge
from evaluation.scene import Scene
from extractor import pipeline
from extractor.document.model import Draft, assemble
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.recognise.mentions import recognise

TARGET = "Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên"
Change = dict[str, Any]


@pytest.fixture
def reading(text: str) -> Reading:
    document = pipeline.read(text.encode(), name="plan.txt")
    return Reading(document, build(document), recognise(document.text))


@pytest.fixture
def found(gold: dict[str, Any], text: str) -> dict[str, Any]:
    """The answer itself as a record, each fact with its source."""
    record = copy.deepcopy(gold)
    for section in ("targets", "legal_bases", "responsible_units", "assignments"):
        for row in record[section]:
            place(row, text, " ".join(row["quote"].split()))
    return record


def place(row: dict[str, Any], text: str, quote: str) -> None:
    row["source"] = {"start": text.index(quote), "end": text.index(quote) + len(quote)}


def causes(
    reading: Reading, gold: dict[str, Any], found: dict[str, Any], section: str
) -> list[tuple[str, str]]:
    """The kind and cause of every error of a section; differing words alone are none."""
    scene = Scene(reading, gold, found, judge(gold, found))
    errors = [one for one in errors_of(scene.sections[section]) if one.kind != "minor"]
    return [(error.kind, cause_of(scene, section, error)) for error in errors]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({}, "lexicon"),
        ({"quote": "Tỷ lệ hồ sơ được số hóa đạt chín mươi phần trăm"}, "reading"),
        ({"value": 95}, "recogniser"),
        ({"unit": "hồ sơ"}, "recogniser"),
        ({"context": "task"}, "outline"),
    ],
)
def test_a_missed_target(
    reading: Reading, gold: Change, found: Change, change: Change, cause: str
) -> None:
    del found["targets"][0]
    gold["targets"][0] |= change
    assert causes(reading, gold, found, "targets") == [("missed", cause)]


def test_a_sentence_in_two_paragraphs_was_read_wrong(gold: Change, found: Change) -> None:
    halves = ("1. Chỉ tiêu", "Tỷ lệ hồ sơ được", "số hóa đạt từ 90% trở lên.")
    document = assemble("0", "txt", map(Draft, halves))
    reading = Reading(document, build(document), recognise(document.text))
    gold["targets"], found["targets"] = gold["targets"][:1], []
    assert causes(reading, gold, found, "targets") == [("missed", "reading")]


def test_a_unit_is_looked_for_only_where_work_is_given(
    reading: Reading, gold: Change, found: Change
) -> None:
    elsewhere = {"name": "Mỗi thôn", "roles": ["implement"], "quote": "Mỗi thôn có"}
    gold["responsible_units"].append(elsewhere)
    del found["responsible_units"][0]
    assert causes(reading, gold, found, "responsible_units") == [
        ("missed", "lexicon"),
        ("missed", "scope"),
    ]


def test_a_miss_and_a_false_find_at_one_place_are_one_fact_cut_otherwise(
    reading: Reading, gold: Change, found: Change
) -> None:
    found["targets"][0]["indicator"] = "hồ sơ"
    assert causes(reading, gold, found, "targets") == [
        ("missed", "boundary"),
        ("false", "boundary"),
    ]


def test_an_unquoted_document_that_nobody_recognised(
    reading: Reading, gold: Change, found: Change
) -> None:
    gold["citations"].append({"doc_type": "Luật", "number": "06/2022/QH15", "where": "body"})
    assert causes(reading, gold, found, "citations") == [("missed", "recogniser")]


@pytest.mark.parametrize(
    ("quote", "cause"),
    [
        ("05 tập thể", "scope"),  # the answer has no target in the section on awards
        ("có ít nhất 02 sáng kiến <mới>", "boundary"),  # the same number once more
        ("1. Chỉ tiêu", "lexicon"),
    ],
)
def test_a_false_target(
    reading: Reading, gold: Change, found: Change, text: str, quote: str, cause: str
) -> None:
    value = 2 if "02" in quote else 77
    false = {**found["targets"][1], "indicator": "cây xanh", "unit": "cây", "value": value}
    place(false, text, quote)
    found["targets"].append(false)
    assert causes(reading, gold, found, "targets") == [("false", cause)]


@pytest.mark.parametrize(
    ("answer", "read", "cause"),
    [
        ({}, {"operator": "eq"}, "lexicon"),  # "từ 90% trở lên" was recognised as what it is
        ({"operator": "lt"}, {}, "recogniser"),
        ({}, {"context": "task"}, "outline"),
        ({"by": "2031"}, {}, "scope"),  # no date in the clause: it hangs on a heading
        ({}, {"indicator": TARGET}, "boundary"),
        ({"indicator": "số hóa hồ sơ theo quy định"}, {}, "contract"),
        ({}, {"operator": "eq", "context": "task"}, "outline"),  # the first cause counts
    ],
)
def test_a_wrong_detail(
    reading: Reading, gold: Change, found: Change, answer: Change, read: Change, cause: str
) -> None:
    gold["targets"][0] |= answer
    found["targets"][0] |= read
    assert causes(reading, gold, found, "targets") == [("wrong", cause)]


def test_a_role_hangs_on_words(reading: Reading, gold: Change, found: Change) -> None:
    found["responsible_units"][0]["roles"] = ["implement"]
    assert causes(reading, gold, found, "responsible_units") == [("wrong", "lexicon")]


def test_a_date_that_was_recognised_and_not_taken(
    reading: Reading, gold: Change, found: Change
) -> None:
    found["assignments"][0]["due"] = None
    assert causes(reading, gold, found, "assignments") == [("wrong", "lexicon")]
    gold["assignments"][0]["due"] = "2026-12-24"
    assert causes(reading, gold, found, "assignments") == [("wrong", "recogniser")]


def test_each_cause_says_what_it_means() -> None:
    assert next(iter(CAUSES)) == "reading" and all(CAUSES.values())
