"""Whether a trained model's share makes a confidence better: log loss with and without it.

In: `Asked` plans with the shares of a model that has not seen them. Out: `Losses`, the mean log
loss of the confidences of their facts, by the rules' counts alone and moved by the share. The moves
are learned as the traits of the product are (`weights`), on other plans.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from evaluation.calibration import Calibration, Observation, observe
from evaluation.graded import graded
from evaluation.judge import judge
from evaluation.trained_roles import ROLE_OF
from evaluation.trained_uses import Asked
from evaluation.weights import Example, weights
from extractor.fields.confidence_table import Scale, odds_to_share
from extractor.plan.codec import to_record

_EDGES = (0.05, 0.3, 0.7)  # shares are put into four drawers, each with a move of its own


@dataclass(frozen=True, slots=True)
class Fact:
    """A judged fact and the drawer that the share of its passage falls in."""

    seen: Observation
    drawer: str


@dataclass(frozen=True, slots=True)
class Losses:
    """Mean log loss of the confidences of some facts; the smaller, the better."""

    facts: int
    before: float | None  # by the rules' counts alone
    shifted: float | None  # every fact moved alike: what a model that tells nothing would give
    after: float | None  # moved by the share
    better: int  # plans whose loss is smaller than shifted
    worse: int

    @property
    def saved(self) -> float:
        """What the share itself saves: against the better of the two without it."""
        return min(self.before or 0.0, self.shifted or 0.0) - (self.after or 0.0)


def facts_of(asked: Asked) -> list[Fact]:
    """The facts of a plan that have a role, before any is withheld."""
    assert asked.one.plan is not None
    record = to_record(asked.one.plan)
    rows = graded(asked.plan.name, record, judge(asked.one.gold, record))
    return [
        Fact(seen, _drawer(asked.share(fact.section, fact.row)))
        for seen, fact in zip(observe(asked.one), rows, strict=True)
        if fact.section in ROLE_OF
    ]


def _drawer(share: float | None) -> str:
    if share is None:
        return "nowhere"
    return f"drawer {sum(share >= edge for edge in _EDGES)}"


def losses(
    tested: Sequence[Sequence[Fact]],
    learned: Sequence[Sequence[Fact]] | None,
    scale_without: Callable[[str | None], Scale],
) -> Losses:
    """The losses on `tested` plans; moves from `learned`, or from all tested plans but one."""
    before: list[float] = []
    shifted: list[list[float]] = []
    after: list[list[float]] = []
    for facts in filter(None, tested):
        scale = scale_without(None if learned is not None else facts[0].seen.plan)
        source = learned if learned is not None else [f for f in tested if f is not facts]
        before += _moved(facts, scale, {})
        plain = [replace(fact, drawer="any") for fact in facts]
        alike = [[replace(fact, drawer="any") for fact in other] for other in source]
        shifted.append(_moved(plain, scale, weights(list(_examples(alike, scale)))))
        after.append(_moved(facts, scale, weights(list(_examples(source, scale)))))
    changes = [sum(new) - sum(old) for new, old in zip(after, shifted, strict=True)]
    return Losses(
        len(before),
        _mean(before),
        _mean([loss for each in shifted for loss in each]),
        _mean([loss for each in after for loss in each]),
        sum(change < 0 for change in changes),
        sum(change > 0 for change in changes),
    )


def _moved(facts: Sequence[Fact], scale: Scale, moves: Mapping[str, float]) -> list[float]:
    """The loss of each fact, its odds moved by its drawer."""
    return [_loss(_odds(fact, scale) + moves.get(fact.drawer, 0.0), fact) for fact in facts]


def scales(calibration: Calibration, prior: float) -> Callable[[str | None], Scale]:
    """The scale made of all plans but one (of all for None), each made once."""

    @cache
    def without(plan: str | None) -> Scale:
        return calibration.without(plan or "", prior)

    return without


def _examples(plans: Iterable[Sequence[Fact]], scale: Scale) -> Iterator[Example]:
    for facts in plans:
        for fact in facts:
            yield Example(_odds(fact, scale), (fact.drawer,), fact.seen.right)


def _odds(fact: Fact, scale: Scale) -> float:
    return scale.odds(fact.seen.section, fact.seen.rule, fact.seen.traits)


def _loss(odds: float, fact: Fact) -> float:
    sure = odds_to_share(odds)
    return -math.log(sure if fact.seen.right else 1 - sure)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
