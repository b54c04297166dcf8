"""Which plans are left out together, and the shares that models give to plans they have not seen.

In: `Plan`s (a name, its set, its passages). Out: `folds(names, size)` gives the groups that are
left out, one after the other; `shares_of_unseen(plans, kind)` the shares of every passage of a real
plan by a model trained without the plan.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

from evaluation.trained_model import SEED, Kind, Sample, train
from evaluation.trained_roles import Passage

OURS, OTHERS = "corpus", "blind"
WORKERS = 2
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
Shares = dict[str, list[tuple[float, ...]]]  # by plan, a row a passage


@dataclass(frozen=True, slots=True)
class Plan:
    """The passages of one plan: `corpus` only ever trains, `blind` never does."""

    name: str
    set: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One model to train, and the passages it is asked about, by plan."""

    kind: Kind
    samples: tuple[Sample, ...]
    asked: dict[str, list[tuple[str, ...]]]
    seed: int = SEED


@dataclass(frozen=True, slots=True)
class Trial:
    """What one kind of model says of plans it has not seen, and the bytes of the last model."""

    kind: Kind
    shares: Shares
    size: int


def folds(names: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """Groups of at most `size` names, each name in one, as far apart in order as can be."""
    ordered = sorted(set(names))
    count = -(-len(ordered) // size)
    return [tuple(ordered[first::count]) for first in range(count)]


def shares_of_unseen(plans: Sequence[Plan], kind: Kind) -> Trial:
    """Train once for each group left out, and once with all for the plans that never train."""
    return _trial(kind, list(_jobs(plans, kind)))


def shares_of_others(plans: Sequence[Plan], kind: Kind, seed: int) -> Trial:
    """The plans that never train, asked of a model grown from another seed."""
    *_, last = _jobs(plans, kind)
    return _trial(kind, [Job(kind, last.samples, last.asked, seed)])


def _trial(kind: Kind, jobs: Sequence[Job]) -> Trial:
    shares: Shares = {}
    size = 0
    for name in _THREADS:  # of the workers, which start anew: their threads would fight for cores
        os.environ.setdefault(name, "1")
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        for answer, size in pool.map(work, jobs):  # noqa: B007 - the last one has seen most
            shares.update(answer)
    return Trial(kind, shares, size)


def _jobs(plans: Sequence[Plan], kind: Kind) -> Iterator[Job]:
    real = [plan.name for plan in plans if plan.set not in (OURS, OTHERS)]
    others = tuple(plan.name for plan in plans if plan.set == OTHERS)
    for out in (*folds(real, kind.together), others):
        yield Job(
            kind,
            tuple(_samples(plans, kind, {*out, *others})),
            {plan.name: _words(plan, kind) for plan in plans if plan.name in out},
        )


def _samples(plans: Sequence[Plan], kind: Kind, out: set[str]) -> Iterator[Sample]:
    for plan in plans:
        if plan.name not in out:
            for words, passage in zip(_words(plan, kind), plan.passages, strict=True):
                yield Sample(words, passage.gold)


def _words(plan: Plan, kind: Kind) -> list[tuple[str, ...]]:
    return [kind.seen(passage.words, passage.marks) for passage in plan.passages]


def work(job: Job) -> tuple[Shares, int]:
    """Train one model and ask it: what a process of its own does."""
    model = train(job.samples, job.kind, job.seed)
    return {name: model.shares(words) for name, words in job.asked.items()}, model.size
