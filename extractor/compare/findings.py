"""What an auditor reads first: what b drops, weakens, puts off or cites wrongly, worst first.

Goes in: two plans and what was made of them. Comes out: findings, each with a severity, a kind, a
Vietnamese sentence, and the two quotes: `UBND xã Phú Lạc đặt ≥ 80% (đến 2026), thấp hơn mức ≥ 85%
(đến 2026) …`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.compare.align import Alignment
from extractor.compare.bases import parent_cited
from extractor.compare.dates import order
from extractor.compare.duties import dropped_duties
from extractor.compare.measure import Measure
from extractor.compare.model import Finding, FindingKind, LegalBases, Place, Run, Severity, Time
from extractor.compare.phrases import demand, place
from extractor.compare.verdict import verdict
from extractor.plan.days import last_day
from extractor.plan.facts import placed
from extractor.plan.model import Fact, Plan
from extractor.plan.words import day

# Kinds from the worst to the least, and how much each matters.
SEVERITIES: dict[FindingKind, Severity] = {
    "target_dropped": "high",
    "target_weaker": "high",
    "duty_dropped": "high",
    "parent_miscited": "high",
    "issued_before": "high",
    "target_later": "medium",
    "run_leaves": "medium",
    "base_differs": "medium",
    "target_incomparable": "low",
}
_RANKS = {"high": 0, "medium": 1, "low": 2}
_WRONG = {"number": "số", "date": "ngày"}
_VERDICTS: dict[str, FindingKind] = {
    "weaker": "target_weaker",
    "incomparable": "target_incomparable",
}
# {a} and {b} are the plans, {first} is what a says, {second} what b says.
_MESSAGES: dict[FindingKind, str] = {
    "target_dropped": "“{what}”: {a} đặt {first}, {b} không có chỉ tiêu này.",
    "target_weaker": "“{what}”: {b} đặt {second}, nhẹ hơn mức {first} của {a}.",
    "target_later": "“{what}”: {b} lùi hạn đến {second}, {a} đặt hạn {first}.",
    "target_incomparable": (
        "“{what}”: {b} đặt {second}, không so được với {first} của {a} "
        "vì khác đơn vị hoặc cách tính."
    ),
    "duty_dropped": "{b} không giao ai việc mà {a} giao cho {first}: {what}.",
    "parent_miscited": "{b} dẫn kế hoạch của {a} sai {what}: ghi {second}, đúng là {first}.",
    "issued_before": "{b} ban hành ngày {second}, trước {a} (ngày {first}).",
    "run_leaves": "Thời gian thực hiện của {b} ({second}) ra ngoài thời gian của {a} ({first}).",
    "base_differs": "Hai kế hoạch dẫn {what}: {a} ghi {first}, {b} ghi {second}.",
}


@dataclass(frozen=True, slots=True)
class Sides:
    """The two plans and what they are called in messages."""

    a: Plan
    b: Plan
    name_a: str
    name_b: str
    tier_b: str | None

    def said(self, kind: FindingKind, **values: str | None) -> str:
        """The sentence of a finding; what plans say stands in it as it is."""
        return _MESSAGES[kind].format(a=self.name_a, b=self.name_b, **values)

    def place_a(self, fact: Fact) -> Place:
        return place(fact, placed(self.a))

    def place_b(self, fact: Fact) -> Place:
        return place(fact, placed(self.b))


def findings(
    sides: Sides, alignment: Alignment, dropped: tuple[Measure, ...], time: Time, bases: LegalBases
) -> tuple[Finding, ...]:
    """All findings, the worst first; `dropped` are targets of a that are for b and not in b."""
    found = [
        *_dropped_targets(sides, dropped, alignment),
        *_pairs(sides, alignment),
        *_duties(sides),
        *_parent(sides),
        *_times(sides, time),
        *_bases(sides, bases),
    ]
    order_of = list(SEVERITIES)
    return tuple(sorted(found, key=lambda f: (_RANKS[f.severity], order_of.index(f.kind))))


def _dropped_targets(
    sides: Sides, dropped: tuple[Measure, ...], alignment: Alignment
) -> Iterator[Finding]:
    near = {a.target.id: b.target for a, b in alignment.near}
    for m in dropped:
        said = sides.said("target_dropped", what=m.target.indicator, first=demand(m.target))
        other = near.get(m.target.id)
        if other is None:
            yield _finding("target_dropped", said, sides.place_a(m.target))
            continue
        said += f" Gần nhất là “{other.indicator}”: {demand(other)}."
        # Perhaps the same in other words: a person must look, so it is less than sure.
        both = sides.place_a(m.target), sides.place_b(other)
        yield _finding("target_dropped", said, *both, severity="medium")


def _pairs(sides: Sides, alignment: Alignment) -> Iterator[Finding]:
    for pair in alignment.pairs:
        a, b = pair.a.target, pair.b.target
        both = sides.place_a(a), sides.place_b(b)
        judged = verdict(pair.a, pair.b, sides.tier_b)
        if judged in _VERDICTS:
            kind = _VERDICTS[judged]
            said = sides.said(kind, what=a.indicator, first=demand(a), second=demand(b))
            yield _finding(kind, said, *both)
        if order(last_day(a.by), last_day(b.by)) == "later":
            dates = {"first": day(a.by), "second": day(b.by)}
            said = sides.said("target_later", what=a.indicator, **dates)
            yield _finding("target_later", said, *both)


def _duties(sides: Sides) -> Iterator[Finding]:
    for duty in dropped_duties(sides.a, sides.b):
        said = sides.said("duty_dropped", what=duty.task, first=duty.unit)
        yield _finding("duty_dropped", said, sides.place_a(duty))


def _parent(sides: Sides) -> Iterator[Finding]:
    document = sides.a.document
    cited = parent_cited(document, sides.b.legal_bases)
    if cited is None:
        return
    for wrong in cited.wrong:
        both = (document, cited.base)
        first, second = (x.number if wrong == "number" else day(x.date) for x in both)
        said = sides.said("parent_miscited", what=_WRONG[wrong], first=first, second=second)
        yield _finding("parent_miscited", said, _document_place(sides), sides.place_b(cited.base))


def _document_place(sides: Sides) -> Place | None:
    for name in ("number", "date", "title"):
        evidence = sides.a.document.evidence.get(name)
        if evidence is not None:
            source = evidence.source
            return Place(
                id=f"document.{name}", quote=source.text,
                start=source.start, end=source.end, page=source.page,
            )  # fmt: skip
    return None


def _times(sides: Sides, time: Time) -> Iterator[Finding]:
    if time.issued == "earlier":
        dates = {"first": day(sides.a.document.date), "second": day(sides.b.document.date)}
        yield _finding("issued_before", sides.said("issued_before", **dates))
    if time.verdict == "leaves" and time.a and time.b:
        runs = {name: _run(run) for name, run in (("first", time.a), ("second", time.b))}
        said = sides.said("run_leaves", **runs)
        yield _finding("run_leaves", said, time.a.places[0], time.b.places[0])


def _run(run: Run) -> str:
    return f"{day(run.start) or '…'} – {day(run.end) or '…'}"


def _bases(sides: Sides, bases: LegalBases) -> Iterator[Finding]:
    of_a = {base.id: base for base in sides.a.legal_bases}
    of_b = {base.id: base for base in sides.b.legal_bases}
    for shared in bases.shared:
        a, b = of_a[shared.a], of_b[shared.b]
        named = " ".join(filter(None, (a.doc_type, a.number or a.title)))
        for wrong in shared.differs:
            first, second = (x.number if wrong == "number" else day(x.date) for x in (a, b))
            values = {"what": f"{named} khác {_WRONG[wrong]}", "first": first, "second": second}
            said = sides.said("base_differs", **values)
            yield _finding("base_differs", said, sides.place_a(a), sides.place_b(b))


def _finding(
    kind: FindingKind,
    message: str,
    a: Place | None = None,
    b: Place | None = None,
    *,
    severity: Severity | None = None,
) -> Finding:
    ground = "\x1f".join([kind, message, a.id if a else "", b.id if b else ""])
    name = "X" + hashlib.sha256(ground.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Finding(
        id=name, severity=severity or SEVERITIES[kind], kind=kind, message=message, a=a, b=b
    )
