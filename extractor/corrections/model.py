"""A corrected record, what changed in it, who did it, and what could not be taken over.

`Change("$.targets[?@.id=='T5d41402a'].value", 90, 95)` is one value; a fact that went has `after`
None, a new one `before` None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One value, by its JSONPath (RFC 9535), before and after."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that was not taken over: where it stands in the file, and why (Vietnamese)."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class Corrected:
    """The record anew, and how it came to be."""

    record: Mapping[str, Any]
    changes: tuple[Change, ...]
    refused: tuple[Refused, ...]
    by: str | None


def fact_path(section: str, name: object) -> str:
    """The JSONPath of one fact: `$.awards.quotas[?@.id=='Q1']`."""
    holder = "awards." if section in ("quotas", "forms", "criteria") else ""
    return f"$.{holder}{section}[?@.id=='{name}']"
