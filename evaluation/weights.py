"""How much each trait moves the odds, all traits weighed together.

In: examples with the log odds that their rules alone give, their traits, and how it came out. Out:
a weight for each trait: a logistic regression held near zero, so that few facts move little and two
traits that go together share what one of them would have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.fields.confidence_table import odds_to_share

RIDGE = 1.0  # the pull to zero: weights are expected to be about one
SWEEPS = 25


@dataclass(slots=True)
class Example:
    """One fact: the log odds that its rule gives it, its traits, whether it was right."""

    odds: float
    traits: tuple[str, ...]
    right: bool


def weights(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of every trait in `examples`, by coordinate descent."""
    having: defaultdict[str, list[Example]] = defaultdict(list)
    for example in examples:
        for trait in set(example.traits):
            having[trait].append(example)
    found = dict.fromkeys(sorted(having), 0.0)
    odds = {id(example): example.odds for example in examples}
    for _ in range(SWEEPS):
        for trait in found:
            found[trait] += _step(having[trait], odds, found[trait])
    return found


def _step(examples: Sequence[Example], odds: dict[int, float], weight: float) -> float:
    """One Newton step of one weight; the odds of its examples move with it."""
    shares = [odds_to_share(odds[id(example)]) for example in examples]
    missing = sum(one.right - share for one, share in zip(examples, shares, strict=True))
    spread = sum(share * (1 - share) for share in shares)
    step = (missing - RIDGE * weight) / (spread + RIDGE)
    for example in examples:
        odds[id(example)] += step
    return step
