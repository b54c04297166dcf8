"""Who an award is for: by the words that a quota counts, or that a condition addresses.

"Đối với tập thể" is `collective`, "26 cá nhân" `individual`; "tập thể, cá nhân" together say
nobody in particular, and that is an answer too. Source: the contract, section awards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.lexicon.load import Hit, load
from extractor.plan.model import Recipient
from extractor.view import view

_SUBJECT = re.compile(
    r"^[\W\d_]*(?:(?:đối với|là|mọi|các|những|mỗi một|mỗi|riêng|ưu tiên|tặng cho) +){0,3}"
)
_TO = re.compile(
    r"(?<!\w)(?:(?:khen thưởng|khen|tặng|thưởng|xét|biểu dương|suy tôn|ưu tiên|chú trọng)(?!\w)"
    r"[^.;]{0,80}?(?<!\w)(?:đối với|cho)|đối với|khen thưởng|khen|biểu dương|ưu tiên|chú trọng|"
    r"chọn|xét) +(?:(?:các|những|mọi|mỗi) +)?"
)
_AWARDING = re.compile(r"(?<!\w)(?:khen|tặng|thưởng|xét|suy tôn|biểu dương|ưu tiên)(?!\w)")
_JOINS = re.compile(r" *(?:,|;|/|và|hoặc|-) *(?:(?:các|những) +)?")


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
