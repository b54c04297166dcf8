"""A disk that is full, closed or gone costs one clear line, and no record is half written."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.commands.ending import Exit, unwritable
from tests.robustness.outcome import ROOT
from tests.robustness.runs import Run, command, records, strangers, write_plans

COUNT = 12
FULL = "ổ đĩa đã đầy. Hãy dọn bớt hoặc chọn ổ khác, rồi chạy lại"
# A disk of 24 kB of our own, in a name space of our own: $1 is the output, $2 a place for copies.
SMALL_DISK = """
mount -t tmpfs -o size=24k tmpfs "$1" || exit 99
out=$1 copies=$2; shift 2
"$@" -o "$out"; echo $? > "$copies/code"
cp -a "$out" "$copies/full"
mount -o remount,size=4m "$out"
"$@" -o "$out" --resume; code=$?
cp -a "$out" "$copies/whole"
exit $code
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plans(tmp_path_factory.mktemp("disks") / "in", COUNT)


def full(plans: Path, out: Path, says: int) -> tuple[int, list[str]]:
    """The end of a run whose disk answers `says` after three records."""
    done = subprocess.run(
        command(plans, "-o", out, "--workers", 2, module="tests.robustness.full_disk"),
        cwd=ROOT,
        env={**os.environ, "FULL_AFTER": "3", "FULL_SAYS": str(says)},
        capture_output=True,
    )
    return done.returncode, done.stderr.decode().splitlines()


@pytest.mark.parametrize(
    ("says", "reason"),
    [
        (errno.ENOSPC, f"{FULL} với --resume."),
        (errno.EROFS, "không có quyền ghi ở đó. Hãy xin quyền, hoặc chọn"),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_fills_up_in_mid_batch(
    says: int, reason: str, plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    code, said = full(plans, out, says)
    assert code == Exit.UNWRITABLE
    assert len(said) == 1 and said[0].startswith(f"Không ghi được «{out}»: {reason}")
    assert len(records(out)) == 3 and len(list(out.iterdir())) == 3
    done = subprocess.run(command(plans, "-o", out, "--resume"), capture_output=True)
    assert done.returncode == Exit.OK
    assert len(records(out)) == COUNT


def test_a_real_disk_that_is_full_in_mid_batch(plans: Path, tmp_path: Path) -> None:
    out, copies = tmp_path / "out", tmp_path / "copies"
    out.mkdir()
    copies.mkdir()
    apart = ["unshare", "--mount", *(() if os.getuid() == 0 else ("--user", "--map-root-user"))]
    script = [*apart, "sh", "-c", SMALL_DISK, "sh", str(out), str(copies)]
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here: the disk that only says that it is full must do")
    done = subprocess.run([*script, *command(plans)], cwd=ROOT, capture_output=True)
    if done.returncode not in (Exit.OK, Exit.UNWRITABLE, Exit.UNREADABLE):
        pytest.skip("no disk may be mounted here: the one that only says that it is full must do")
    said = done.stderr.decode().splitlines()
    assert said[0] == f"Không ghi được «{out}»: {FULL} với --resume."
    assert (copies / "code").read_text().strip() == str(Exit.UNWRITABLE.value)
    first = records(copies / "full")
    assert 0 < len(first) < COUNT and len(list((copies / "full").iterdir())) == len(first)
    assert said[1:] == [f"Bỏ qua {len(first)} tệp đã có bản ghi từ lần chạy trước."]
    assert len(records(copies / "whole")) == COUNT


def test_no_file_may_be_that_large(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    bound = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh"]  # no file over half a kilobyte
    done = subprocess.run([*bound, *command(plans / "10.txt", "-o", out)], capture_output=True)
    assert done.returncode == Exit.UNWRITABLE
    line = "hệ thống không cho ghi tệp lớn như vậy. Hãy chọn ổ khác."
    assert done.stderr.decode().splitlines() == [f"Không ghi được «{out}»: {line}"]
    assert list(out.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", [(), ("--jsonl",)], ids=["one record", "lines"])
def test_standard_output_on_a_full_disk(words: tuple[str, ...], plans: Path) -> None:
    with Path("/dev/full").open("wb") as nowhere:
        done = subprocess.run(
            command(plans / "10.txt", *words), stdout=nowhere, stderr=subprocess.PIPE
        )
    assert done.returncode == Exit.UNWRITABLE
    assert done.stderr.decode().splitlines() == [f"Không ghi được đầu ra chuẩn: {FULL}."]


COMMANDS = {
    "compare": ("compare", "A", "A", "--format", "json"),
    "matrix": ("matrix", "A", "A"),
    "cascade": ("cascade", "A", "A"),
    "check": ("check", "A", "--fail-on", "never"),
    "campaign": ("campaign", "A"),
    "export": ("export", "A", "--to", "html"),
}


@pytest.fixture(scope="module")
def record(plans: Path) -> Path:
    out = plans.parent / "one"
    subprocess.run(command(plans / "10.txt", "-o", out), check=True)
    return out / "10.json"


def other(words: tuple[str, ...], record: Path, *more: object) -> list[str]:
    plain = [str(record) if word == "A" else word for word in words]
    return [sys.executable, "-m", "extractor", *plain, *map(str, more)]


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_other_command_says_in_one_line_why_it_cannot_write(
    words: tuple[str, ...], record: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    output = tmp_path / "file" / "out.html"  # a folder that is a file
    done = subprocess.run(other(words, record, "-o", output), capture_output=True, cwd=ROOT)
    assert done.returncode == Exit.UNWRITABLE
    said = done.stderr.decode().splitlines()
    assert said[-1] == str(unwritable(output, FileExistsError(errno.EEXIST, "")))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_other_command_on_a_full_disk(words: tuple[str, ...], record: Path) -> None:
    with Path("/dev/full").open("wb") as nowhere:
        done = subprocess.run(
            other(words, record), stdout=nowhere, stderr=subprocess.PIPE, cwd=ROOT
        )
    assert done.returncode == Exit.UNWRITABLE
    assert done.stderr.decode().splitlines()[-1] == f"Không ghi được đầu ra chuẩn: {FULL}."


def test_an_output_folder_that_vanishes_costs_one_line(plans: Path, tmp_path: Path) -> None:
    slow, out, elsewhere = tmp_path / "slow.txt", tmp_path / "out", tmp_path / "elsewhere"
    os.mkfifo(slow)  # the run waits here until its folder is gone
    run = Run(command(plans, slow, "-o", out, "--workers", 2), tmp_path / "private")
    run.wait_for(out, COUNT)
    out.rename(elsewhere)
    slow.write_bytes((plans / "10.txt").read_bytes())
    code, said = run.ended()
    assert code == Exit.UNWRITABLE
    assert said == [str(unwritable(out, FileNotFoundError(errno.ENOENT, ""), resume=True))]
    assert "không còn ở đó" in said[0]
    assert run.left() == [] and not out.exists()
    assert len(records(elsewhere)) == COUNT and strangers(elsewhere) == []
