"""A run is taken up where an earlier one ended: only what has no sound record is read."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.work import attempts_here
from extractor.plan.codec import from_json
from tests.robustness.runs import PLAN, write_plans


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return write_plans(tmp_path / "in", 30)


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process, which is quicker."""
    module = importlib.import_module("extractor.commands.extract")
    monkeypatch.setattr(module, "attempts", attempts_here)


def run(runner: CliRunner, *words: object) -> str:
    result = runner.invoke(app, ["extract", *map(str, words)])
    assert result.exit_code == Exit.OK
    return result.stderr


@pytest.mark.usefixtures("here")
def test_a_changed_file_another_wish_and_a_broken_record_are_read_again(
    runner: CliRunner, plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    files = [plans / f"{number}.txt" for number in (10, 11, 12)]
    run(runner, *files, "-o", out)
    assert "Bỏ qua 3 tệp" in run(runner, *files, "-o", out, "--resume")
    files[0].write_text(PLAN.format(number=99), "utf-8")
    (out / "11.json").write_text('{"schema_version": "1.0", "docu')
    assert "Bỏ qua 1 tệp" in run(runner, *files, "-o", out, "--resume")
    assert from_json((out / "10.json").read_bytes()).document.number == "99/KH-UBND"
    assert "Bỏ qua" not in run(runner, *files, "-o", out, "--resume", "--no-text")


def test_resume_needs_a_folder(runner: CliRunner, plans: Path) -> None:
    result = runner.invoke(app, ["extract", str(plans / "10.txt"), "--resume"])
    assert result.exit_code == Exit.USAGE


@pytest.mark.usefixtures("here")
def test_what_a_killed_run_left_half_written_is_swept(
    runner: CliRunner, plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    old, new = out / ".kehoach-old.tmp", out / ".kehoach-new.tmp"
    for path in (old, new):
        path.write_text("{")
    os.utime(old, (0, 0))
    run(runner, plans / "10.txt", "-o", out)
    assert not old.exists() and new.exists()
