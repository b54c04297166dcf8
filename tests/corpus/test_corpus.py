"""The sample plans: whole, and their answers in the contract's form and true to the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from corpus.render import HERE, names

ROOT = Path(__file__).parents[2]
FILES = ("source.yml", "plan.txt", "plan.docx", "plan.pdf", "gold.json", "meta.yml")
VALIDATOR = Draft202012Validator(json.loads((ROOT / "schemas/plan.schema.json").read_text("utf-8")))
NAMES = names()


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def plan_text(name: str) -> str:
    return folded((HERE / name / "plan.txt").read_text("utf-8"))


def gold(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((HERE / name / "gold.json").read_text("utf-8"))
    return answer


def quoted(value: object) -> Iterator[dict[str, Any]]:
    """Every item of an answer that carries a quote."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for inner in value.values():
            yield from quoted(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quoted(inner)


def test_there_are_at_least_twelve_plans() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_has_its_source_three_printings_answer_and_description(name: str) -> None:
    missing = [file for file in FILES if not (HERE / name / file).is_file()]
    assert not missing
    meta = yaml.safe_load((HERE / name / "meta.yml").read_text("utf-8"))
    assert set(meta) == {"level", "kind", "exercises", "numbering"}
    assert meta["level"] == gold(name)["document"]["issuer"]["level"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_in_the_plan(name: str) -> None:
    text = plan_text(name)
    assert [item["quote"] for item in quoted(gold(name)) if item["quote"] not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_is_a_record_with_quotes_in_place_of_sources(name: str) -> None:
    text, record = plan_text(name), gold(name)
    for item in list(quoted(record)):
        quote = item.pop("quote")
        start = text.index(quote)
        item["source"] = {"start": start, "end": start + len(quote), "text": quote}
    faults = [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(record)]
    assert faults == []


@pytest.mark.parametrize("name", NAMES)
def test_ids_run_from_one_in_each_family(name: str) -> None:
    record = gold(name)
    for family, letter in (
        ("legal_bases", "B"),
        ("targets", "T"),
        ("time_windows", "W"),
        ("assignments", "A"),
    ):
        ids = [item["id"] for item in record[family]]
        assert ids == [f"{letter}{n}" for n in range(1, len(ids) + 1)]


def printed(value: float) -> re.Pattern[str]:
    """A number as a plan prints it: 05, 1.250, 99,5."""
    whole, _, rest = (
        f"{value:,}".replace(",", ".").partition(".") if value % 1 else (f"{value:,}", "", "")
    )
    digits = whole.replace(",", r"\.?") + (rf",{rest}" if rest else "")
    return re.compile(rf"(?<![\d.,])0?{digits}(?![\d]|[.,]\d)")


@pytest.mark.parametrize("name", NAMES)
def test_the_number_of_a_target_is_printed_in_its_quote(name: str) -> None:
    for target in gold(name)["targets"]:
        values = [v for v in (target["value"], target["value_max"]) if v]
        assert all(printed(value).search(target["quote"]) for value in values), target["id"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_copied_stands_in_the_plan_word_for_word(name: str) -> None:
    text, record = plan_text(name), gold(name)
    awards = record["awards"]
    copied = [
        *(base["title"] for base in record["legal_bases"]),
        *(base["issuer"] for base in record["legal_bases"]),
        *(unit["name"] for unit in record["responsible_units"]),
        *(task[key] for task in record["assignments"] for key in ("unit", "task", "deliverable")),
        *(partner for task in record["assignments"] for partner in task["with"]),
        *(window["label"] for window in record["time_windows"]),
        *(target[key] for target in record["targets"] for key in ("group", "subject")),
        *(criterion["text"] for criterion in awards["criteria"]),
        *(form["authority"] for form in awards["forms"]),
        awards["funding"],
        *awards["dossier"],
        *record["document"]["recipients"],
        *(record["document"][key] for key in ("place", "title", "theme")),
    ]
    assert [words for words in copied if words and words not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_roles_of_a_unit_come_from_its_assignments(name: str) -> None:
    """A unit that leads or implements somewhere is no mere partner, and the other way round."""
    record = gold(name)
    for unit in record["responsible_units"]:
        given = {
            task["role"]
            for task in record["assignments"]
            if unit["name"].lower() in task["unit"].lower()
        }
        assert set(unit["roles"]) <= given | {"coordinate"}, unit["name"]
        assert given or unit["roles"] == ["coordinate"], unit["name"]
