"""The two checks over real files: sources that are what they claim, formats that read alike."""

from __future__ import annotations

import copy
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from evaluation import render_check, scan_check, spans_check
from evaluation.cases import find_cases
from evaluation.readings import Reading, readings
from extractor.errors import UnreadableFile
from extractor.plan.codec import to_json
from extractor.plan.model import Plan, ResponsibleUnit, Source

TEXT = "Văn phòng Sở chủ trì."


def _plan(source: Source, text_sha256: str | None = None) -> Plan:
    digest = sha256(TEXT.encode()).hexdigest() if text_sha256 is None else text_sha256
    unit = ResponsibleUnit(
        name="Văn phòng Sở", roles=("lead",), source=source, id="U1", rule="lead"
    )
    return Plan(responsible_units=(unit,), text=TEXT, text_sha256=digest)


def _prove(plan: Plan) -> spans_check.Proof:
    return spans_check.prove_file(Path("plan.txt"), lambda path: to_json(plan))


def test_a_record_whose_sources_are_its_slices_is_sound() -> None:
    proof = _prove(_plan(Source(start=0, end=12, text="Văn phòng Sở")))
    assert (proof.outcome, proof.sources, proof.faults) == ("sound", 1, ())


@pytest.mark.parametrize(
    "plan",
    [
        _plan(Source(start=1, end=13, text="Văn phòng Sở")),
        _plan(Source(start=0, end=12, text="Văn phòng Sở"), "0" * 64),
    ],
    ids=["another slice", "another digest"],
)
def test_a_record_that_claims_what_is_not_there_is_unsound(plan: Plan) -> None:
    proof = _prove(plan)
    assert proof.outcome == "unsound"
    assert any("slice" in fault or "digest" in fault for fault in proof.faults)
    assert proof.failed


def test_a_refusal_is_an_outcome_and_no_failure() -> None:
    def refuse(path: Path) -> bytes:
        raise UnreadableFile("Tệp trống.")

    proof = spans_check.prove_file(Path("plan.pdf"), refuse)
    assert (proof.outcome, proof.faults, proof.failed) == (
        "unreadable_file",
        ("Tệp trống.",),
        False,
    )


def test_the_table_ends_with_the_outcomes() -> None:
    sound = _prove(_plan(Source(start=0, end=12, text="Văn phòng Sở")))
    assert list(spans_check.lines([sound, sound]))[-1].split() == ["sound", "2"]


@pytest.fixture
def read(project: Path, tmp_path: Path, gold: dict[str, Any]) -> list[Reading]:
    """A labelled plan of which the PDF loses a target, and the scan a target's value."""
    worse, wrong = copy.deepcopy(gold), copy.deepcopy(gold)
    del worse["targets"][1]
    wrong["targets"][0]["value"] = 9
    records = {"txt": gold, "docx": gold, "pdf": worse, "scan": wrong}
    return list(
        readings(
            find_cases(project, ["shared"]),
            list(records),
            tmp_path,
            lambda case, formats: {name: (name, name.encode()) for name in formats},
            lambda path: json.dumps(records[path.read_text()]).encode(),
        )
    )


def test_each_plan_is_read_in_each_format(read: list[Reading]) -> None:
    assert [one.format for one in read] == ["txt", "docx", "pdf", "scan"]


def test_a_format_that_reads_less_is_told_by_how_much_and_by_what(read: list[Reading]) -> None:
    away = render_check.differences(read)
    assert (away["txt"], away["docx"]) == (0.0, 0.0)
    assert away["pdf"] == pytest.approx(-0.04)
    facts = render_check.different_facts(read)
    assert facts["tan-my", "docx"] == []
    (shown,) = facts["tan-my", "pdf"]
    assert "only txt" in shown and "indicator: sáng kiến mới" in shown


def test_a_fact_with_another_detail_is_told_from_both_sides(read: list[Reading]) -> None:
    text, scan = render_check.different_facts(read)["tan-my", "scan"]
    assert "only txt" in text and "value: 90" in text
    assert "only scan" in scan and "value: 9 " in scan


def test_what_a_scan_loses_is_told_by_plan(read: list[Reading]) -> None:
    assert scan_check.losses(read)["tan-my"] > 0
    assert any("value: 90" in line for line in scan_check.lines(read))
