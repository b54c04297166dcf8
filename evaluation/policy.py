"""The match policy as typed data: `policy.yml` in, `Policy` out; what is unknown stops the load.

`POLICY.sections["targets"].fields["unit"].kind` is `"unit"`; `policy.yml` explains every key.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct, field, yaml

Level = Literal["exact", "folded", "overlap", "value"]
LEVELS: tuple[Level, ...] = ("exact", "folded", "overlap", "value")
Kind = Literal["closed", "code", "text", "unit", "words", "set"]
PATH = Path(__file__).with_name("policy.yml")


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One field of a fact: how it is compared, what the mission demands, where it counts."""

    kind: Kind
    mission: Literal["equal", "folded"] | float | None = None
    levels: tuple[Level, ...] = LEVELS


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """One summand of the likeness of two facts, 0..1 before its weight."""

    how: Literal["share", "all", "overlap", "joined"]
    fields: tuple[str, ...]
    weight: float = 1.0
    floor: float = 0.0


class Pairing(Struct, frozen=True, forbid_unknown_fields=True):
    """When a found fact answers a gold fact."""

    floor: float
    terms: tuple[Term, ...]
    identity: str | None = None
    gate: Term | None = None


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of fact: where it stands in the record and what its fields are."""

    path: str
    fields: dict[str, Field]
    shape: Literal["rows", "single", "strings"] = "rows"
    pairing: Pairing = field(default_factory=lambda: Pairing(1.0, ()))
    where: dict[str, str] = field(default_factory=dict)
    distinct: str | None = None
    shown: bool = True


class Policy(Struct, frozen=True, forbid_unknown_fields=True):
    """All sections, the families of the mission, and what folding needs to know."""

    overlap_floor: float
    abbreviations: dict[str, str]
    families: dict[str, tuple[str, ...]]
    sections: dict[str, Section]

    def __post_init__(self) -> None:
        for name, section in self.sections.items():
            _check_fields(name, section)
        members = {member for family in self.families.values() for member in family}
        if unknown := members - self.sections.keys():
            raise ValueError(f"families name unknown sections: {sorted(unknown)}")


def _check_fields(name: str, section: Section) -> None:
    pairing = section.pairing
    gate = pairing.gate.fields if pairing.gate else ()
    named = {*gate, *(used for term in pairing.terms for used in term.fields)}
    named |= {used for used in (pairing.identity, section.distinct) if used}
    if unknown := named - section.fields.keys():
        raise ValueError(f"section {name} pairs by fields it does not list: {sorted(unknown)}")
    for key, one in section.fields.items():
        # Each level forgives more than the one before: a field may drop out, not come in.
        if one.levels != LEVELS[: len(one.levels)]:
            raise ValueError(f"field {name}.{key}: levels must be the first of {list(LEVELS)}")


@cache
def load(path: Path = PATH) -> Policy:
    """The policy of `path`, checked; the same object for the same path."""
    return yaml.decode(path.read_bytes(), type=Policy)


POLICY = load()
