"""Who an award is for: by the words that a quota counts, or that a condition addresses.

"Đối với tập thể" is `collective`, "26 cá nhân" `individual`; "tập thể, cá nhân" together say
nobody in particular, and that is an answer too. Source: the contract, section awards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.fields.awards.words import words
from extractor.lexicon.load import Hit, load
from extractor.plan.model import Recipient
from extractor.span import Span
from extractor.view import view

_SUBJECT = re.compile(rf"^[\W\d_]*(?:{words('lead')} +){{0,3}}")
_TO = re.compile(
    rf"(?:{words('award')}[^.;]{{0,80}}?(?:{words('toward')})|{words('to')}|{words('toward')})"
    rf" +(?:{words('plural')} +|[^\d.;,]{{0,16}}\d{{1,3}} +)?"
)
_TOWARD = re.compile(rf"{words('toward')} +(?:{words('plural')} +)?")
_AWARDING = re.compile(words("award"))
_JOINS = re.compile(rf" *(?:[,;/-]|{words('link')}) *(?:{words('plural')} +)?")


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a text addresses: one kind, or None where it names several."""

    recipient: Recipient | None


def recipient_at(viewed: str, position: int) -> Recipient | None:
    """The kind of recipient that is named exactly at a place of a view."""
    hit = load("award_recipients").at(viewed, position)
    return _kind(hit) if hit else None


def joined_at(viewed: str, position: int) -> tuple[Span, Recipient] | None:
    """Several kinds named together at a place ("tập thể, cá nhân"): their words, and `other`."""
    hits = list(_list_at(viewed, position))
    if len({hit.entry.id for hit in hits}) < 2:
        return None
    return Span(position, hits[-1].span.end), "other"


def addressed(text: str) -> Addressed | None:
    """Whom a text addresses: its subject, else whom it says an award or rule is for."""
    seen = view(text)
    subject = _SUBJECT.match(seen)
    ends = [subject.end()] if subject else []
    if _AWARDING.search(seen):
        ends += [found.end() for found in _TO.finditer(seen)]
    for end in ends:
        kinds = _listed(seen, end)
        if kinds:
            return Addressed(kinds[0] if len(set(kinds)) == 1 else None)
    return None


def recipient_named(text: str) -> Recipient | None:
    """The one kind with which a text begins: "Thôn được xét phải có …", "cá nhân vận động …"."""
    seen = view(text)
    subject = _SUBJECT.match(seen)
    kinds = _listed(seen, subject.end()) if subject else []
    return kinds[0] if kinds and len(set(kinds)) == 1 else None


def given_to(viewed: str, position: int) -> Recipient | None:
    """The one kind that the words behind a form say it goes to: "… cho các khoa, phòng"."""
    for found in _TOWARD.finditer(viewed, position):
        kinds = _listed(viewed, found.end())
        if kinds:
            return kinds[0] if len(set(kinds)) == 1 else None
    return None


def _listed(seen: str, position: int) -> list[Recipient]:
    """The kinds of a list that begins at a place: "tập thể, cá nhân" is two."""
    return [_kind(hit) for hit in _list_at(seen, position)]


def _list_at(seen: str, position: int) -> Iterator[Hit]:
    while (hit := load("award_recipients").at(seen, position)) is not None:
        yield hit
        joined = _JOINS.match(seen, hit.span.end)
        if joined is None:
            break
        position = joined.end()


def _kind(hit: Hit) -> Recipient:
    kind: Recipient = hit.entry.id  # type: ignore[assignment]
    return kind


def recipient_of(text: str, heads: Iterable[str]) -> Recipient | None:
    """The one recipient that a text sets, else the nearest heading that addresses anybody."""
    for said in (text, *heads):
        found = addressed(said)
        if found:
            return found.recipient
    return None
