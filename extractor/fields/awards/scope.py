"""The part on awards: its blocks, each with the headings above it and what they say it is
about.

"IV. CÔNG TÁC KHEN THƯỞNG" opens the part; "Tiêu chuẩn và số lượng" below it says that its lines
hold standards and quotas. An award heading among the solutions of a plan is policy: it promises
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.fields.context import Reading, once
from extractor.lexicon.load import load
from extractor.outline.model import Node, Part, Topic
from extractor.view import view

_HEAD_RANK = 5.6  # bullets and lead-ins open no part
_LONGEST_HEAD = 140
_POLICY = (Topic.CONTENT, Topic.ORGANISATION)
_DETAILS = frozenset({"standards", "forms", "quotas", "dossier"})
_APART = (Topic.PURPOSE, Topic.TARGETS, Topic.BASES)


@dataclass(frozen=True, slots=True)
class Place:
    """A block of the part on awards.

    `heads` are the titles over it, the nearest first (its own lead is `own`); `kinds` what the
    nearest telling heading says of it; `policy` marks a part among a plan's solutions.
    """

    node: Node
    own: str | None
    heads: tuple[str, ...]
    kinds: frozenset[str]
    policy: bool

    @property
    def titles(self) -> tuple[str, ...]:
        """The own lead and the headings above, the nearest first."""
        return (self.own, *self.heads) if self.own else self.heads


@once
def places_of(reading: Reading) -> tuple[Place, ...]:
    """The blocks of the part on awards; empty where a plan has none."""
    return tuple(award_places(reading))


def award_places(reading: Reading) -> Iterator[Place]:
    """The blocks of the part on awards, its headings among them, in order."""
    for node in reading.nodes(parts=(Part.BODY,)):
        line = [node, *reading.outline.ancestors(node)]
        opening = next((i for i, head in enumerate(line) if opens_awards(reading, head)), None)
        if opening is None:
            continue
        while opening + 1 < len(line) and opens_awards(reading, line[opening + 1]):
            opening += 1
        yield _place(reading, node, line[: opening + 1], line[opening + 1 :])


def opens_awards(reading: Reading, node: Node) -> bool:
    """Whether a node heads the part on awards, or a section of it."""
    if node.title is None or node.rank > _HEAD_RANK or len(node.title) > _LONGEST_HEAD:
        return False
    if node.topic in _APART and not _kinds(reading.value(node.title)) & {"principles"}:
        return False
    named = "award" in _kinds(reading.value(node.title))
    return named or (
        node.own_topic and Topic.AWARDS in node.topics and not _is_review(reading, node)
    )


def _is_review(reading: Reading, node: Node) -> bool:
    cues = load("window_cues").find(view(reading.value(node.title or node.text)))
    return any(hit.entry.id in ("review", "event") for hit in cues)


def _place(reading: Reading, node: Node, inside: list[Node], above: list[Node]) -> Place:
    own = reading.value(node.title) if node.title is not None and node.content is not None else None
    heads = tuple(reading.value(head.title) for head in inside[1:] if head.title is not None)
    told = [_kinds(title) - {"award"} for title in ((own,) if own else ()) + heads]
    policy = any(head.topic in _POLICY for head in above) and not _is_detailed(reading, inside[-1])
    return Place(node, own, heads, next((kinds for kinds in told if kinds), frozenset()), policy)


def _is_detailed(reading: Reading, opening: Node) -> bool:
    """Whether the part goes into standards, forms, numbers or files, wherever it stands."""
    below = [opening, *reading.outline.descendants(opening)]
    titles = [reading.value(node.title) for node in below if node.title is not None]
    return any(_kinds(title) & _DETAILS for title in titles)


def _kinds(title: str) -> frozenset[str]:
    hits = load("award_sections").find(view(title))
    return frozenset(hit.entry.word("kind") for hit in hits)
