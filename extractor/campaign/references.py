"""Legal bases and citations to references: each document once, with every place that names it.

Two mentions are of one document when type and number agree (title, for a law without its number)
and neither dates nor issuers are at odds: a citation without a date joins the base that has one.
Where a mention could be of two documents it stays alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.campaign.evidence import Linker
from extractor.campaign.model import Link, Place, Reference
from extractor.campaign.names import name_key, slug, stable_id
from extractor.campaign.uris import uri
from extractor.plan.days import dates_agree
from extractor.plan.model import CitationFact, LegalBase, Plan, Relation


@dataclass(slots=True)
class _Entry:
    key: tuple[str, str]
    doc_type: str | None
    number: str | None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    relation: Relation | None = None
    where: list[Place] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def agrees(self, key: tuple[str, str], date: str | None, issuer: str | None) -> bool:
        return self.key == key and dates_agree(self.date, date) and _one_name(self.issuer, issuer)


def references_of(plan: Plan, link: Linker) -> tuple[Reference, ...]:
    """The documents that the plan names, bases first."""
    entries: list[_Entry] = []
    for base in plan.legal_bases:
        entry = _entry(entries, base, base.issuer, base.title)
        entry.relation = entry.relation or base.relation
        entry.title = entry.title or base.title
        _add(entry, "legal_base", link.to(base))
    for mention in plan.citations:
        _add(_entry(entries, mention), mention.where, link.to(mention))
    return tuple(_references(entries))


def _entry(
    entries: list[_Entry],
    fact: LegalBase | CitationFact,
    issuer: str | None = None,
    title: str | None = None,
) -> _Entry:
    key = slug(fact.doc_type), slug(fact.number) or f"={slug(title)}"
    alike = [entry for entry in entries if entry.agrees(key, fact.date, issuer)]
    if len(alike) == 1:
        entry = alike[0]
    else:
        entry = _Entry(key, fact.doc_type, fact.number)
        entries.append(entry)
    entry.date = max(filter(None, (entry.date, fact.date)), key=len, default=None)
    entry.issuer = entry.issuer or issuer
    return entry


def _add(entry: _Entry, place: Place, links: tuple[Link, ...]) -> None:
    if place not in entry.where:
        entry.where.append(place)
    entry.links.extend(links)


def _references(entries: list[_Entry]) -> Iterator[Reference]:
    seen: dict[tuple[str, ...], int] = {}
    for entry in entries:
        ground = (*entry.key, entry.date or "", slug(entry.issuer))
        seen[ground] = seen.get(ground, 0) + 1
        yield Reference(
            id=stable_id("R", *ground, seen[ground]),
            uri=uri(entry.doc_type, entry.issuer, entry.date, entry.number, entry.title),
            doc_type=entry.doc_type,
            number=entry.number,
            date=entry.date,
            issuer=entry.issuer,
            title=entry.title,
            relation=entry.relation,
            where=tuple(entry.where),
            evidence=tuple(entry.links),
        )


def _one_name(known: str | None, other: str | None) -> bool:
    return not known or not other or name_key(known) == name_key(other)
