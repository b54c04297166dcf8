"""Reading every case once: which files there are, what is kept, how a failure is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from evaluation.cases import find_cases
from evaluation.predict import Outcome, load_outcomes, predict
from evaluation.score import judged_cases
from extractor.errors import UnsupportedFormat


def test_each_format_of_a_plan_with_an_answer_is_a_case(project: Path) -> None:
    assert [case.id for case in find_cases(project)] == [
        "corpus/phu-lac.docx",
        "corpus/phu-lac.txt",
        "shared/tan-my.txt",
    ]


def test_sets_and_formats_can_be_chosen(project: Path) -> None:
    assert [case.id for case in find_cases(project, ["corpus"], ["txt"])] == ["corpus/phu-lac.txt"]


def test_without_plans_beside_the_checkout_only_the_corpus_is_read(tmp_path: Path) -> None:
    assert find_cases(tmp_path / "nowhere") == []


def test_the_name_of_a_plan_that_is_not_ours_is_not_public(project: Path) -> None:
    ours, theirs = find_cases(project, formats=["txt"])
    assert ours.public_id == "corpus/phu-lac.txt"
    assert "tan-my" not in theirs.public_id
    assert theirs.public_id.startswith("shared/")


def test_records_and_outcomes_are_kept(project: Path, tmp_path: Path, read_gold: Any) -> None:
    cases, out = find_cases(project, ["corpus"]), tmp_path / "out"
    for _ in predict(cases, out, read_gold):
        pass
    kept = json.loads((out / "corpus" / "phu-lac.txt.json").read_text(encoding="utf-8"))
    assert kept["document"]["number"] == "108/KH-UBND"
    assert {name: one.outcome for name, one in load_outcomes(out).items()} == {
        "corpus/phu-lac.docx": "read",
        "corpus/phu-lac.txt": "read",
    }


def test_a_second_run_over_a_part_keeps_the_rest(
    project: Path, tmp_path: Path, read_gold: Any
) -> None:
    out = tmp_path / "out"
    list(predict(find_cases(project, ["corpus"]), out, read_gold))
    list(predict(find_cases(project, ["shared"]), out, read_gold))
    assert len(judged_cases(find_cases(project), out)) == 3


def test_a_refused_file_keeps_its_code_and_loses_its_old_record(
    project: Path, tmp_path: Path, read_gold: Any
) -> None:
    cases, out = find_cases(project, ["shared"]), tmp_path / "out"
    list(predict(cases, out, read_gold))

    def refuse(path: Path) -> bytes:
        raise UnsupportedFormat("Tệp này chưa đọc được.")

    ((_, outcome),) = predict(cases, out, refuse)
    assert (outcome.outcome, outcome.message) == ("unsupported_format", "Tệp này chưa đọc được.")
    (judged,) = judged_cases(cases, out)
    assert judged.found is None
    assert len(judged.sections["targets"].missed) == 3


def test_a_crash_is_an_outcome_and_the_run_goes_on(project: Path, tmp_path: Path) -> None:
    def fail(path: Path) -> bytes:
        raise ZeroDivisionError("oops")

    outcomes = [one for _, one in predict(find_cases(project), tmp_path, fail)]
    assert {one.outcome for one in outcomes} == {"crash"}
    assert outcomes[0].message == "ZeroDivisionError: oops"


def test_what_was_never_tried_is_not_judged(project: Path, tmp_path: Path) -> None:
    assert judged_cases(find_cases(project), tmp_path) == []
    assert load_outcomes(tmp_path) == dict[str, Outcome]()
