"""Numbers of documents as keys: how two plans cite one document in two ways.

Goes in: `06 / 2022/QH15`, `152/2025/NĐ CP`. Comes out: `6/2022/qh15`, `152/2025/nđ-cp`. Dates agree
where one is the other cut short.
"""

from __future__ import annotations

import re

from extractor.compare.wording import opened_text, wording
from extractor.text import folded

_PARTS = re.compile(r"[\s/\-_.]+")
_ZEROS = re.compile(r"^0+(?=\d)")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_OF_NAME = frozenset({"của", "chủ", "tịch", "các", "ban", "thường", "trực"})


def number_key(number: str | None) -> str:
    """A key that spaces, hyphens, leading zeros and case do not change; empty for None."""
    parts = [part for part in _PARTS.split(folded(number or "")) if part]
    return "/".join(_ZEROS.sub("", part) for part in parts)


def has_year(number: str | None) -> bool:
    """Whether the number itself says its year, and so names one document in the country."""
    return any(_YEAR.match(part) for part in _PARTS.split(number or ""))


def issuers_agree(a: str | None, b: str | None) -> bool:
    """Whether two names can be of one body: "UBND tỉnh" and "Ủy ban nhân dân tỉnh Hòa Giang"."""
    if not a or not b:
        return True
    first, second = _name(a), _name(b)
    return first <= second or second <= first


def titles_alike(a: str | None, b: str | None) -> float:
    """How much of their words two titles share, from 0 to 1."""
    first, second = wording(a or "").weights, wording(b or "").weights
    whole = sum(first.values()) + sum(second.values())
    both = sum(min(weight, second[n]) for n, weight in first.items() if n in second)
    return 2 * both / whole if whole else 0.0


def _name(issuer: str) -> frozenset[str]:
    return frozenset(opened_text(issuer).split()) - _OF_NAME
