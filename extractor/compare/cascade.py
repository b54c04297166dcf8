"""A plan and the plans below it: what of the parent reaches whom, and in what shape.

Goes in: the parent and its children. Comes out: a `Cascade`: for each target of the parent what
each child makes of it, for each duty given to their tier who takes it up, how each child cites the
parent, and all findings with the child they are about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from extractor.compare.addressees import own_tier
from extractor.compare.bases import parent_cited
from extractor.compare.compare import compare, document_of
from extractor.compare.duties import duties_for, taken_up
from extractor.compare.model import Comparison, Document, Finding, Order, TargetPair, Verdict
from extractor.compare.names import distinct_names
from extractor.plan.model import Plan

State = Literal["taken", "stricter", "weaker", "incomparable", "dropped", "not_for"]
Cited = Literal["right", "wrong", "missing"]
Reach = Literal["all", "some", "none", "nobody"]


class Taken(Struct, frozen=True, kw_only=True):
    """What one child makes of one target; `later` where it puts it off."""

    child: int
    state: State
    target: str | None = None
    by: Order | None = None


class TargetReach(Struct, frozen=True, kw_only=True):
    """One target of the parent over all children; `reach` counts those that it is for."""

    target: str
    reach: Reach
    children: tuple[Taken, ...]


class DutyReach(Struct, frozen=True, kw_only=True):
    """One duty of the parent for the children's tier, and who takes it up."""

    assignment: str
    reach: Reach
    taken_by: tuple[int, ...]
    dropped_by: tuple[int, ...]


class Citation(Struct, frozen=True, kw_only=True):
    """How a child cites the parent among its bases."""

    child: int
    state: Cited
    base: str | None = None
    wrong: tuple[Literal["number", "date"], ...] = ()


class ChildFinding(Struct, frozen=True, kw_only=True):
    """A finding and the child it is about."""

    child: int
    finding: Finding


class Cascade(Struct, frozen=True, kw_only=True):
    """The parent and its children; `child` counts from 0 in the order of `children`."""

    schema_version: str = "1.0"
    parent: Document
    children: tuple[Document, ...]
    targets: tuple[TargetReach, ...]
    duties: tuple[DutyReach, ...]
    citations: tuple[Citation, ...]
    findings: tuple[ChildFinding, ...]


def cascade(parent: Plan, children: Sequence[Plan]) -> Cascade:
    """Hold every child against the parent."""
    names = distinct_names([parent.document, *(child.document for child in children)])
    compared = [
        compare(parent, child, names=(names[0], name))
        for child, name in zip(children, names[1:], strict=True)
    ]
    return Cascade(
        parent=document_of(parent.document, names[0]),
        children=tuple(comparison.b for comparison in compared),
        targets=_targets(parent, compared),
        duties=_duties(parent, children),
        citations=tuple(_citation(place, parent, child) for place, child in enumerate(children)),
        findings=_findings(compared),
    )


def _targets(parent: Plan, compared: Sequence[Comparison]) -> tuple[TargetReach, ...]:
    # What is said again and what is no target of a list stands in no comparison.
    named = {pair.a for one in compared for pair in one.targets.pairs}
    named |= {ident for one in compared for ident in one.targets.only_a}
    return tuple(_reach(target.id, compared) for target in parent.targets if target.id in named)


def _reach(ident: str, compared: Sequence[Comparison]) -> TargetReach:
    taken = tuple(_taken(place, ident, comparison) for place, comparison in enumerate(compared))
    asked = [one for one in taken if one.state != "not_for"]
    held = [one for one in asked if one.state != "dropped"]
    return TargetReach(target=ident, reach=_spread(len(held), len(asked)), children=taken)


def _taken(place: int, ident: str, comparison: Comparison) -> Taken:
    pair = next((p for p in comparison.targets.pairs if p.a == ident), None)
    if pair is not None:
        return Taken(child=place, state=_state(pair), target=pair.b, by=pair.by)
    apart = ident in comparison.targets.not_for_b
    return Taken(child=place, state="not_for" if apart else "dropped")


def _state(pair: TargetPair) -> State:
    states: dict[Verdict, State] = {
        "same": "taken",
        "stricter": "stricter",
        "weaker": "weaker",
        "incomparable": "incomparable",
    }
    return states[pair.verdict]


def _duties(parent: Plan, children: Sequence[Plan]) -> tuple[DutyReach, ...]:
    tiers = {place: own_tier(child.document) for place, child in enumerate(children)}
    reaches = []
    for duty in parent.assignments:
        asked = [
            place
            for place, tier in tiers.items()
            if tier is not None and duty in duties_for(parent, tier)
        ]
        if not asked:
            continue
        held = tuple(place for place in asked if taken_up(duty, children[place]))
        reaches.append(
            DutyReach(
                assignment=duty.id,
                reach=_spread(len(held), len(asked)),
                taken_by=held,
                dropped_by=tuple(place for place in asked if place not in held),
            )
        )
    return tuple(reaches)


def _spread(held: int, asked: int) -> Reach:
    if not asked:
        return "nobody"
    return "none" if not held else "all" if held == asked else "some"


def _citation(place: int, parent: Plan, child: Plan) -> Citation:
    cited = parent_cited(parent.document, child.legal_bases)
    if cited is None:
        return Citation(child=place, state="missing")
    state: Cited = "wrong" if cited.wrong else "right"
    return Citation(child=place, state=state, base=cited.base.id, wrong=cited.wrong)


def _findings(compared: Sequence[Comparison]) -> tuple[ChildFinding, ...]:
    found = [
        ChildFinding(child=place, finding=finding)
        for place, comparison in enumerate(compared)
        for finding in comparison.findings
    ]
    ranks = {"high": 0, "medium": 1, "low": 2}
    return tuple(sorted(found, key=lambda one: (ranks[one.finding.severity], one.child)))
