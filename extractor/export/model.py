"""What an export is made from, and what it gives.

In: `Subject(plan, campaign)`. Out: `Export(files={"ke-hoach.ics": b"…"}, lost=(Lost("T5d41402a",
"chỉ tiêu không có thời hạn"),))`: `lost` names all that the form cannot hold, so that nothing goes
in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.campaign.model import Campaign
from extractor.plan.model import Plan

_SHORT = 60  # characters of a name in a list of losses


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan, and the campaign that it begins."""

    plan: Plan
    campaign: Campaign


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that a form cannot hold: the fact's id or the section, and why, in Vietnamese."""

    what: str
    why: str
    name: str = ""  # so that a person knows which one is meant

    def __str__(self) -> str:
        short = self.name if len(self.name) <= _SHORT else f"{self.name[: _SHORT - 1]}…"
        return f"{self.what} ({short}): {self.why}" if short else f"{self.what}: {self.why}"


@dataclass(frozen=True, slots=True)
class Export:
    """Files by their relative path, the main one first, and what they do not hold."""

    files: Mapping[str, bytes]
    lost: tuple[Lost, ...] = ()

    @property
    def main(self) -> bytes:
        """The first file: all there is where one file is asked for."""
        return next(iter(self.files.values()))
