"""The table of confidences, made from plans with answers, and held against plans it has not seen.

In: rereadings. Out: `fit(observations)` gives a `Table`; `without(plan)` of a `Calibration` the
scale made of all other plans; `weighed(one)` the record of a plan weighed by that scale.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from evaluation.graded import graded
from evaluation.judge import judge
from evaluation.reread import Reread
from evaluation.weights import Example, weights
from extractor.fields.confidence import AWARD_LISTS, LISTS, facts_of, weigh
from extractor.fields.confidence_table import Counts, Scale, Table, Trait, odds_to_share
from extractor.fields.confidence_traits import Traits
from extractor.plan.codec import to_record

PRIORS = (1.0, 2.0, 4.0, 8.0)
# Below even odds a fact is more likely wrong than right, and a wrong one costs more than a missing
# one; of ten facts below the other, three at least are wrong.
FLOOR, REVIEW = 0.5, 0.7
NO_ALLOWANCE = Trait(0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Observation:
    """One judged fact, by what its confidence may depend on."""

    plan: str
    section: str
    rule: str
    traits: tuple[str, ...]
    right: bool


def observe(one: Reread) -> list[Observation]:
    """The judged facts of one plan as the fields read them."""
    if one.plan is None or one.reading is None:
        return []
    record = to_record(one.plan)
    traits = _traits_by_row(one, record)
    return [
        Observation(fact.plan, fact.section, fact.rule, traits.get(id(fact.row), ()), fact.right)
        for fact in graded(plan_of(one), record, judge(one.gold, record))
    ]


def plan_of(one: Reread) -> str:
    """The plan that a file holds, whatever its format: what is left out together."""
    return f"{one.case.set}/{one.case.name}"


def _traits_by_row(one: Reread, record: dict[str, Any]) -> dict[int, tuple[str, ...]]:
    """The traits of each listed fact, by the identity of its row in `record`."""
    assert one.plan is not None and one.reading is not None
    traits, found = Traits(one.reading, one.plan), {}
    for section in (*LISTS, *AWARD_LISTS):
        facts, rows = facts_of(one.plan, section), _rows(record, section)
        for fact, row in zip(facts, rows, strict=True):
            found[id(row)] = traits.of(fact)
    return found


def _rows(record: dict[str, Any], section: str) -> list[Any]:
    holder = record["awards"] if section in AWARD_LISTS else record
    rows: list[Any] = holder[section]
    return rows


def fit(observations: Iterable[Observation], prior: float) -> Table:
    """The table that these facts give."""
    seen = list(observations)
    bare = Table(len({one.plan for one in seen}), prior, REVIEW, FLOOR, _rules(seen))
    return replace(bare, traits=_traits_of(seen, Scale(bare)))


def _rules(seen: Sequence[Observation]) -> dict[str, dict[str, Counts]]:
    counts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(
        lambda: defaultdict(lambda: [0, 0])
    )
    for one in seen:
        counts[one.section][one.rule][0] += 1
        counts[one.section][one.rule][1] += one.right
    return {
        section: {rule: Counts(*pair) for rule, pair in sorted(rules.items())}
        for section, rules in sorted(counts.items())
    }


def _traits_of(seen: Sequence[Observation], scale: Scale) -> dict[str, Trait]:
    """Counts and weight of each trait that facts have."""
    having = [one for one in seen if one.traits]
    examples = [Example(scale.odds(one.section, one.rule), one.traits, one.right) for one in having]
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in having:
        for trait in one.traits:
            counts[trait][0] += 1
            counts[trait][1] += one.right
    moves = weights(examples)
    return {
        trait: Trait(found, right, round(moves[trait], 2))
        for trait, (found, right) in sorted(counts.items())
    }


@dataclass(frozen=True)
class Calibration:
    """All observations, the prior that serves left out plans best, and the scales that follow.

    `unseen` is the allowance that every scale carries.
    """

    observations: tuple[Observation, ...]
    unseen: Trait = NO_ALLOWANCE

    @cached_property
    def losses(self) -> dict[float, float]:
        """For each prior how badly it foretells plans that were left out: mean log loss."""
        return {prior: self._loss(prior) for prior in PRIORS}

    @cached_property
    def prior(self) -> float:
        return min(self.losses, key=lambda prior: self.losses[prior])

    @cached_property
    def table(self) -> Table:
        """The table of all plans: what the product ships."""
        return replace(fit(self.observations, self.prior), unseen=self.unseen)

    def without(self, plan: str, prior: float | None = None) -> Scale:
        """The scale of all plans but one."""
        others = [one for one in self.observations if one.plan != plan]
        return Scale(replace(fit(others, prior or self.prior), unseen=self.unseen))

    def _loss(self, prior: float) -> float:
        scales = {plan: self.without(plan, prior) for plan in {o.plan for o in self.observations}}
        losses = [
            -math.log(sure if one.right else 1 - sure)
            for one in self.observations
            for sure in [odds_to_share(scales[one.plan].odds(one.section, one.rule, one.traits))]
        ]
        return sum(losses) / len(losses) if losses else 0.0


def calibrated(rereads: Iterable[Reread], unseen: Trait = NO_ALLOWANCE) -> Calibration:
    """A calibration on one file of each plan."""
    return Calibration(tuple(fact for one in rereads for fact in observe(one)), unseen)


def allowance(scale: Scale, blind: Iterable[Reread]) -> Trait:
    """How far facts of plans answered blind are from what `scale` says of the plans at hand."""
    seen = [fact for one in blind for fact in observe(one)]
    examples = [
        Example(scale.odds(one.section, one.rule, one.traits), ("unseen",), one.right)
        for one in seen
    ]
    move = weights(examples).get("unseen", 0.0)
    return Trait(len(seen), sum(one.right for one in seen), round(move, 2))


def weighed(one: Reread, scale: Scale) -> dict[str, Any] | None:
    """The record that a plan has by `scale`; None where the file was refused."""
    if one.plan is None or one.reading is None:
        return None
    return to_record(weigh(one.reading, one.plan, scale))
