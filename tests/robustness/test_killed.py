"""A run that is killed or stopped leaves whole records, no process, and can be taken up."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from extractor.commands.ending import Exit
from tests.reading.office_files import needed_office, odt
from tests.robustness.runs import Run, command, records, strangers, until, write_plans

COUNT = 24


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plans(tmp_path_factory.mktemp("killed") / "in", COUNT)


@pytest.fixture(scope="module")
def undisturbed(plans: Path) -> dict[str, bytes]:
    """The records of a run that nothing happened to."""
    out = plans.parent / "undisturbed"
    subprocess.run(command(plans, "-o", out, "--workers", 2), check=True)
    found = records(out)
    assert len(found) == COUNT
    return found


@pytest.mark.parametrize(("count", "group"), [(1, False), (1, True), (4, True), (10, False)])
def test_kill_9_leaves_whole_records_and_resume_does_exactly_the_rest(
    count: int, group: bool, plans: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    stuck, out = tmp_path / "stuck.txt", tmp_path / "out"
    os.mkfifo(stuck)  # who opens it waits for ever: however fast the rest is, the run is not done
    run = Run(command(plans, stuck, "-o", out, "--workers", 2), tmp_path / "private")
    run.wait_for(out, count)
    run.kill(group=group)
    run.ended()
    assert run.left() == []
    assert until(lambda: not list((tmp_path / "private").iterdir()), 20)
    first = {name: (out / name).stat().st_mtime_ns for name in records(out)}
    assert count <= len(first) <= COUNT and strangers(out) == []
    done = subprocess.run(
        command(plans, "-o", out, "--workers", 2, "--resume"), capture_output=True
    )
    assert done.returncode == Exit.OK
    assert done.stderr.decode() == f"Bỏ qua {len(first)} tệp đã có bản ghi từ lần chạy trước.\n"
    assert records(out) == undisturbed
    assert {name: (out / name).stat().st_mtime_ns for name in first} == first


@pytest.mark.parametrize("group", [False, True], ids=["the process", "its whole group"])
def test_kill_9_ends_a_process_that_would_never_end(
    group: bool, plans: Path, tmp_path: Path
) -> None:
    stuck, out = tmp_path / "stuck.txt", tmp_path / "out"
    os.mkfifo(stuck)  # who opens it waits for ever
    run = Run(command(plans / "10.txt", stuck, "-o", out), tmp_path / "private")
    run.wait_for(out)
    run.kill(group=group)
    run.ended()
    assert run.left() == []


def test_kill_9_ends_libreoffice(tmp_path: Path) -> None:
    needed_office()
    for number in range(8):
        (tmp_path / f"{number}.odt").write_bytes(odt("<text:p>Kế hoạch</text:p>" * 3000))
    private = tmp_path / "private"
    run = Run(command(tmp_path, "-o", tmp_path / "out"), private)
    assert until(lambda: _runs(private, "soffice.bin")), "LibreOffice did not start"
    run.kill()
    run.ended()
    assert run.left() == []
    assert until(lambda: not list(private.iterdir()), 20)


def _runs(folder: Path, name: str) -> bool:
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            inside = Path(os.readlink(entry / "cwd")).is_relative_to(folder)
            if inside and (entry / "comm").read_text().strip() == name:
                return True
        except OSError:
            continue
    return False


@pytest.mark.parametrize("group", [False, True], ids=["the process", "its whole group"])
def test_ctrl_c_says_one_line_and_leaves_nothing_half_done(
    group: bool, plans: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    stuck, out = tmp_path / "stuck.txt", tmp_path / "out"
    os.mkfifo(stuck)  # who opens it waits for ever
    run = Run(command(plans, stuck, "-o", out, "--workers", 2), tmp_path / "private")
    run.wait_for(out, 3)
    run.kill(signal.SIGINT, group=group)
    code, said = run.ended()
    assert code == Exit.INTERRUPTED
    assert [line for line in said if line] == ["Đã dừng."]  # a blank one ends the echo of ^C
    assert run.left() == []
    assert list((tmp_path / "private").iterdir()) == []
    assert {path.suffix for path in out.iterdir()} == {".json"}
    assert records(out).items() <= undisturbed.items()


def test_a_reader_that_goes_away_ends_the_run_quietly(plans: Path, tmp_path: Path) -> None:
    run = Run(command(plans, "--jsonl", "--workers", 2), tmp_path / "private")
    assert run.process.stdout is not None
    assert run.process.stdout.readline().startswith(b'{"schema_version"')
    run.process.stdout.close()
    assert run.process.stderr is not None
    assert run.process.stderr.read() == b""
    assert run.process.wait() == 1
    assert run.left() == []
    assert list((tmp_path / "private").iterdir()) == []


def test_a_file_that_vanishes_costs_its_own_line_only(tmp_path: Path) -> None:
    own = write_plans(tmp_path / "in", 2)
    first, last, slow, out = own / "10.txt", own / "11.txt", tmp_path / "slow.txt", tmp_path / "out"
    os.mkfifo(slow)  # the run waits here until the last file is gone
    run = Run(command(first, slow, last, "-o", out), tmp_path / "private")
    run.wait_for(out)
    last.unlink()
    slow.write_bytes(first.read_bytes())
    line = f"Không đọc được «{last}»: Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn."
    assert run.ended() == (Exit.UNREADABLE, [line])
    assert sorted(records(out)) == ["10.json", "slow.json"]
