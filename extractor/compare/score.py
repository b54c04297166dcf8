"""How far two targets measure the same thing of the same kind of thing, from 0 to 1.

Goes in: two measures, and how rare each notion is among the targets at hand. Comes out: a
`Likeness`: its score, the notions shared, the canonical measures shared. `Tỷ lệ thanh toán trực
tuyến` and `hồ sơ được thanh toán trực tuyến` are near 1; `người dân sử dụng dịch vụ công trực
tuyến` and `hồ sơ xử lý trực tuyến` are 0, because people are no files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from extractor.compare.measure import Measure
from extractor.compare.wording import Wording

FLOOR = 0.5  # below it two targets are no pair
_SAME_MEASURE = 0.7  # what a shared canonical measure is worth without a shared word
_OTHER_KIND = 0.8  # words as near as this may stand in a pair whose numbers cannot be compared
_OTHER_HEAD = 0.55  # times this where each names first what the other does not name at all
_OTHER_ACTORS = 0.6  # times this where each speaks of other people, and neither first
_OTHER_SUBJECT = 0.85
_BOTH_MORE = 0.5
_TOLD_APART = 0.6  # times this where each names a thing or an act that the other does not name
_GROUP = 0.04  # a tie between equals goes to the pair whose headings agree
_LEAST_RARITY = 0.35
_NOTHING_SHARED: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two targets are, and why."""

    score: float
    shared: tuple[str, ...] = ()  # notions, the weightiest first
    ids: frozenset[str] = _NOTHING_SHARED


UNLIKE = Likeness(0.0)


class Rarity:
    """How much a notion tells among some targets: 1 for one that few have, less for common ones."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        listed = list(measures)
        self._count = Counter(notion for m in listed for notion in m.wording.weights)
        self._whole = log((len(listed) + 4) / 2)
        self._top = len(listed) + 4
        self._weighted: dict[str, dict[str, float]] = {}

    def __call__(self, notion: str) -> float:
        seen = max(2, self._count[notion])
        return max(_LEAST_RARITY, log(self._top / seen) / self._whole)

    def weights(self, words: Wording) -> dict[str, float]:
        """The notions of a wording, each weighted by what it tells here."""
        known = self._weighted.get(words.text)
        if known is None:
            known = {notion: weight * self(notion) for notion, weight in words.weights.items()}
            self._weighted[words.text] = known
        return known


def likeness(a: Measure, b: Measure, rarity: Rarity) -> Likeness:
    """How alike two targets are; UNLIKE where something forbids that they are a pair."""
    ids = a.ids & b.ids
    if _forbidden(a, b, ids):
        return UNLIKE
    first, second = rarity.weights(a.wording), rarity.weights(b.wording)
    score, shared = _overlap(first, second)
    if not ids:
        score -= _BOTH_MORE * _more_on_both(first, second)
        score *= _TOLD_APART if told_apart(a, b) else 1.0
        score *= _OTHER_HEAD if _heads_apart(a.wording, b.wording) else 1.0
        score *= 1.0 if _fit(a.wording.actors, b.wording.actors) else _OTHER_ACTORS
    if ids:
        score = _SAME_MEASURE + (1 - _SAME_MEASURE) * score
    if not _fit(a.subject.actors, b.subject.actors):
        score *= _OTHER_SUBJECT
    if not _same_kind(a, b) and score < _OTHER_KIND:
        return UNLIKE
    near, _ = _overlap(a.group.weights, b.group.weights)
    return Likeness((1 - _GROUP) * score + _GROUP * near, shared, ids)


def overlap(a: Measure, b: Measure, rarity: Rarity) -> Likeness:
    """What two targets share of all that they say, whatever else each says; UNLIKE if forbidden."""
    ids = a.ids & b.ids
    if _forbidden(a, b, ids) or not _same_kind(a, b):
        return UNLIKE
    score, shared = _overlap(rarity.weights(a.wording), rarity.weights(b.wording))
    return Likeness(score, shared, ids)


def told_apart(a: Measure, b: Measure) -> bool:
    """Whether each names some known thing or act that the other does not name at all."""
    first, second = a.wording, b.wording
    return not (
        a.ids & b.ids
        or first.telling <= second.weights.keys()
        or second.telling <= first.weights.keys()
    )


def _forbidden(a: Measure, b: Measure, ids: frozenset[str]) -> bool:
    if a.ids and b.ids and not ids:
        return True
    if bool(a.wording.faults) != bool(b.wording.faults) or a.wording.musts != b.wording.musts:
        return True
    if _contrary(a.wording.contrasts, b.wording.contrasts):
        return True
    head_a, head_b = a.wording.head, b.wording.head
    people = not _fit(head_a & a.wording.actors, head_b & b.wording.actors)
    return people or (not ids and not _fit(head_a, head_b))


def _fit(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets share something, or one says nothing."""
    return not a or not b or not a.isdisjoint(b)


def _contrary(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> bool:
    return any(name in b and b[name].isdisjoint(ids) for name, ids in a.items())


def _heads_apart(a: Wording, b: Wording) -> bool:
    """Whether each begins with words that the other does not have anywhere."""
    first_a, first_b = a.head or a.plain_head, b.head or b.plain_head
    if not first_a or not first_b:
        return False
    return first_a.isdisjoint(b.weights) and first_b.isdisjoint(a.weights)


def _same_kind(a: Measure, b: Measure) -> bool:
    return a.unit.comparable(b.unit) or a.zero or b.zero


def _more_on_both(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The share of its words that each has for itself, the smaller of the two.

    One that only says more is the other with a detail; where both say something else besides what
    they share, they are likely two things: "sử dụng nước sạch", "sử dụng nước hợp vệ sinh".
    """
    both = a.keys() & b.keys()
    shares = [sum(map(one.__getitem__, both)) / sum(one.values()) for one in (a, b) if one]
    return 1.0 - max(shares, default=1.0)


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> tuple[float, tuple[str, ...]]:
    """Twice what both say, of all that the two say (Dice over weights)."""
    whole = sum(a.values()) + sum(b.values())
    if not whole:
        return 0.0, ()
    both = {notion: min(weight, b[notion]) for notion, weight in a.items() if notion in b}
    shared = sorted(both, key=lambda notion: (-both[notion], notion))
    return 2 * sum(both.values()) / whole, tuple(shared)
