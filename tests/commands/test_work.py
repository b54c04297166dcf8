"""Several processes: outcomes in order, and a process that dies costs its own file only."""

from __future__ import annotations

from pathlib import Path

from extractor.commands.ending import Exit
from extractor.commands.inputs import Input
from extractor.commands.work import Manner, attempts
from tests.commands.workers import name_or_die


def items(*names: str) -> list[Input]:
    return [Input(name, Path(name)) for name in names]


def test_outcomes_come_in_the_order_of_the_inputs() -> None:
    names = [f"{number}.txt" for number in range(6)]
    done = attempts(items(*names), Manner(), 2, name_or_die)
    assert [outcome.record.decode() for outcome in done] == names


def test_a_process_that_dies_costs_its_own_file_only() -> None:
    done = list(attempts(items("a.txt", "dead.txt", "b.txt", "c.txt"), Manner(), 2, name_or_die))
    assert [outcome.record for outcome in done] == [b"a.txt", b"", b"b.txt", b"c.txt"]
    assert done[1].code == Exit.UNREADABLE
    assert done[1].line.startswith("Không đọc được «dead.txt»: tiến trình đọc tệp bị dừng")
