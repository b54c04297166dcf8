"""A run that is stopped, by kill -9 or a full disk, leaves whole records and can be taken up."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.work import attempts_here
from extractor.plan.codec import decode, from_json
from extractor.plan.validate import check

PLAN = """Số: {number}/KH-UBND
Phú Lạc, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
I. MỤC TIÊU
- Tỷ lệ hồ sơ nộp trực tuyến đạt từ 80% trở lên.
"""


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "extractor", "extract", *map(str, words)]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(10, 40):
        (folder / f"{number}.txt").write_text(PLAN.format(number=number), "utf-8")
    return folder


def test_kill_9_in_mid_batch_leaves_whole_records_and_resume_does_the_rest(
    plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    process = subprocess.Popen(command(plans, "-o", out))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(out.glob("*.json")):
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    first = {path: path.stat().st_mtime_ns for path in out.glob("*.json")}
    assert first
    assert all(check(decode(path.read_bytes())) == [] for path in first)
    done = subprocess.run(command(plans, "-o", out, "--resume"), capture_output=True)
    assert done.returncode == Exit.OK
    assert f"Bỏ qua {len(first)} tệp" in done.stderr.decode()
    assert {path: path.stat().st_mtime_ns for path in first} == first
    assert len(list(out.glob("*.json"))) == 30


def test_a_full_disk_leaves_no_half_record(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    bound = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh"]  # no file over half a kilobyte
    done = subprocess.run([*bound, *command(plans / "10.txt", "-o", out)], capture_output=True)
    assert done.returncode == Exit.UNWRITABLE
    assert len(done.stderr.splitlines()) == 1 and "Không ghi được" in done.stderr.decode()
    assert list(out.iterdir()) == []


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
