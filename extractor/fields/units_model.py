"""What the readers of tasks hand on: one duty for each task sentence, row or group of labels."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.fields.units_party import Party
from extractor.plan.model import Basis, Period, Role
from extractor.span import Span


@dataclass(frozen=True, slots=True)
class Duty:
    """A task and who has it; spans are offsets in the canonical text.

    `source` is the evidence of the whole; `task` the spans whose texts, in order, are the task; a
    `stated` unit stands in the source itself, else a heading gives it.
    """

    party: Party
    role: Role
    task: tuple[Span, ...]
    source: Span
    rule: str
    confidence: float
    partners: tuple[Span, ...] = ()
    due: str | None = None
    every: Period | None = None
    deliverable: Span | None = None
    basis: dict[str, Basis] = field(default_factory=dict)
    printed: tuple[Span, ...] = ()  # where the unit is printed, when that is in several lines
