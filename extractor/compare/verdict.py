"""What b does to a's threshold: demands as much, more, less, or something that cannot be compared.

Goes in: two measures that are a pair. Comes out: `same`, `stricter`, `weaker` or `incomparable`.
`đạt 90%` and `từ 90% trở lên` are the same; `> 95` is weaker than `> 98`, `< 2` stricter than
`≤ 2`. More is stricter for what is to be reached, less for ceilings, faults and delays.
"""

from __future__ import annotations

from math import isclose
from typing import Literal

from extractor.compare.addressees import each_of, tiers_named
from extractor.compare.measure import Better, Measure
from extractor.plan.model import Period, Target

Verdict = Literal["same", "stricter", "weaker", "incomparable"]
PER_YEAR: dict[Period, float] = {
    "day": 365, "week": 52, "month": 12, "quarter": 4, "half_year": 2, "year": 1,
}  # fmt: skip
_STRICT = ("gt", "lt")


def verdict(a: Measure, b: Measure, tier_of_b: str | None = None) -> Verdict:
    """What b's threshold does to a's; `tier_of_b` is what b's issuer is, as `own_tier` says."""
    if a.zero or b.zero:
        return _with_zero(a, b)
    better = _direction(a, b)
    if better is None or not a.unit.comparable(b.unit) or not _same_base(a, b, tier_of_b):
        return "incomparable"
    factors = _per_year(a, b)
    if factors is None:
        return "incomparable"
    first = _bound(a.target, better) * a.unit.scale * factors[0]
    second = _bound(b.target, better) * b.unit.scale * factors[1]
    if isclose(first, second, rel_tol=1e-9):
        return _by_edge(a.target, b.target)
    return "stricter" if (second > first) == (better == "more") else "weaker"


def _with_zero(a: Measure, b: Measure) -> Verdict:
    # No case at all is no case in any unit, and no share of any whole.
    if a.zero and b.zero:
        return "same"
    other = b if a.zero else a
    if other.better != "less":
        return "incomparable"
    return "weaker" if a.zero else "stricter"


def _direction(a: Measure, b: Measure) -> Better | None:
    if a.better == b.better:
        return a.better
    # A bare number goes the way of the one that says a direction.
    if a.target.operator in ("eq", "between"):
        return b.better
    if b.target.operator in ("eq", "between"):
        return a.better
    return None


def _same_base(a: Measure, b: Measure, tier_of_b: str | None) -> bool:
    """Whether counts are of the same whole: "mỗi xã 2 mô hình" is what one commune's 2 answer."""
    if a.unit.kind not in ("count", "amount"):
        return True
    each_a, each_b = each_of(a.target.subject), each_of(b.target.subject)
    if each_a == each_b:
        return True
    return each_a and tier_of_b in tiers_named(a.target.subject or "")


def _per_year(a: Measure, b: Measure) -> tuple[float, float] | None:
    per_a, per_b = a.target.per, b.target.per
    if per_a == per_b or a.unit.kind == "share":
        return 1.0, 1.0
    if per_a is None or per_b is None or a.unit.kind == "change":
        return None
    return PER_YEAR[per_a], PER_YEAR[per_b]


def _bound(target: Target, better: Better) -> float:
    if target.operator == "between" and better == "less" and target.value_max is not None:
        return target.value_max
    return target.value


def _by_edge(a: Target, b: Target) -> Verdict:
    strict_a, strict_b = a.operator in _STRICT, b.operator in _STRICT
    if strict_a == strict_b:
        return "same"
    return "stricter" if strict_b else "weaker"
