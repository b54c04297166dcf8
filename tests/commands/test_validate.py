"""`kehoach validate`: sound records pass, others are told where they break."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import encode, to_json, to_record
from tests.sample_plan import make_plan


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.json"
    path.write_bytes(to_json(make_plan()))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    record = to_record(make_plan())
    record["targets"][1]["operator"] = "over"
    path = tmp_path / "bad.json"
    path.write_bytes(encode(record))
    return path


def test_a_sound_record_passes(runner: CliRunner, good: Path) -> None:
    result = runner.invoke(app, ["validate", str(good)])
    assert result.exit_code == Exit.OK
    assert result.stdout == f"{good}: hợp lệ / valid\n"


def test_a_fault_is_told_with_file_path_and_reason(
    runner: CliRunner, good: Path, bad: Path
) -> None:
    result = runner.invoke(app, ["validate", str(good), str(bad)])
    assert result.exit_code == Exit.INVALID
    assert f"{bad}: $.targets[1].operator: Phép so sánh: phải là một trong" in result.stdout
    assert "hợp lệ" in result.stdout


def test_each_line_of_json_lines_is_checked(runner: CliRunner, good: Path, bad: Path) -> None:
    lines = good.parent / "all.jsonl"
    record = to_record(make_plan())
    record["awards"].pop("forms")
    lines.write_bytes(to_json(make_plan(), indent=0) + encode(record, indent=0))
    result = runner.invoke(app, ["validate", str(lines)])
    assert f"{lines}:1: hợp lệ" in result.stdout
    assert f"{lines}:2: $.awards: " in result.stdout
    assert result.exit_code == Exit.INVALID


def test_a_folder_of_records_is_checked(runner: CliRunner, good: Path, bad: Path) -> None:
    result = runner.invoke(app, ["validate", str(good.parent)])
    assert str(good) in result.stdout and str(bad) in result.stdout


def test_what_is_no_json_is_one_line(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{")
    result = runner.invoke(app, ["validate", str(path)])
    assert result.exit_code == Exit.INVALID
    assert len(result.stderr.splitlines()) == 1


def test_quiet_says_faults_only(runner: CliRunner, good: Path, bad: Path) -> None:
    result = runner.invoke(app, ["validate", "-q", str(good), str(bad)])
    assert result.exit_code == Exit.INVALID
    assert str(good) not in result.stdout and str(bad) in result.stdout


def test_a_missing_record_is_unreadable(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["validate", str(tmp_path / "none.json")])
    assert result.exit_code == Exit.UNREADABLE
    assert "Không tìm thấy tệp" in result.stderr
