"""A minute of the mutants that `make fuzz` makes by the thousand, from a fixed seed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from extractor.commands.ending import Exit
from tests.robustness.fuzz import Mutant, Samples, made, run
from tests.robustness.outcome import ROOT
from tests.robustness.runs import PATIENCE, command, records
from tests.robustness.samples import quick, samples

SEED = 3
SHARE = 60  # mutants of one test
BY_COMMAND = 60
SAID = ("Không đọc được «", "Trong «", "Trùng tên: ")


@pytest.fixture(scope="module")
def plans() -> Samples:
    return quick()


@pytest.mark.parametrize("part", range(4))
def test_a_spoilt_plan_ends_in_a_record_or_an_error(part: int, plans: Samples) -> None:
    mutants = [Mutant(number, SEED) for number in range(part * SHARE, (part + 1) * SHARE)]
    told = list(run(mutants, 1, plans))
    assert [(mutant, one) for mutant, one in told if one.fault] == []
    outcomes = {one.outcome for _, one in told}
    assert {"record", "unreadable_file"} <= outcomes


@pytest.mark.parametrize("kind", [".pdf", ".doc", ".odt", ".rtf", ".png", ".tif"])
def test_a_spoilt_file_of_a_slow_format_ends_in_a_record_or_an_error(
    kind: str, slow: Samples
) -> None:
    mutants = [Mutant(number, SEED) for number in range(3)]
    told = list(run(mutants, 1, {kind: slow[kind]}))
    assert [one.kind for _, one in told] == [kind] * 3
    assert [(mutant, one) for mutant, one in told if one.fault] == []


def test_spoilt_files_cost_the_command_one_line_each(plans: Samples, tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    files = [_written(folder, number, plans) for number in range(1000, 1000 + BY_COMMAND)]
    words = command(folder, "-o", out, "--workers", 2)
    done = subprocess.run(words, cwd=ROOT, capture_output=True, timeout=10 * PATIENCE)
    said = done.stderr.decode().splitlines()
    found = records(out)
    assert done.returncode == Exit.UNREADABLE  # some cannot be read, and nothing worse
    assert [line for line in said if not line.startswith(SAID)] == []
    for path in files:
        lines = [line for line in said if f"«{path}" in line]
        if path.suffix != ".zip":
            assert (f"{path.stem}.json" in found) == (lines == []), lines
            assert len(lines) < 2
    assert done.stdout == b""


def _written(folder: Path, number: int, plans: Samples) -> Path:
    kind, data = made(Mutant(number, SEED), plans)
    path = folder / f"{number}{kind}"
    path.write_bytes(data)
    return path


def test_the_same_seed_makes_the_same_mutant(plans: Samples) -> None:
    assert made(Mutant(5, SEED), plans) == made(Mutant(5, SEED), plans)
    assert made(Mutant(5, SEED), plans) != made(Mutant(6, SEED), plans)


@pytest.fixture(scope="module")
def slow() -> Samples:
    return samples()
