"""The family of the corpus: what was planted in the lower plans is found, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml

from corpus.render import HERE
from extractor import extract
from extractor.compare.compare import compare
from extractor.compare.model import Comparison
from extractor.plan.facts import facts_from_json
from extractor.plan.model import Plan

FAMILY: dict[str, Any] = yaml.safe_load((HERE / "family.yml").read_text("utf-8"))
CHILDREN = sorted(FAMILY["children"])


def gold(name: str) -> Plan:
    return facts_from_json((HERE / name / "gold.json").read_bytes())


def compared(child: str) -> Comparison:
    return compare(gold(FAMILY["parent"]), gold(child))


def found(comparison: Comparison, kind: str) -> list[str]:
    """The facts that findings of a kind are about: a's, or b's where the fault is there."""
    side = "b" if kind == "parent_miscited" else "a"
    places = (getattr(f, side) for f in comparison.findings if f.kind == kind)
    return sorted(place.id for place in places)


@pytest.mark.parametrize("child", CHILDREN)
def test_the_pairs_and_verdicts_are_those_of_the_family(child: str) -> None:
    told = FAMILY["children"][child]
    targets = compared(child).targets

    for listed, pairs in (("pairs", targets.pairs), ("task_pairs", targets.tasks.pairs)):
        made = [{"a": p.a, "b": p.b, "verdict": p.verdict, "by": p.by} for p in pairs]
        assert made == told[listed]


@pytest.mark.parametrize("child", CHILDREN)
def test_everything_planted_is_found_and_nothing_else(child: str) -> None:
    told = FAMILY["children"][child]
    comparison = compared(child)

    planted = {
        "target_dropped": told["dropped_targets"],
        "target_weaker": told["weakened_targets"],
        "target_later": told["delayed_targets"],
        "parent_miscited": [wrong["base"] for wrong in told["wrong_citations"]],
        "duty_dropped": told["dropped_duties"],
    }
    for kind, ids in planted.items():
        assert found(comparison, kind) == sorted(ids), kind
    runs = [f for f in comparison.findings if f.kind == "run_leaves"]
    assert len(runs) == told.get("run_leaves", False)
    assert {f.kind for f in comparison.findings} <= {*planted, "run_leaves"}


@pytest.mark.parametrize("child", CHILDREN)
def test_the_child_is_known_to_rest_on_its_parent(child: str) -> None:
    assert compared(child).legal_bases.parent == "B1"


def test_the_same_is_found_when_the_documents_are_read() -> None:
    """From Word, PDF and plain text, each read by the program itself."""
    formats = ("docx", "pdf", "txt", "docx")
    names = (FAMILY["parent"], *CHILDREN)
    parent, *read = (
        extract(HERE / name / f"plan.{suffix}") for name, suffix in zip(names, formats, strict=True)
    )

    for child, plan in zip(CHILDREN, read, strict=True):
        from_answers = compared(child)
        kinds = Counter(finding.kind for finding in compare(parent, plan).findings)
        assert kinds == Counter(finding.kind for finding in from_answers.findings), child
