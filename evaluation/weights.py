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
LONGEST_STEP = 1.0  # far from the middle the slope misleads: a whole step would jump to and fro


@dataclass(frozen=True, slots=True)
class Example:
    """One fact: the log odds that its rule gives it, its traits, whether it was right."""

    odds: float
    traits: tuple[str, ...]
    right: bool


def weights(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of every trait in `examples`, by coordinate descent."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for index, example in enumerate(examples):
        for trait in set(example.traits):
            having[trait].append(index)
    right = [example.right for example in examples]
    odds = [example.odds for example in examples]
    found = dict.fromkeys(sorted(having), 0.0)
    for _ in range(SWEEPS):
        for trait in found:
            step = _step([(odds[at], right[at]) for at in having[trait]], found[trait])
            found[trait] += step
            for at in having[trait]:
                odds[at] += step
    return found


def _step(facts: Sequence[tuple[float, bool]], weight: float) -> float:
    """One Newton step of one weight, by the log odds and the outcome of the facts that have it."""
    shares = [(odds_to_share(odds), right) for odds, right in facts]
    missing = sum(right - share for share, right in shares)
    spread = sum(share * (1 - share) for share, _ in shares)
    step = (missing - RIDGE * weight) / (spread + RIDGE)
    return min(max(step, -LONGEST_STEP), LONGEST_STEP)
