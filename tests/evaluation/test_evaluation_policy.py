"""The match policy is data, and wrong data does not load."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from evaluation.policy import PATH, POLICY, load


def _changed(tmp_path: Path, old: str, new: str) -> Path:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "policy.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_five_families_are_those_of_the_mission() -> None:
    assert list(POLICY.families) == ["legal_bases", "targets", "time_windows", "units", "awards"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("overlap_floor: 0.75", "overlap_flor: 0.75"),
        ("kind: unit", "kind: units"),
        ("levels: [exact, folded]", "levels: [exact, blurred]"),
    ],
)
def test_an_unknown_word_stops_the_load(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        load(_changed(tmp_path, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fields: [value, unit]", "fields: [value, units]"),
        ("units: [responsible_units, assignments]", "units: [responsible_unit]"),
        ("levels: [exact, folded]", "levels: [folded, exact]"),
    ],
)
def test_a_policy_that_contradicts_itself_stops_the_load(
    tmp_path: Path, old: str, new: str
) -> None:
    with pytest.raises((ValueError, msgspec.ValidationError)):
        load(_changed(tmp_path, old, new))
