"""Fault: one thing wrong with a record, where it is, said in Vietnamese and English.

`Fault("$.targets[0].unit", "thiếu khóa «unit»", "key "unit" is missing")` prints as
`$.targets[0].unit: thiếu khóa «unit» / key "unit" is missing`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: a JSON path from `$`, and what it is in Vietnamese and in English."""

    path: str
    vi: str
    en: str

    @property
    def message(self) -> str:
        return f"{self.vi} / {self.en}"

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def json_path(steps: Iterable[str | int]) -> str:
    """`("targets", 0, "unit")` as `$.targets[0].unit`; a key with a point as `['issuer.name']`."""
    return "$" + "".join(_step(step) for step in steps)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if step.isidentifier() else f"['{step}']"
