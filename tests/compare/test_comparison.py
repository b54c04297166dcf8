"""The comparison record: true to its schema, the same on every run, worst findings first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from corpus.render import HERE
from extractor.compare.codec import to_builtins, to_json
from extractor.compare.compare import compare
from extractor.plan.facts import facts_from_json
from extractor.plan.model import Plan
from tests.compare.making import plan
from tests.sample_plan import make_plan

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas" / "comparison.schema.json").read_text())
SHARED = ROOT.parent / "shared" / "plans"
NAMES = sorted(path.parent.name for path in HERE.glob("*/gold.json"))


def gold(name: str) -> Plan:
    return facts_from_json((HERE / name / "gold.json").read_bytes())


def faults(record: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(record)]


def test_schema_is_sound_and_told_in_two_languages() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for node in (SCHEMA, *SCHEMA["$defs"].values()):
        assert " / " in node["title"] and node["description"].startswith("VI: ")
        assert set(node["required"]) == set(node["properties"])


@pytest.mark.parametrize("name", NAMES)
def test_any_two_plans_give_a_record_of_the_schema(name: str) -> None:
    for other in ("hoa-giang-ho-so-thong-suot", name):
        assert faults(to_builtins(compare(gold(other), gold(name)))) == []


def test_empty_plans_give_a_record_too() -> None:
    assert faults(to_builtins(compare(plan(), plan()))) == []


def test_two_runs_give_the_same_bytes() -> None:
    a, b = gold("hoa-giang-ho-so-thong-suot"), gold("tan-my-ho-so-thong-suot")
    again = gold("hoa-giang-ho-so-thong-suot"), gold("tan-my-ho-so-thong-suot")

    assert to_json(compare(a, b)) == to_json(compare(*again))


def test_a_plan_held_against_itself_is_the_same_throughout() -> None:
    for name in NAMES:
        comparison = compare(gold(name), gold(name))
        assert all(pair.a == pair.b for pair in comparison.targets.pairs), name
        assert all(pair.verdict == "same" for pair in comparison.targets.pairs), name
        # A target for another tier than the plan's own body has no answer, not even itself.
        assert set(comparison.targets.only_a) <= set(comparison.targets.not_for_b), name


def test_places_stand_where_the_record_has_them() -> None:
    whole = make_plan()
    bare = plan(document={"type": "Kế hoạch"})

    (first, *_) = [f for f in compare(whole, bare).findings if f.kind == "target_dropped"]

    assert first.a is not None and whole.text is not None
    assert first.a.start is not None
    assert whole.text[first.a.start : first.a.end] == first.a.quote


def test_findings_come_worst_first() -> None:
    ranks = {"high": 0, "medium": 1, "low": 2}
    found = compare(gold("hoa-giang-ho-so-thong-suot"), gold("phu-lac-ho-so-thong-suot")).findings

    order = [ranks[finding.severity] for finding in found]
    assert order == sorted(order) and {0, 1} <= set(order)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the answers of real plans are not here")
@pytest.mark.parametrize(
    "answer", sorted(SHARED.glob("alignments/*.json")), ids=lambda path: str(path.stem)
)
def test_the_alignment_of_real_plans_is_the_answer(answer: Path) -> None:
    told = json.loads(answer.read_text(encoding="utf-8"))
    a, b = (facts_from_json((SHARED / "gold" / f"{told[side]}.json").read_bytes()) for side in "ab")

    targets = compare(a, b).targets

    made = {(pair.a, pair.b, pair.verdict) for pair in targets.pairs}
    assert made == {(pair["a"], pair["b"], pair["verdict"]) for pair in told["pairs"]}
    assert list(targets.only_a) == told["only_a"]
    assert list(targets.only_b) == told["only_b"]
