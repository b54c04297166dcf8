"""One plan held against another: the comparison record of two plan records.

Goes in: plan a, of the higher level or the earlier one, and plan b. Comes out: a `Comparison`.
Only the two records are read; two runs give the same record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from extractor.compare.addressees import in_town, is_for, own_tier
from extractor.compare.align import Again, Alignment, Pair, align, measures
from extractor.compare.bases import compared_bases
from extractor.compare.bodies import compared_awards, compared_units
from extractor.compare.dates import order
from extractor.compare.findings import Sides, findings
from extractor.compare.measure import Measure
from extractor.compare.model import Comparison, Document, Near, Repeat, TargetPair, Targets, Tasks
from extractor.compare.names import distinct_names
from extractor.compare.phrases import reason
from extractor.compare.runs import compared_time
from extractor.compare.verdict import verdict
from extractor.plan.days import last_day
from extractor.plan.model import DocumentFacts, Plan

_TASK_FLOOR = 0.7  # a number in a task says less of what it measures than a target of a list


def compare(a: Plan, b: Plan, names: Sequence[str] | None = None) -> Comparison:
    """Hold plan `b` against plan `a`; `names` are what to call the two, if not by issuer."""
    name_a, name_b = names or distinct_names([a.document, b.document])
    sides = Sides(a, b, name_a, name_b, own_tier(b.document))
    alignment = align_targets(a, b)
    time, bases = compared_time(a, b), compared_bases(a, b)
    found = findings(sides, alignment, not_taken(alignment, b.document), time, bases)
    return Comparison(
        a=document_of(a.document, name_a),
        b=document_of(b.document, name_b),
        targets=_targets(a, b, alignment, sides.tier_b),
        time=time,
        legal_bases=bases,
        units=compared_units(a, b),
        awards=compared_awards(a, b),
        findings=found,
    )


def align_targets(a: Plan, b: Plan) -> Alignment:
    """The alignment of the two plans' targets."""
    first, second = measures(a, ["target"]), measures(b, ["target"])
    return align(first, second, own_tier(b.document), town=in_town(b.document))


def not_taken(alignment: Alignment, b: DocumentFacts) -> tuple[Measure, ...]:
    """The targets of a that are for b's body and that b does not have."""
    tier, town = own_tier(b), in_town(b)
    return tuple(m for m in alignment.only_a if is_for(m.target, tier, town=town))


def _targets(a: Plan, b: Plan, alignment: Alignment, tier_b: str | None) -> Targets:
    taken = {m.target.id for m in not_taken(alignment, b.document)}
    return Targets(
        pairs=_pairs(alignment, tier_b),
        only_a=_ids(alignment.only_a),
        only_b=_ids(alignment.only_b),
        not_for_b=tuple(i for i in _ids(alignment.only_a) if i not in taken),
        near=tuple(Near(a=x.target.id, b=y.target.id) for x, y in alignment.near),
        repeated_a=_repeats(alignment.again_a),
        repeated_b=_repeats(alignment.again_b),
        tasks=_tasks(a, b, tier_b),
    )


def _tasks(a: Plan, b: Plan, tier_b: str | None) -> Tasks:
    alignment = align(measures(a, ["task"]), measures(b, ["task"]), tier_b, _TASK_FLOOR)
    return Tasks(
        pairs=_pairs(alignment, tier_b),
        only_a=_ids(alignment.only_a),
        only_b=_ids(alignment.only_b),
    )


def _pairs(alignment: Alignment, tier_b: str | None) -> tuple[TargetPair, ...]:
    return tuple(_pair(pair, tier_b) for pair in alignment.pairs)


def _pair(pair: Pair, tier_b: str | None) -> TargetPair:
    a, b = pair.a.target, pair.b.target
    digest = hashlib.sha256(f"{a.id}\x1f{b.id}".encode("utf-8", "surrogatepass")).hexdigest()
    return TargetPair(
        id=f"P{digest[:8]}",
        a=a.id,
        b=b.id,
        verdict=verdict(pair.a, pair.b, tier_b),
        by=order(last_day(a.by), last_day(b.by)),
        reason=reason(pair),
        score=round(min(pair.likeness.score, 1.0), 3),
        measures=tuple(sorted(pair.likeness.ids)),
    )


def _ids(listed: tuple[Measure, ...]) -> tuple[str, ...]:
    return tuple(m.target.id for m in listed)


def _repeats(again: tuple[Again, ...]) -> tuple[Repeat, ...]:
    return tuple(Repeat(id=m.again.target.id, first=m.first.target.id) for m in again)


def document_of(facts: DocumentFacts, name: str) -> Document:
    """The document section as a comparison holds it."""
    return Document(
        name=name,
        type=facts.type,
        number=facts.number,
        date=facts.date,
        place=facts.place,
        title=facts.title,
        theme=facts.theme,
        issuer=facts.issuer,
        signer=facts.signer,
        recipients=facts.recipients,
    )
