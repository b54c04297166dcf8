"""Units of thresholds: which numbers can be held against each other, and on one scale.

Goes in: a unit as the record has it, and the change. Comes out: a `Unit`: `tỷ đồng` has the kind
`amount`, the dimension `dong` and the scale 10⁹, `mô hình` the kind `count` and itself as its
dimension, `percent` with a change the kind `change`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extractor.compare.wording import opened_text
from extractor.lexicon.load import load

Kind = Literal["share", "change", "count", "amount"]
_SHARE = "share"
_COUNTED = ("occasion", "person")
_JOINED = (",", " và ", " hoặc ", "/")


@dataclass(frozen=True, slots=True)
class Unit:
    """The kind of number, what is counted or measured, and how many of the smallest unit it is."""

    kind: Kind
    dimension: str
    scale: float = 1.0
    nouns: frozenset[str] = frozenset()

    def comparable(self, other: Unit) -> bool:
        """Whether numbers of the two can be put on one scale."""
        if self.kind != other.kind:
            return False
        return self.dimension == other.dimension or bool(self.nouns & other.nouns)


@lru_cache(maxsize=8192)
def unit_of(unit: str, change: str | None = None) -> Unit:
    """What a unit as printed stands for; `change` is the record's increase, decrease or None."""
    plain = opened_text(unit)
    known = load("measure_units").entry_of(plain)
    if known is None:
        if change:
            return Unit("change", f"{change} {plain}")
        return Unit("count", plain, 1.0, _nouns(plain))
    dimension, scale = known.word("dimension"), float(str(known.values["scale"]))
    if change:
        return Unit("change", f"{change} {dimension}", scale)
    if dimension == _SHARE:
        return Unit("share", dimension, scale)
    return Unit("count" if dimension in _COUNTED else "amount", dimension, scale)


def _nouns(plain: str) -> frozenset[str]:
    parts = [plain]
    for joint in _JOINED:
        parts = [piece for part in parts for piece in part.split(joint)]
    return frozenset(part.strip() for part in parts if part.strip())
