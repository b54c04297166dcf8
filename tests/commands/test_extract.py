"""`kehoach extract`: records where they were asked for, a line an error, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import from_json
from extractor.plan.validate import check

pytestmark = pytest.mark.usefixtures("pipeline")


def run(runner: CliRunner, *words: object, stdin: bytes | None = None) -> Result:
    return runner.invoke(app, ["extract", *map(str, words)], input=stdin)


def test_one_plan_goes_to_standard_output(runner: CliRunner, folder: Path) -> None:
    result = run(runner, folder / "a.txt")
    assert result.exit_code == Exit.OK
    assert check(json.loads(result.stdout)) == []
    assert from_json(result.stdout).origin.name == "a.txt"  # type: ignore[union-attr]


def test_standard_input_is_a_dash(runner: CliRunner) -> None:
    result = run(runner, "-", stdin=b"ok")
    assert from_json(result.stdout).origin.name == "stdin"  # type: ignore[union-attr]


def test_a_folder_gives_a_record_a_plan_and_a_line_a_fault(
    runner: CliRunner, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    result = run(runner, folder, "-o", out)
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]
    assert result.exit_code == Exit.UNREADABLE
    lines = result.stderr.splitlines()
    assert f"Không đọc được «{folder / 'hong.pdf'}»: Tệp hỏng. Hãy xin lại bản khác." in lines
    assert any("có 1 tệp loại khác" in line for line in lines)


def test_an_unforeseen_error_is_one_line_and_the_rest_goes_on(
    runner: CliRunner, folder: Path, tmp_path: Path
) -> None:
    (folder / "0.txt").write_bytes(b"BUG")
    result = run(runner, folder / "0.txt", folder / "a.txt", "-o", tmp_path / "out")
    assert result.exit_code == Exit.UNREADABLE
    assert len(result.stderr.splitlines()) == 1
    assert "lỗi bất ngờ" in result.stderr and "ValueError" in result.stderr
    assert (tmp_path / "out" / "a.json").is_file()


def test_debug_shows_the_traceback(runner: CliRunner, folder: Path) -> None:
    (folder / "0.txt").write_bytes(b"BUG")
    result = runner.invoke(app, ["--debug", "extract", str(folder / "0.txt")])
    assert "Traceback" in result.stderr


def test_two_inputs_of_one_stem_do_not_meet(
    runner: CliRunner, folder: Path, tmp_path: Path
) -> None:
    (folder / "A.docx").write_bytes(b"ok")
    out = tmp_path / "out"
    result = run(runner, folder / "a.txt", folder / "A.docx", folder / "b.docx", "-o", out)
    assert sorted(path.name for path in out.iterdir()) == ["A.docx.json", "a.txt.json", "b.json"]
    assert result.stderr.count("Trùng tên") == 2
    assert result.exit_code == Exit.OK


def test_two_inputs_of_one_name_do_not_meet(runner: CliRunner, tmp_path: Path) -> None:
    for sub in ("x", "y"):
        (tmp_path / sub).mkdir()
        (tmp_path / sub / "a.txt").write_bytes(b"ok")
    out = tmp_path / "out"
    run(runner, tmp_path / "x", tmp_path / "y", "-o", out)
    assert sorted(path.name for path in out.iterdir()) == ["x-a.txt.json", "y-a.txt.json"]


def test_an_input_named_twice_is_read_once(runner: CliRunner, folder: Path) -> None:
    result = run(runner, folder / "a.txt", folder / ".." / folder.name / "a.txt")
    assert result.exit_code == Exit.OK
    from_json(result.stdout)


def test_json_lines_go_to_standard_output(runner: CliRunner, folder: Path) -> None:
    result = run(runner, "--jsonl", folder / "a.txt", folder / "hong.pdf", folder / "b.docx")
    names = [from_json(line).origin.name for line in result.stdout.splitlines()]  # type: ignore[union-attr]
    assert names == ["a.txt", "b.docx"]
    assert result.exit_code == Exit.UNREADABLE


def test_json_lines_go_to_one_file(runner: CliRunner, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "plans.jsonl"
    run(runner, "--jsonl", folder / "a.txt", folder / "b.docx", "-o", target)
    assert len(target.read_bytes().splitlines()) == 2
    assert [path.name for path in target.parent.iterdir()] == ["plans.jsonl"]


def test_a_pattern_is_expanded_and_one_without_match_is_told(
    runner: CliRunner, folder: Path, tmp_path: Path
) -> None:
    result = run(runner, folder / "*.txt", folder / "*.rtf", "-o", tmp_path / "out")
    assert (tmp_path / "out" / "a.json").is_file()
    assert "Không có tệp nào khớp" in result.stderr
    assert result.exit_code == Exit.UNREADABLE


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(
    runner: CliRunner, tmp_path: Path
) -> None:
    (tmp_path / "ke hoach [1].txt").write_bytes(b"ok")
    assert run(runner, tmp_path / "ke hoach [1].txt").exit_code == Exit.OK


def test_hidden_and_lock_files_are_no_plans(runner: CliRunner, tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in (".a.txt", "~$a.docx", "a.txt"):
        (source / name).write_bytes(b"ok")
    run(runner, source, "-o", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.json"]


def test_an_empty_folder_is_told(runner: CliRunner, tmp_path: Path) -> None:
    result = run(runner, tmp_path)
    assert "không có tệp nào đọc được" in result.stderr
    assert result.exit_code == Exit.UNREADABLE


def test_text_is_left_out_on_request(runner: CliRunner, folder: Path) -> None:
    record = json.loads(run(runner, folder / "a.txt", "--no-text").stdout)
    assert "text" not in record and len(record["text_sha256"]) == 64


def test_many_plans_need_a_place_to_go(runner: CliRunner, folder: Path) -> None:
    result = run(runner, folder / "a.txt", folder / "b.docx")
    assert result.exit_code == Exit.USAGE
    assert result.stdout == ""


@pytest.mark.parametrize("words", [("-o", "taken"), ("--jsonl", "-o", "dir")])
def test_a_target_of_the_wrong_kind_is_wrong_usage(
    runner: CliRunner, folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    Path("taken").write_text("kept")
    Path("dir").mkdir()
    assert run(runner, "a.txt", *words).exit_code == Exit.USAGE
    assert Path("taken").read_text() == "kept"


def test_a_place_that_cannot_be_written_is_told(runner: CliRunner, folder: Path) -> None:
    (folder / "file").write_text("")
    result = run(runner, folder / "a.txt", "-o", folder / "file" / "out")
    assert result.exit_code == Exit.UNWRITABLE
    assert "Không ghi được" in result.stderr and len(result.stderr.splitlines()) == 1


def test_a_record_is_replaced_whole(runner: CliRunner, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text("old")
    run(runner, folder / "a.txt", "-o", out)
    from_json((out / "a.json").read_bytes())
    assert [path.name for path in out.iterdir()] == ["a.json"]
