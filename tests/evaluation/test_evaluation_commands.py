"""The steps from the command line, one after the other, over a small project folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation import __main__ as commands
from evaluation.cases import find_cases
from evaluation.predict import predict


@pytest.fixture
def run(project: Path, tmp_path: Path, read_gold: Any) -> Any:
    """Runs one step over the project with predictions that are the answers."""
    out = tmp_path / "out"
    list(predict(find_cases(project), out, read_gold))

    def step(name: str, *more: str) -> int:
        options = ["--root", str(project), "--out", str(out)]
        return commands.main([name, *options, "--baseline", str(tmp_path / "base.json"), *more])

    return step


def test_score_writes_every_scope(run: Any, tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "score.json"
    assert run("score", "--to", str(path)) == 0
    figures = json.loads(path.read_text(encoding="utf-8"))
    assert {"corpus", "corpus/txt", "corpus/phu-lac.docx", "shared"} <= figures.keys()
    assert figures["corpus"]["mission"]["f1"] == 1.0
    assert figures["corpus"]["fields"]["targets"]["value"]["exact"]["tp"] == 6
    assert "mission 1.000" in capsys.readouterr().out


def test_report_writes_the_page(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert run("report", "--to", str(path), "--set", "corpus") == 0
    assert "Set corpus" in path.read_text(encoding="utf-8")


def test_strict_comparison_fails_only_when_the_mission_fell(
    run: Any, tmp_path: Path, capsys: Any
) -> None:
    assert run("baseline") == 0
    assert run("compare", "--strict") == 0
    record = tmp_path / "out" / "corpus" / "phu-lac.txt.json"
    found = json.loads(record.read_text(encoding="utf-8"))
    found["targets"] = found["targets"][:1]
    record.write_text(json.dumps(found), encoding="utf-8")
    assert run("compare") == 0
    assert run("compare", "--strict") == 1
    assert run("compare", "--strict", "--set", "shared") == 0
    assert "LOST    indicator: sáng kiến mới" in capsys.readouterr().out


def test_a_baseline_is_made_of_every_format(run: Any) -> None:
    assert run("baseline", "--formats", "txt") == 2


def test_no_baseline_is_made_of_a_run_with_crashes(run: Any, project: Path, tmp_path: Path) -> None:
    def fail(path: Path) -> bytes:
        raise ZeroDivisionError

    list(predict(find_cases(project, formats=["docx"]), tmp_path / "out", fail))
    assert run("baseline") == 2
    assert not (tmp_path / "base.json").exists()


def test_without_predictions_there_is_nothing_to_score(project: Path, tmp_path: Path) -> None:
    options = ["--root", str(project), "--out", str(tmp_path / "empty")]
    assert commands.main(["score", *options]) == 2


def test_an_unknown_format_is_refused(project: Path) -> None:
    with pytest.raises(SystemExit):
        commands.main(["score", "--root", str(project), "--formats", "odt"])
