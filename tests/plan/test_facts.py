"""Records that only state facts: a person's, with `quote` in place of `source`, and the
program's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import InvalidRecord
from extractor.plan.codec import from_json, to_json
from extractor.plan.facts import facts_from_json, facts_from_record, placed
from extractor.plan.ids import with_ids
from tests.sample_plan import make_plan

CORPUS = Path(__file__).parents[2] / "corpus"
WRITTEN = {
    "schema_version": "1.0",
    "targets": [
        {
            "id": "T1",
            "indicator": "Tỷ lệ hồ sơ được số hóa",
            "operator": "ge",
            "value": 90,
            "unit": "percent",
            "context": "target",
            "quote": "đạt từ 90% trở lên",
        }
    ],
    "responsible_units": [
        {"name": "Phòng Văn hóa", "roles": ["lead"], "quote": "1. Phòng Văn hóa"},
        {"name": "Văn phòng", "roles": ["lead"], "quote": "2. Văn phòng"},
    ],
    "awards": {"forms": [{"name": "Giấy khen", "quote": "tặng Giấy khen"}]},
}


def test_a_quote_stands_for_a_source_without_a_place() -> None:
    plan = facts_from_record(WRITTEN)

    assert plan.targets[0].source.text == "đạt từ 90% trở lên"
    assert plan.awards.forms[0].source.text == "tặng Giấy khen"
    assert not placed(plan)


def test_an_id_that_stands_is_kept_and_one_that_lacks_is_given() -> None:
    plan = facts_from_record(WRITTEN)

    assert plan.targets[0].id == "T1"
    first, second = (unit.id for unit in plan.responsible_units)
    assert first.startswith("U") and second.startswith("U") and first != second
    assert facts_from_record(WRITTEN) == plan


def test_a_record_of_the_program_comes_back_whole() -> None:
    plan = with_ids(make_plan())

    assert facts_from_json(to_json(plan)) == from_json(to_json(plan)) == plan
    assert placed(plan)


@pytest.mark.parametrize("gold", sorted(CORPUS.glob("*/gold.json")), ids=lambda p: p.parent.name)
def test_every_answer_of_the_corpus_is_read(gold: Path) -> None:
    written = json.loads(gold.read_text(encoding="utf-8"))

    plan = facts_from_json(gold.read_bytes())

    assert [t.id for t in plan.targets] == [t["id"] for t in written["targets"]]
    assert [a.source.text for a in plan.assignments] == [a["quote"] for a in written["assignments"]]
    facts = [*plan.legal_bases, *plan.citations, *plan.responsible_units, *plan.awards.criteria]
    assert all(fact.id for fact in facts)


def test_what_is_no_record_is_refused_with_its_place() -> None:
    broken = {"targets": [{"indicator": "Hồ sơ", "operator": "over"}]}

    with pytest.raises(InvalidRecord) as caught:
        facts_from_record(broken)

    assert caught.value.path.startswith("$.targets[")
