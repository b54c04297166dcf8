"""Counts of right, false and missed facts, and the three figures made of them.

`Tally(tp=8, fp=2, fn=0).figures()` holds precision 0.8, recall 1.0, F1 0.889; a figure without a
denominator is None, never 0 or 1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Right finds (tp), false finds (fp), missed facts (fn)."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: Tally) -> None:
        """Count what `other` counted, too."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn

    @property
    def precision(self) -> float | None:
        return _share(self.tp, self.tp + self.fp)

    @property
    def recall(self) -> float | None:
        return _share(self.tp, self.tp + self.fn)

    @property
    def f1(self) -> float | None:
        return _share(2 * self.tp, 2 * self.tp + self.fp + self.fn)

    def figures(self) -> dict[str, float | int | None]:
        """The counts and the three figures, as JSON holds them."""
        return {
            "p": self.precision, "r": self.recall, "f1": self.f1,
            "tp": self.tp, "fp": self.fp, "fn": self.fn,
        }  # fmt: skip


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
