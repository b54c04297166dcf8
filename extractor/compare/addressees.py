"""Whom a target or a duty is for, and whether a plan's own body is one of them.

Goes in: a target under `Đối với các sở, ban, ngành tỉnh`, and the plan of a commune. Comes out:
the tier `department`, and that it is not for the commune.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.compare.wording import opened_text
from extractor.lexicon.load import load
from extractor.plan.model import DocumentFacts, Target

_TIERS = frozenset({"department", "commune", "district", "unit"})
_LEAD = re.compile(r"^(?:đối với|tại|ở|của|riêng|các|ủy ban nhân dân|mỗi|100%|[-+* ]|\d+[.)])*")
_EACH = re.compile(r"^(?:mỗi|từng|các|100%)(?!\w)")


def own_tier(document: DocumentFacts) -> str | None:
    """The tier of the body that issued a plan; None where no other plan can address it as one."""
    level, kind = document.issuer.level, document.issuer.kind
    if level == "commune":
        return "commune"
    if level == "province" and kind == "department":
        return "department"
    return level if level in ("district", "unit") else None


def in_town(document: DocumentFacts) -> bool:
    """Whether a plan is that of a ward: what is said of the countryside alone is not for it."""
    issuer = document.issuer
    return issuer.level == "commune" and "phường" in opened_text(issuer.name or "")


def is_for(target: Target, tier: str | None, *, town: bool = False) -> bool:
    """Whether a target is also for a body of `tier`; `town` says that it is a ward's."""
    if town and "rural" in tiers_named(f"{target.indicator}; {target.subject or ''}"):
        return False
    return meant_for(tiers_of_target(target), tier)


def tiers_of_target(target: Target) -> frozenset[str]:
    """The tiers that a target names as those who must reach it; empty where it names none."""
    return tiers_named(target.subject or "") or _leading(target.group or "")


@lru_cache(maxsize=4096)
def tiers_named(name: str) -> frozenset[str]:
    """The tiers named in a subject or a unit's name, wherever they stand in it."""
    hits = load("addressees").find(opened_text(name))
    return frozenset(hit.entry.word("tier") for hit in hits)


def meant_for(tiers: frozenset[str], tier: str | None) -> bool:
    """Whether what is for `tiers` is also for a body of `tier`."""
    named = tiers & _TIERS
    return not named or tier is None or tier in named


def each_of(subject: str | None) -> bool:
    """Whether the subject is each of several: "Mỗi xã, phường"."""
    return bool(_EACH.match(opened_text(subject or "")))


@lru_cache(maxsize=4096)
def _leading(group: str) -> frozenset[str]:
    # A heading about communes ("Nông thôn mới ở các xã") is not one for communes.
    plain = opened_text(group)
    lead = _LEAD.match(plain)
    start = lead.end() if lead else 0
    first = next(load("addressees").find(plain), None)
    if first is None or first.span.start > start:
        return frozenset()
    return tiers_named(group)
