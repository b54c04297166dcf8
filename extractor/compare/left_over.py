"""What the best pairing left alone on both sides, looked at once more.

Goes in: the measures of a and of b, and those that stand alone. Comes out: pairs that say the same
in words of their own: half of all that the two say is shared, with no other target of either plan
does one of them share half as much, and not each names a known thing that the other lacks.
`chợ có điểm thu hồi túi ni lông` is the only target that speaks of markets and bags; so is
`chợ đặt điểm nhận lại túi nilon, vỏ chai`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extractor.compare.measure import Measure
from extractor.compare.score import Likeness, Rarity, overlap, told_apart

_SHARED = 0.5  # of all that the two say
_OTHER = 0.5  # of that, the most that either may share with another target
_SOME, _FEW = 0.3, 0.15  # of all that the two say
_ALL = 100  # so many targets ask for all of something that the number tells nothing
_FEWEST = 4  # targets of each plan: among fewer, that nothing else is like it says nothing

Allowed = Callable[[Measure, Measure], bool]


def once_more(
    a: Sequence[Measure],
    b: Sequence[Measure],
    alone_a: Sequence[int],
    alone_b: Sequence[int],
    rarity: Rarity,
    allowed: Allowed,
) -> dict[tuple[int, int], Likeness]:
    """Pairs by their places in `a` and `b`, of those alone; each place stands in one at most."""
    if min(len(a), len(b)) < _FEWEST:
        return {}
    found = {}
    for row in alone_a:
        for column in alone_b:
            if told_apart(a[row], b[column]):
                continue
            near = _likeness(a[row], b[column], rarity, allowed)
            if near.score >= _SHARED and near.score * _OTHER >= _next(
                a, b, row, column, rarity, allowed
            ):
                found[row, column] = near
    return found


def nearest(
    alone_a: Sequence[Measure], alone_b: Sequence[Measure], rarity: Rarity, allowed: Allowed
) -> dict[int, int]:
    """For the places of `alone_a` that of `alone_b` which an auditor should look at first.

    It shares some of the words, or a few and the very number; it is no pair.
    """
    found = {}
    for row, left in enumerate(alone_a):
        scores = [
            (_likeness(left, right, rarity, allowed).score, -column)
            for column, right in enumerate(alone_b)
            if _same_number(left, right)
        ]
        scores += [
            (near.score, -column)
            for column, right in enumerate(alone_b)
            if (near := _likeness(left, right, rarity, allowed)).score >= _SOME
        ]
        best, place = max(scores, default=(0.0, 0))
        if best >= _FEW:
            found[row] = -place
    return found


def _same_number(a: Measure, b: Measure) -> bool:
    first, second = a.target, b.target
    return (first.value, first.value_max) == (second.value, second.value_max) and (
        first.value != _ALL or first.unit != "percent"
    )


def _next(
    a: Sequence[Measure],
    b: Sequence[Measure],
    row: int,
    column: int,
    rarity: Rarity,
    allowed: Allowed,
) -> float:
    """The most that either of two targets shares with another one of the other plan."""
    across = (
        _likeness(a[row], other, rarity, allowed) for at, other in enumerate(b) if at != column
    )
    down = (_likeness(other, b[column], rarity, allowed) for at, other in enumerate(a) if at != row)
    return max((near.score for near in (*across, *down)), default=0.0)


def _likeness(a: Measure, b: Measure, rarity: Rarity, allowed: Allowed) -> Likeness:
    return overlap(a, b, rarity) if allowed(a, b) else Likeness(0.0)
