"""The page `docs/reliability.md`: right facts by confidence, by rule, and what the floor costs.

In: rereadings of all files and the calibration on them. Out: lines of Markdown. Where a plan is
said to be weighed by the others, nothing of it is in the table that weighs it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from evaluation.calibration import Calibration, plan_of, weighed
from evaluation.graded import Graded, graded
from evaluation.judge import Judged, judge
from evaluation.markdown import made_by, table
from evaluation.policy import POLICY
from evaluation.reliability import GOAL, HEADS, SURE, bin_of, bins, calibration_error, rules
from evaluation.reread import Reread, one_a_plan
from evaluation.score import Mission, mission_of
from evaluation.show import number
from extractor.fields.confidence import measured
from extractor.fields.confidence_table import Scale

MEANING = """\
A fact is right when the mission figure takes every detail that it scores; it is in the answer
when an answer is paired with it, whatever the details. The rules were written with these plans
at hand; a confidence carries an allowance for plans that they were not written with, so that
here more is right than it says. Plans called `blind` were answered apart from the rules."""

ScaleOf = Callable[[Reread], Scale]


@dataclass(frozen=True, slots=True)
class Weighing:
    """A way to weigh plans, and how the page calls it."""

    name: str
    scale_of: ScaleOf


def page(
    rereads: Sequence[Reread], calibration: Calibration, blind: Sequence[Reread] = ()
) -> Iterator[str]:
    """The whole page; `blind` are plans that no rule was written with."""
    apart = Weighing("weighed by the others", lambda one: calibration.without(plan_of(one)))
    shipped = Weighing("as shipped", lambda one: measured())
    plans = _plans(rereads)
    yield from _head(len(plans))
    yield from _by_confidence(plans, apart)
    yield from _by_confidence([*plans, *_plans(blind)], shipped)
    yield from _by_rule(plans, apart)
    yield from _missions(rereads, (apart, shipped))


def _plans(rereads: Sequence[Reread]) -> list[Reread]:
    """One readable file of each plan."""
    chosen = set(one_a_plan(one.case for one in rereads))
    return [one for one in rereads if one.case in chosen and one.plan is not None]


def _head(plans: int) -> Iterator[str]:
    yield "# How far a confidence can be trusted"
    yield ""
    yield made_by("reliability")
    yield f"{plans} plans, each in one format: `corpus` are ours, `shared` real plans with answers."
    yield MEANING


def _by_confidence(plans: Sequence[Reread], weighing: Weighing) -> Iterator[str]:
    yield f"\n## By confidence, {weighing.name}"
    for name in sorted({one.case.set for one in plans}):
        facts = _facts([one for one in plans if one.case.set == name], weighing)
        apart = number(calibration_error(facts))
        yield f"\n{name}; mean distance of confidence and share {apart}\n"
        yield from table(["confidence", *HEADS], [one.cells() for one in bins(facts)])
        yield f"\n{_verdict(facts)}"


def _verdict(facts: Sequence[Graded]) -> str:
    sure = bin_of("", [fact for fact in facts if fact.confidence >= SURE])
    held = sure.share is not None and sure.share >= GOAL
    word = "holds" if held else "does not hold"
    goal = f"Goal, {GOAL:.0%} right of facts with {SURE:.2f} and more"
    return f"{goal}: {word} ({number(sure.share)})."


def _facts(plans: Sequence[Reread], weighing: Weighing) -> list[Graded]:
    """Every fact with its confidence, also those that the floor would withhold."""
    found: list[Graded] = []
    for one in plans:
        scale = weighing.scale_of(one)
        record = weighed(one, Scale(replace(scale.table, floor=0.0)))
        found += graded(plan_of(one), record, judge(one.gold, record))
    return found


def _by_rule(plans: Sequence[Reread], weighing: Weighing) -> Iterator[str]:
    yield f"\n## By section and rule, {weighing.name}\n"
    rows = [[section, *one.cells()] for section, one in rules(_facts(plans, weighing)) if one.facts]
    yield from table(["section", "rule", *HEADS], rows)


def _missions(rereads: Sequence[Reread], weighings: Sequence[Weighing]) -> Iterator[str]:
    yield "\n## What withholding does to the mission\n"
    yield "All files of a set, those that cannot be read too.\n"
    rows = []
    for name in sorted({one.case.set for one in rereads}):
        files = [one for one in rereads if one.case.set == name]
        unweighed = [judge(one.gold, _open(one)) for one in files]
        rows.append([name, "nothing withheld", *_cells(mission_of(unweighed))])
        for weighing in weighings:
            rows.append([name, weighing.name, *_cells(mission_of(_judged(files, weighing)))])
    yield from table(["set", "weighed", "mission", *POLICY.families], rows)


def _open(one: Reread) -> dict[str, object] | None:
    return weighed(one, Scale(replace(measured().table, floor=0.0)))


def _judged(files: Sequence[Reread], weighing: Weighing) -> list[dict[str, Judged]]:
    return [judge(one.gold, weighed(one, weighing.scale_of(one))) for one in files]


def _cells(mission: Mission) -> list[str]:
    return [number(mission.f1), *(number(f1) for f1 in mission.families.values())]
