"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.commands.inputs import Input
from extractor.commands.output import atomic, record_names, renamed


def test_a_file_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), atomic(target) as handle:
        handle.write(b"half of the n")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_is_at_the_target_before_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    with atomic(target) as handle:
        handle.write(b"new")
        assert not target.exists()
    assert target.read_bytes() == b"new"


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("kế" * 61 + ".json")
    with atomic(target) as handle:
        handle.write(b"x")
    assert target.is_file()


def test_a_number_that_is_taken_is_passed_over() -> None:
    words = ("x/a.txt", "X/A.TXT", "z/x-a.txt.json")
    names = record_names([Input(word, Path(word)) for word in words])
    assert len({name.casefold() for name in names.values()}) == 3


def test_many_long_names_are_told_in_few_lines() -> None:
    words = [f"{folder}/plan{suffix}" for folder in "abcde" for suffix in (".docx", ".pdf")]
    names = record_names([Input(word, Path(word)) for word in words])
    assert sorted(names.values())[:2] == ["a-plan.docx.json", "a-plan.pdf.json"]
    lines = renamed(names)
    assert len(lines) == 5
    assert "6 bản ghi khác" in lines[-1]
