"""The bodies and posts that a plan names, each once, with all it is there for.

In: a plan. Out: an `Offices` that hands out `Party("UBND xã", "O1a2b3c4d")` and lists every office
in the order of first naming. Two ways of writing a name are one office ("UBND xã Phú Lạc", "ỦY BAN
NHÂN DÂN XÃ PHÚ LẠC"); a short name ("UBND xã") is not taken for a longer one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.campaign.evidence import Linker
from extractor.campaign.model import Link, Office, OfficeRole, Party, Recipiency
from extractor.campaign.names import name_key, stable_id
from extractor.lexicon.load import load
from extractor.plan.model import IssuerKind, Level, Plan
from extractor.view import view

_PURPOSE = re.compile(r"[;,]? *\([^()]{1,40}\)$")  # what it is sent for: (b/c), (để báo cáo)


@dataclass(slots=True)
class _Entry:
    name: str
    roles: list[OfficeRole] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    kind: IssuerKind | None = None
    level: Level | None = None


class Offices:
    """The offices of one plan, gathered as they are named."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def party(
        self, name: str | None, *roles: OfficeRole, links: tuple[Link, ...] = ()
    ) -> Party | None:
        """The office of that name, with `roles` added; None for a name without a letter."""
        key = name_key(name or "")
        if not name or not key:
            return None
        entry = self._entries.setdefault(key, _Entry(name))
        entry.roles.extend(role for role in roles if role not in entry.roles)
        entry.links.extend(link for link in links if link not in entry.links)
        return Party(name=name, office=_id(key))

    def issuer(self, plan: Plan, link: Linker) -> Party | None:
        """The issuer, whose kind and level the plan's own facts tell."""
        facts = plan.document
        evidence = link.of(facts.evidence.get("issuer.name"))
        party = self.party(facts.issuer.name, "issuer", links=evidence)
        if party:
            entry = self._entries[name_key(party.name)]
            entry.kind, entry.level = facts.issuer.kind, facts.issuer.level
        return party

    def all(self) -> tuple[Office, ...]:
        """Every office so far, first named first."""
        return tuple(
            Office(
                id=_id(key),
                name=entry.name,
                kind=entry.kind,
                level=entry.level,
                roles=tuple(entry.roles),
                evidence=tuple(entry.links),
            )
            for key, entry in self._entries.items()
        )


def add_units(offices: Offices, plan: Plan, link: Linker) -> None:
    """The bodies that the plan gives work to, with their roles."""
    for unit in plan.responsible_units:
        offices.party(unit.name, *unit.roles, links=link.to(unit))


def recipients(offices: Offices, plan: Plan, link: Linker) -> tuple[Recipiency, ...]:
    """The lines under Nơi nhận; "Như trên" and "Lưu: VT" name no office."""
    facts = plan.document
    found = []
    for number, line in enumerate(facts.recipients):
        links = link.of(facts.evidence.get(f"recipients.{number}"))
        name = None if _note(line) else _PURPOSE.sub("", line)
        named = offices.party(name, "recipient", links=links)
        found.append(Recipiency(line=line, office=named.office if named else None))
    return tuple(found)


def _note(line: str) -> bool:
    return load("recipient_notes").at(view(line), 0) is not None


def _id(key: str) -> str:
    return stable_id("O", key)
