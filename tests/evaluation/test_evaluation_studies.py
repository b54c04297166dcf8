"""The steps that write pages: what they count, and that no plan of others can be known by them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec import yaml

from evaluation import __main__ as commands
from evaluation import studies
from evaluation.ablation import AS_IT_IS, Ablation, page, run
from evaluation.cases import find_cases
from evaluation.labels import label_of
from evaluation.switches import replaced
from extractor.fields.confidence_table import Table
from extractor.outline.topics import topics_of

STUDIES = ("census", "reliability", "ablate")


@pytest.fixture
def run_step(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(studies, "BUILD", tmp_path / "build")

    def step(name: str, *more: str) -> int:
        options = ["--root", str(project), "--to", str(tmp_path / f"{name}.out")]
        return commands.main([name, *options, *more])

    return step


@pytest.mark.parametrize("name", STUDIES)
def test_a_page_holds_no_word_of_a_plan(
    run_step: Any, tmp_path: Path, record: dict[str, Any], name: str
) -> None:
    assert run_step(name) == 0
    page = (tmp_path / f"{name}.out").read_text(encoding="utf-8")
    assert page.startswith("# ") and "| ---" in page
    assert "tan-my" not in page
    words = [str(value) for row in record["targets"] for value in row.values() if value]
    assert not [word for word in words if len(word) > 8 and word in page]


def test_the_census_names_our_plans_and_hides_the_others(run_step: Any, tmp_path: Path) -> None:
    assert run_step("census") == 0
    page = (tmp_path / "census.out").read_text(encoding="utf-8")
    assert "| phu-lac |" in page
    assert "| unknown txt " in page
    texts = (tmp_path / "build" / "error-census.txt").read_text(encoding="utf-8")
    assert "shared/tan-my.txt" in texts


def test_a_label_says_what_sort_of_plan_it_is(project: Path) -> None:
    manifest = project.parent / "shared" / "plans" / "manifest.jsonl"
    manifest.write_text(json.dumps({"name": "tan-my", "level": "commune"}), encoding="utf-8")
    (case,) = find_cases(project, ["shared"])
    kind, file_format, digits = label_of(case, project).split()
    assert (kind, file_format, len(digits)) == ("commune", "txt", 6)
    assert digits in case.public_id


def test_an_error_in_three_formats_is_counted_once(run_step: Any, tmp_path: Path) -> None:
    run_step("census")
    texts = (tmp_path / "build" / "error-census.txt").read_text(encoding="utf-8").splitlines()
    ours = [line.partition(": ")[2] for line in texts if "corpus/" in line]
    assert ours and len(ours) == len(set(ours))


def test_a_table_is_made_of_real_plans_too(run_step: Any, tmp_path: Path, capsys: Any) -> None:
    assert run_step("calibrate", "--set", "corpus") == 2
    assert not (tmp_path / "calibrate.out").exists()
    assert "shared" in capsys.readouterr().err
    assert run_step("calibrate") == 0
    table = yaml.decode((tmp_path / "calibrate.out").read_bytes(), type=Table)
    assert table.plans == 2 and "targets" in table.rules


def test_answers_given_blind_make_the_allowance_and_a_table_of_their_own(
    run_step: Any, project: Path, tmp_path: Path
) -> None:
    labelled = project.parent / "shared" / "plans"
    (labelled / "unlabelled").mkdir()
    (labelled / "files" / "tan-my.txt").rename(labelled / "unlabelled" / "na-van.txt")
    (labelled / "gold" / "tan-my.json").rename(tmp_path / "na-van.json")
    (labelled / "files" / "without-answer.txt").rename(labelled / "files" / "tan-my.txt")
    (labelled / "gold" / "tan-my.json").write_text("{}", encoding="utf-8")
    assert run_step("calibrate", "--blind", str(tmp_path)) == 0
    table = yaml.decode((tmp_path / "calibrate.out").read_bytes(), type=Table)
    assert table.plans == 2 and table.unseen.found > 0
    assert run_step("reliability", "--blind", str(tmp_path)) == 0
    page = (tmp_path / "reliability.out").read_text(encoding="utf-8")
    assert "blind; mean distance" in page and "na-van" not in page


def test_a_part_taken_out_shows_in_the_figures_and_is_put_back(project: Path) -> None:
    cases = find_cases(project, ["shared"])
    blind = Ablation("without topics", ((topics_of, lambda heading: ()),))
    before, without, after = (run(cases, one) for one in (AS_IT_IS, blind, AS_IT_IS))
    assert without.calls > 0 and before.calls == 0
    (_, seen), (_, unseen) = before.judged[0], without.judged[0]
    assert {pair.found["context"] for pair in seen["targets"].pairs} == {"target"}
    assert {pair.found["context"] for pair in unseen["targets"].pairs} == {"task"}
    assert before.judged == after.judged


def test_the_page_tells_what_was_never_asked_for_and_what_crashed(project: Path) -> None:
    def fail(heading: str) -> None:
        raise ZeroDivisionError

    cases = find_cases(project, ["shared"])
    with replaced(topics_of, topics_of):
        lines = list(page(cases, (AS_IT_IS, Ablation("broken", ((topics_of, fail),)))))
    (row,) = [line for line in lines if line.startswith("| broken")]
    assert row.startswith("| broken (1 crashed) |")
    (whole,) = [line for line in lines if line.startswith("| as it is")]
    assert whole.split(" | ")[1] == "" and "+0.000" in whole
