"""Does a small trained part help? Trained on some plans, asked about others, beside the rules.

In: cases with answers, and others answered apart from the rules. Out: `Study`: for each kind of
model what it says of plans that it has not seen; `docs/trained.md` tells it (`trained_page`).
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.calibration import Calibration, calibrated, plan_of, weighed
from evaluation.cases import Case
from evaluation.match import Record
from evaluation.reread import Reread, one_a_plan, reread
from evaluation.trained_confidence import Losses, facts_of, losses, scales
from evaluation.trained_folds import OTHERS, OURS, Plan, Trial, shares_of_others, shares_of_unseen
from evaluation.trained_model import KINDS, NETWORK, SEED, Kind
from evaluation.trained_roles import passages_of
from evaluation.trained_uses import Asked, Effect, filtered, withholding
from extractor.fields.confidence import measured

MORE_SEEDS = tuple(range(SEED + 1, SEED + 3))
LEFT_OUT = "left out"  # the labelled plans, each asked of a model that has not seen it


@dataclass(frozen=True, slots=True)
class Material:
    """One readable plan with the record that the rules give, and its passages."""

    one: Reread
    record: Record
    plan: Plan


@dataclass(frozen=True, slots=True)
class Result:
    """What one kind of model is worth on some plans."""

    asked: tuple[Asked, ...]
    effect: Effect
    losses: Losses


@dataclass(frozen=True, slots=True)
class Tried:
    """One kind of model: its size, the seconds it took, and its results by set of plans."""

    kind: Kind
    size: int
    seconds: float
    results: Mapping[str, Result]


@dataclass(frozen=True, slots=True)
class Study:
    """All that was found out; `seeds` are the other plans asked of models of further seeds."""

    materials: tuple[Material, ...]
    tried: tuple[Tried, ...]
    seeds: tuple[tuple[Asked, ...], ...]


def study(cases: Sequence[Case], others: Sequence[Case], kinds: Sequence[Kind] = KINDS) -> Study:
    """Read all plans, train every kind, put the models to use."""
    materials = tuple(_materials([*one_a_plan(cases), *one_a_plan(others)]))
    plans = [one.plan for one in materials]
    calibration = calibrated(one.one for one in materials if one.plan.set != OTHERS)
    tried = tuple(_tried(materials, plans, kind, calibration) for kind in kinds)
    trials = [shares_of_others(plans, NETWORK, seed) for seed in MORE_SEEDS] if others else []
    return Study(materials, tried, tuple(_asked(materials, OTHERS, trial) for trial in trials))


def _materials(cases: Sequence[Case]) -> list[Material]:
    return [_material(one) for one in reread(cases) if one.plan is not None]


def _material(one: Reread) -> Material:
    record = weighed(one, measured()) or {}
    return Material(one, record, Plan(plan_of(one), one.case.set, tuple(passages_of(one, record))))


def _tried(
    materials: Sequence[Material], plans: Sequence[Plan], kind: Kind, calibration: Calibration
) -> Tried:
    start = time.perf_counter()
    trial = shares_of_unseen(plans, kind)
    seconds = time.perf_counter() - start
    results = _results(materials, trial, calibration)
    return Tried(kind, trial.size, seconds, results)


def _results(
    materials: Sequence[Material], trial: Trial, calibration: Calibration
) -> dict[str, Result]:
    scale = scales(calibration, measured().table.prior)
    left_out, others = _asked(materials, LEFT_OUT, trial), _asked(materials, OTHERS, trial)
    known = [withholding(one) for one in left_out]
    facts = [facts_of(one) for one in left_out]
    results = {LEFT_OUT: Result(left_out, filtered(known), losses(facts, None, scale))}
    if others:
        effect = filtered([withholding(one) for one in others], known)
        moved = losses([facts_of(one) for one in others], facts, scale)
        results[OTHERS] = Result(others, effect, moved)
    return results


def _asked(materials: Sequence[Material], name: str, trial: Trial) -> tuple[Asked, ...]:
    """The plans of a set with the shares that a trial has for them."""
    wanted = [
        one
        for one in materials
        if one.plan.set != OURS and (one.plan.set == OTHERS) == (name == OTHERS)
    ]
    shares = trial.shares
    return tuple(
        Asked(one.one, one.record, one.plan, shares[one.plan.name])
        for one in wanted
        if one.plan.name in shares
    )
