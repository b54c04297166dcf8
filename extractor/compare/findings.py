"""What an auditor reads first: what b drops, weakens, puts off or cites wrongly, worst first.

Goes in: two plans and what was made of them. Comes out: findings, each with a severity, a kind, a
Vietnamese sentence, and the two quotes: `UBND xã Phú Lạc đặt ≥ 80% (đến 2026), thấp hơn mức ≥ 85%
(đến 2026) …`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.compare.align import Alignment, Pair
from extractor.compare.bases import parent_cited
from extractor.compare.dates import last_day, order, shown
from extractor.compare.duties import dropped_duties
from extractor.compare.measure import Measure
from extractor.compare.model import Finding, FindingKind, LegalBases, Place, Severity, Time
from extractor.compare.phrases import demand, place
from extractor.compare.verdict import verdict
from extractor.plan.facts import placed
from extractor.plan.model import Fact, Plan

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


@dataclass(frozen=True, slots=True)
class Sides:
    """The two plans and what they are called in messages."""

    a: Plan
    b: Plan
    name_a: str
    name_b: str
    tier_b: str | None

    def place_a(self, fact: Fact) -> Place:
        return place(fact, placed(self.a))

    def place_b(self, fact: Fact) -> Place:
        return place(fact, placed(self.b))


def findings(
    sides: Sides, alignment: Alignment, dropped: tuple[Measure, ...], time: Time, bases: LegalBases
) -> tuple[Finding, ...]:
    """All findings, the worst first; `dropped` are targets of a that are for b and not in b."""
    found = [
        *_dropped_targets(sides, dropped),
        *_pairs(sides, alignment),
        *_duties(sides),
        *_parent(sides),
        *_times(sides, time),
        *_bases(sides, bases),
    ]
    order_of = list(SEVERITIES)
    return tuple(sorted(found, key=lambda f: (_RANKS[f.severity], order_of.index(f.kind))))


def _dropped_targets(sides: Sides, dropped: tuple[Measure, ...]) -> Iterator[Finding]:
    for m in dropped:
        said = f"{sides.name_b} không có chỉ tiêu “{m.target.indicator}” ({demand(m.target)})"
        yield _finding("target_dropped", f"{said} của {sides.name_a}.", sides.place_a(m.target))


def _pairs(sides: Sides, alignment: Alignment) -> Iterator[Finding]:
    for pair in alignment.pairs:
        a, b = pair.a.target, pair.b.target
        judged = verdict(pair.a, pair.b, sides.tier_b)
        both = sides.place_a(a), sides.place_b(b)
        told = f"“{a.indicator}”: {sides.name_b} đặt {demand(b)}"
        if judged == "weaker":
            said = f"{told}, nhẹ hơn mức {demand(a)} của {sides.name_a}."
            yield _finding("target_weaker", said, *both)
        if judged == "incomparable":
            said = f"{told}, không so được với {demand(a)} của {sides.name_a}: khác đơn vị hoặc cách tính."
            yield _finding("target_incomparable", said, *both)
        if order(last_day(a.by), last_day(b.by)) == "later":
            said = f"“{a.indicator}”: {sides.name_b} lùi hạn đến {shown(b.by)}, {sides.name_a} đặt hạn {shown(a.by)}."
            yield _finding("target_later", said, *both)


def _duties(sides: Sides) -> Iterator[Finding]:
    for duty in dropped_duties(sides.a, sides.b):
        said = f"{sides.name_b} không giao ai việc mà {sides.name_a} giao cho {duty.unit}: {duty.task}."
        yield _finding("duty_dropped", said, sides.place_a(duty))


def _parent(sides: Sides) -> Iterator[Finding]:
    cited = parent_cited(sides.a.document, sides.b.legal_bases)
    if cited is None or not cited.wrong:
        return
    document = sides.a.document
    for wrong in cited.wrong:
        written = cited.base.number if wrong == "number" else shown(cited.base.date)
        right = document.number if wrong == "number" else shown(document.date)
        said = f"{sides.name_b} dẫn {sides.name_a} sai {_WRONG[wrong]}: ghi {written}, đúng là {right}."
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
        dates = shown(sides.b.document.date), shown(sides.a.document.date)
        said = f"{sides.name_b} ban hành ngày {dates[0]}, trước {sides.name_a} (ngày {dates[1]})."
        yield _finding("issued_before", said)
    if time.verdict == "leaves" and time.a and time.b:
        runs = [f"{shown(run.start)} – {shown(run.end)}" for run in (time.a, time.b)]
        said = f"Thời gian thực hiện của {sides.name_b} ({runs[1]}) ra ngoài thời gian của {sides.name_a} ({runs[0]})."
        yield _finding("run_leaves", said, time.a.places[0], time.b.places[0])


def _bases(sides: Sides, bases: LegalBases) -> Iterator[Finding]:
    of_a = {base.id: base for base in sides.a.legal_bases}
    of_b = {base.id: base for base in sides.b.legal_bases}
    for shared in bases.shared:
        for wrong in shared.differs:
            a, b = of_a[shared.a], of_b[shared.b]
            named = " ".join(filter(None, (a.doc_type, a.number)))
            values = (a.number, b.number) if wrong == "number" else (shown(a.date), shown(b.date))
            said = f"Hai kế hoạch dẫn {named} khác {_WRONG[wrong]}: {sides.name_a} ghi {values[0]}, {sides.name_b} ghi {values[1]}."
            yield _finding("base_differs", said, sides.place_a(a), sides.place_b(b))


def _finding(
    kind: FindingKind, message: str, a: Place | None = None, b: Place | None = None
) -> Finding:
    ground = "\x1f".join([kind, message, a.id if a else "", b.id if b else ""])
    name = "X" + hashlib.sha256(ground.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return Finding(id=name, severity=SEVERITIES[kind], kind=kind, message=message, a=a, b=b)
