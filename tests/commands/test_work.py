"""Processes that read: outcomes in order, and a process that is lost costs its own file only."""

from __future__ import annotations

import multiprocessing
import stat
import time
from pathlib import Path

import pytest

from extractor.commands.ending import Exit
from extractor.commands.inputs import Input
from extractor.commands.work import Manner, _batches, attempt, attempts
from extractor.reading.limits import MB, Limits
from tests.commands.workers import misbehave, name_or_die, slow_name


def items(*names: str) -> list[Input]:
    return [Input(name, Path(name)) for name in names]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_inputs(workers: int) -> None:
    names = [f"{number}.txt" for number in range(6)]
    done = attempts(items(*names), Manner(), workers, name_or_die)
    assert [outcome.record.decode() for outcome in done] == names


@pytest.mark.parametrize("workers", [1, 2])
def test_a_process_that_dies_costs_its_own_file_only(workers: int) -> None:
    names = ("a.txt", "dead.txt", "b.txt", "c.txt")
    done = list(attempts(items(*names), Manner(), workers, name_or_die))
    assert [outcome.record for outcome in done] == [b"a.txt", b"", b"b.txt", b"c.txt"]
    assert done[1].code == Exit.UNREADABLE
    assert done[1].line.startswith("Không đọc được «dead.txt»: tiến trình đọc tệp bị dừng")


def test_a_process_that_is_killed_or_greedy_costs_its_own_file_only() -> None:
    names = ("killed.txt", "greedy.txt", "b.txt")
    manner = Manner(limits=Limits(memory_bytes=2048 * MB))
    done = list(attempts(items(*names), manner, 1, misbehave))
    assert [outcome.record for outcome in done] == [b"", b"", b"b.txt"]


def test_a_process_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    word = str(tmp_path / "hangs.txt")
    manner = Manner(limits=Limits(seconds=8))
    done = list(attempts(items(word, "b.txt"), manner, 1, misbehave))
    assert "đọc quá 8 giây" in done[0].line and done[0].code == Exit.UNREADABLE
    assert done[1].record == b"b.txt"
    assert gone(int((tmp_path / "hangs.pid").read_text()))


def gone(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    for _ in range(100):
        if not state.exists() or state.read_text().split(") ")[1][0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_the_rest_of_a_batch_goes_to_another_process() -> None:
    names = ("a.doc", "dead.doc", "b.doc", "c.doc")
    assert _batches(items(*names)) == [[0, 1, 2, 3]]
    done = list(attempts(items(*names), Manner(), 1, name_or_die))
    assert [outcome.record for outcome in done] == [b"a.doc", b"", b"b.doc", b"c.doc"]


def test_only_neighbours_that_libreoffice_converts_share_a_batch() -> None:
    names = ("a.doc", "b.RTF", "c.docx", "d.odt", "e.txt")
    assert _batches(items(*names)) == [[0, 1], [2], [3], [4]]
    many = _batches(items(*(f"{number}.doc" for number in range(10))))
    assert [len(batch) for batch in many] == [8, 2]


def test_limits_hold_in_the_process_that_reads() -> None:
    done = list(attempts(items("limits.txt"), Manner(limits=Limits(pages=7)), 1, misbehave))
    assert done[0].record == b"7"


def test_temporary_files_lie_in_a_private_folder_that_is_gone_afterwards() -> None:
    found = attempts(items("temporary.txt", "killed.txt"), Manner(), 1, misbehave)
    folder = Path(next(found).record.decode())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 and list(folder.rglob("left"))
    list(found)
    assert not folder.exists()


def test_who_stops_listening_leaves_no_process() -> None:
    names = tuple(f"{number}.txt" for number in range(20))
    found = attempts(items(*names), Manner(), 2, slow_name)
    next(found)
    assert multiprocessing.active_children()
    found.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_an_attempt_loads_no_more_than_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("KẾ HOẠCH\n" * 9)
    done = list(attempts([Input("a.txt", path)], Manner(limits=Limits(file_bytes=20)), 1, attempt))
    assert "lớn hơn" in done[0].line
