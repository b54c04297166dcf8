"""Bodies and awards of two plans side by side.

Goes in: two plans. Comes out: `Units` (`UBND các xã, phường` and `Ủy ban nhân dân các xã, phường`
are one) and `Awards`.
"""

from __future__ import annotations

import re

from extractor.compare.model import Awards, SharedUnit, Side, Units
from extractor.compare.phrases import number
from extractor.compare.wording import opened_text
from extractor.plan.model import Plan, Quota

_LEAD = re.compile(r"^(?:các|những|toàn thể|đồng chí|đ/c)\s+")
_SIGNS = {"le": "≤ ", "lt": "< ", "ge": "≥ ", "gt": "> "}


def compared_units(a: Plan, b: Plan) -> Units:
    """The bodies that both plans give work to, and those of one."""
    of_b = {_key(unit.name): unit for unit in reversed(b.responsible_units)}
    shared = tuple(
        SharedUnit(a=unit.id, b=of_b[_key(unit.name)].id, name=unit.name)
        for unit in a.responsible_units
        if _key(unit.name) in of_b
    )
    in_a, in_b = {pair.a for pair in shared}, {pair.b for pair in shared}
    return Units(
        shared=shared,
        only_a=tuple(unit.id for unit in a.responsible_units if unit.id not in in_a),
        only_b=tuple(unit.id for unit in b.responsible_units if unit.id not in in_b),
    )


def compared_awards(a: Plan, b: Plan) -> Awards:
    """What the two plans promise, and the forms of award that both name."""
    of_a, of_b = _side(a), _side(b)
    keys = {opened_text(form) for form in of_b.forms}
    return Awards(
        a=of_a, b=of_b, shared_forms=tuple(f for f in of_a.forms if opened_text(f) in keys)
    )


def _side(plan: Plan) -> Side:
    awards = plan.awards
    return Side(
        forms=tuple(dict.fromkeys(form.name for form in awards.forms)),
        quotas=tuple(_quota(quota) for quota in awards.quotas),
        funding=awards.funding,
    )


def _quota(quota: Quota) -> str:
    low = number(quota.value)
    if quota.value_max is not None:
        low = f"từ {low} đến {number(quota.value_max)}"
    amount = f"{_SIGNS.get(quota.operator, '')}{low} {quota.unit}"
    return f"{quota.form}: {amount}" if quota.form else amount


def _key(name: str) -> str:
    return _LEAD.sub("", opened_text(name))
