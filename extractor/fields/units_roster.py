"""The roster of responsible units: each body once, with every role it has.

A body that leads or does anything keeps no `coordinate` for being named a partner elsewhere; a body
that is only a partner is listed with `coordinate`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.fields.context import Reading, source_of
from extractor.fields.units_model import Duty
from extractor.fields.units_names import key_of
from extractor.plan.model import ResponsibleUnit, Role
from extractor.span import Span

_ORDER: tuple[Role, ...] = ("lead", "coordinate", "implement")


@dataclass(slots=True)
class _Entry:
    span: Span
    roles: set[Role] = field(default_factory=set)
    partner: bool = False
    confidence: float = 0.0


def roster(reading: Reading, duties: Iterable[Duty]) -> tuple[ResponsibleUnit, ...]:
    """The bodies of the duties, in the order in which the plan first gives them work."""
    entries: dict[str, _Entry] = {}
    for duty in duties:
        for body in duty.party.bodies:
            entry = _entry(reading, entries, body)
            entry.roles.add(duty.role)
            entry.confidence = max(entry.confidence, duty.confidence)
        for body in duty.partners:
            entry = _entry(reading, entries, body)
            entry.partner = True
            entry.confidence = max(entry.confidence, duty.confidence - 0.1)
    return tuple(_unit(reading, entry) for entry in entries.values())


def _entry(reading: Reading, entries: dict[str, _Entry], body: Span) -> _Entry:
    return entries.setdefault(key_of(body.of(reading.text)), _Entry(body))


def _unit(reading: Reading, entry: _Entry) -> ResponsibleUnit:
    roles = entry.roles or ({"coordinate"} if entry.partner else set())
    return ResponsibleUnit(
        source=source_of(reading, entry.span),
        rule="named" if entry.roles else "partner",
        confidence=round(entry.confidence, 2),
        name=reading.value(entry.span),
        roles=tuple(role for role in _ORDER if role in roles),
    )
