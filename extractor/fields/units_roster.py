"""The roster of responsible units: each body once, with every role it has.

A body that leads or does anything keeps no `coordinate` for being named a partner elsewhere; a body
that is only a partner is listed with `coordinate`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.fields.context import Reading, source_of
from extractor.fields.units_model import Duty
from extractor.fields.units_names import begins, is_variant, key_of, spells_out
from extractor.fields.units_party import Party, bodies_of
from extractor.plan.model import ResponsibleUnit, Role
from extractor.span import Span
from extractor.text import folded

_ORDER: tuple[Role, ...] = ("lead", "coordinate", "implement")


_MANY_NAMES = 4  # so many names in one subject are a list of bodies, each with the task


@dataclass(slots=True)
class _Entry:
    span: Span
    roles: set[Role] = field(default_factory=set)
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Roster:
    """The units in the order of the text, and the name under which each key is listed."""

    units: tuple[ResponsibleUnit, ...]
    names: dict[str, str]


def roster(reading: Reading, duties: Iterable[Duty]) -> Roster:
    """The bodies of the duties, in the order in which the plan first gives them work."""
    entries: dict[str, _Entry] = {}
    for duty in duties:
        for body in _each(reading, duty.party):
            entry = _entry(reading, entries, body)
            if not entry.roles:
                entry.span = body  # named where it gets work, not where it is a partner
            entry.roles.add(duty.role)
            entry.confidence = max(entry.confidence, duty.confidence)
        for body in duty.partners:
            entry = _entry(reading, entries, body)
            entry.confidence = max(entry.confidence, duty.confidence - 0.1)
    listed = _merged(reading, entries)
    units = tuple(_unit(reading, entry) for entry in listed.values())
    return Roster(units, {key: reading.value(entry.span) for key, entry in entries.items()})


def _each(reading: Reading, party: Party) -> tuple[Span, ...]:
    """The bodies of a party; a subject that lists many by name has each, a list of groups is one.

    "Đề nghị Văn phòng Tỉnh ủy, Tòa án nhân dân tỉnh, Thuế tỉnh và các hội …" are four.
    """
    if len(party.bodies) > 1:
        return party.bodies
    if len(party.span.of(reading.text).split()) < 2 * _MANY_NAMES:
        return party.bodies  # too short for so many names of two words or more
    pieces = bodies_of(reading, party.span, apart=True)
    names = [piece for piece in pieces if _is_own_name(piece.of(reading.text))]
    # "Thường trực HĐND, UBND, Ủy ban Kiểm tra xã": a bare word shares its place with the others.
    whole = all(" " in piece.of(reading.text) for piece in pieces)
    many = len(names) >= _MANY_NAMES and 2 * len(names) > len(pieces)
    return pieces if many and whole else party.bodies


def _is_own_name(printed: str) -> bool:
    """Whether a name says which one body it means: "Thuế tỉnh", not "UBND các xã"."""
    return printed[:1].isupper() and "các " not in folded(printed)


def _merged(reading: Reading, entries: dict[str, _Entry]) -> dict[str, _Entry]:
    """Without partners that are another unit's name cut short ("Công an" beside "Công an tỉnh")."""
    return {
        key: entry
        for key, entry in entries.items()
        if entry.roles or not _is_listed(key, entry, entries, reading)
    }


def _is_listed(key: str, entry: _Entry, entries: dict[str, _Entry], reading: Reading) -> bool:
    """Whether a partner is listed already, by its level or by a longer name: "Trưởng khối"."""
    name = folded(entry.span.of(reading.text))
    if is_variant(key, entries):
        return True
    if len(name.split()) < (4 if name.startswith("các ") else 2):
        return False
    units = (other.span.of(reading.text) for other in entries.values() if other.roles)
    return any(begins(name, unit) for unit in units)


def _entry(reading: Reading, entries: dict[str, _Entry], body: Span) -> _Entry:
    text = body.of(reading.text)
    entry = entries.setdefault(key_of(text), _Entry(body))
    if spells_out(text, entry.span.of(reading.text)):
        entry.span = body
    return entry


def _unit(reading: Reading, entry: _Entry) -> ResponsibleUnit:
    roles = entry.roles or {"coordinate"}
    return ResponsibleUnit(
        source=source_of(reading, entry.span),
        rule="named" if entry.roles else "partner",
        confidence=round(entry.confidence, 2),
        name=reading.value(entry.span),
        roles=tuple(role for role in _ORDER if role in roles),
    )
