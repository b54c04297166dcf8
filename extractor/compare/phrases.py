"""Thresholds, places and reasons in words, for clerks and auditors.

Goes in: a target or a fact. Comes out: `≥ 90% (đến 2026)`, a `Place`, a reason such as
`Cùng đo “Tỷ lệ thanh toán trực tuyến”; cùng nói: thanh toán trực tuyến; cùng đơn vị: %`.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.compare.align import Pair
from extractor.compare.measure import measure_name
from extractor.compare.model import Place
from extractor.plan.model import Fact, Target
from extractor.plan.words import PERIODS, day

_SIGNS = {"eq": "", "ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "between": ""}
_CHANGES = {"increase": "tăng ", "decrease": "giảm "}
_SHOWN = 5  # shared notions that a reason names


def threshold(target: Target) -> str:
    """The number with its comparison, unit and period: `giảm ≥ 20%`, `từ 3 đến 5 buổi/quý`."""
    low = number(target.value)
    if target.value_max is not None:
        low = f"từ {low} đến {number(target.value_max)}"
    unit = "%" if target.unit == "percent" else f" {target.unit}"
    per = f"/{PERIODS[target.per]}" if target.per else ""
    change = _CHANGES[target.change] if target.change else ""
    return f"{change}{_SIGNS[target.operator]}{low}{unit}{per}"


def demand(target: Target) -> str:
    """The threshold with its deadline: `≥ 90% (đến 6/2026)`."""
    return threshold(target) + (f" (đến {day(target.by)})" if target.by else "")


def number(value: float) -> str:
    """A number as printed here: decimals with a comma, thousands with points."""
    if float(value).is_integer():
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def place(fact: Fact, placed: bool) -> Place:
    """Where a fact stands; offsets only where the record has them."""
    source = fact.source
    if not placed:
        return Place(id=fact.id, quote=source.text)
    return Place(
        id=fact.id, quote=source.text, start=source.start, end=source.end, page=source.page
    )


def reason(pair: Pair) -> str:
    """Why two targets are a pair, for the person who has to agree."""
    a, b = pair.a, pair.b
    parts = []
    if pair.likeness.ids:
        names = " và ".join(f"“{measure_name(i)}”" for i in sorted(pair.likeness.ids))
        parts.append(f"cùng đo {names}")
    words = _words(pair)
    if words:
        parts.append(f"cùng nói: {', '.join(words)}")
    if a.zero and b.zero:
        parts.append("cùng yêu cầu không để xảy ra")
    elif a.unit.comparable(b.unit):
        parts.append(f"cùng đơn vị: {_unit(a.target.unit)}")
    else:
        parts.append(f"khác đơn vị: {_unit(a.target.unit)} và {_unit(b.target.unit)}")
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _words(pair: Pair) -> list[str]:
    # Words of several syllables say more to a person than the syllables they share.
    shown = [pair.a.wording.shown[notion] for notion in pair.likeness.shared]
    words: list[str] = []
    for word in sorted(shown, key=lambda word: " " not in word):
        if not any(word in other or other in word for other in words):
            words.append(word)
    return words[:_SHOWN]


def _unit(unit: str) -> str:
    return "%" if unit == "percent" else unit


def listed(items: Iterable[str]) -> str:
    """Items in one line."""
    return ", ".join(items)
