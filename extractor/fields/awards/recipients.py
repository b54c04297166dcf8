"""Who an award is for: by the words that a quota counts, or that a condition addresses.

"Đối với tập thể" is `collective`, "26 cá nhân" `individual`; "tập thể, cá nhân" together say
nobody in particular, and that is an answer too. Source: the contract, section awards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.fields.awards.words import words
from extractor.lexicon.load import Hit, load
from extractor.plan.model import Recipient
from extractor.view import view

_SUBJECT = re.compile(rf"^[\W\d_]*(?:{words('lead')} +){{0,3}}")
_TO = re.compile(
    rf"(?:{words('award')}[^.;]{{0,80}}?(?:{words('toward')})|{words('to')}|{words('toward')})"
    rf" +(?:{words('plural')} +)?"
)
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


def _listed(seen: str, position: int) -> list[Recipient]:
    """The kinds of a list that begins at a place: "tập thể, cá nhân" is two."""
    kinds: list[Recipient] = []
    while (hit := load("award_recipients").at(seen, position)) is not None:
        kinds.append(_kind(hit))
        joined = _JOINS.match(seen, hit.span.end)
        if joined is None:
            break
        position = joined.end()
    return kinds


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
