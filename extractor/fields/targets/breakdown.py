"""Breakdowns in brackets: the parts of a count, each a target of its own.

Of "06 lớp tập huấn (vùng thấp 04 lớp, vùng cao có 02 lớp)" the brackets give "vùng thấp" 4 and
"vùng cao" 2. An exception ("01 cụm (riêng xã A: 02 cụm)") measures the same for another
subject. Brackets that say anything else explain and give nothing. Source: the contract, section
targets ("One entry for each number that must be reached").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.extent import extent_of
from extractor.plan.model import Period, Target
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.text import clean

_BRACKETS = re.compile(r"[^()]{0,60}\(((?:[^()]|\([^()]*\)){3,400})\)")
_SEPARATOR = re.compile(r"(?:[,;]| và )\s*")
_DIGIT = re.compile(r"\d")
_VERB = re.compile(r"(?:\s*:|\s+(?:có|là|gồm))?\s*$")
_ONLY = re.compile(r"\s*riêng\s+", re.IGNORECASE)


def breakdown(reading: Reading, clause: Clause, whole: Target) -> Iterator[Target]:
    """The parts of a counted target that brackets behind its number list."""
    found = _BRACKETS.match(reading.text, clause.quantity.span.end, clause.after.end)
    if found is None or clause.quantity.kind == "percent":
        return
    listed = list(_items(reading.text, Span(*found.span(1))))
    counted = [_count(reading, item, clause.quantity) for item in listed]
    only = _ONLY.match(found[1]) is not None
    again = len(listed) == 1 and counted[0] is not None and _other_period(counted[0], whole)
    if None in counted or (len(listed) < 2 and not only and not again):
        return
    for item, quantity in zip(listed, counted, strict=True):
        if quantity is not None:
            yield _part(reading, item, quantity, whole)


def _items(text: str, inside: Span) -> Iterator[Span]:
    """The listed parts, one for each figure: "xã A và xã B: 02" and "03 hồ, đầm" are one each."""
    start, end = inside.start, inside.start
    for mark in [*_SEPARATOR.finditer(text, inside.start, inside.end), None]:
        stop = mark.start() if mark else inside.end
        told, further = _DIGIT.search(text, start, end), _DIGIT.search(text, end, stop)
        if told and further:
            yield Span(start, len(text[:end].rstrip(" ,;")))
            start = end
        end = mark.end() if mark else inside.end
    yield Span(start, inside.end)


def _other_period(quantity: Quantity, whole: Target) -> bool:
    """Whether brackets tell the whole again for another period: "02 đợt/tháng (18 đợt/năm)"."""
    return quantity.per is not None and whole.per is not None and quantity.per != whole.per


def _count(reading: Reading, item: Span, whole: Quantity) -> Quantity | None:
    """The number that counts what the whole counts, and ends its item or opens it."""
    counted = list(reading.mentions.quantities_in(item))
    if len(counted) != 1 or counted[0].unit != whole.unit or counted[0].unit_span is None:
        return None
    opens = not reading.text[item.start : counted[0].span.start].strip()
    end = extent_of(reading.text, counted[0]).end
    ends = not reading.text[end : item.end].strip()
    return counted[0] if opens or ends else None


def _label(text: str, item: Span, quantity: Quantity) -> str:
    """What an item says besides its number: the words before it, or its unit and those behind."""
    said = _VERB.sub("", text[item.start : quantity.span.start])
    unit = quantity.unit_span
    behind = text[unit.start : item.end] if unit and not said.strip() else ""
    return clean(_ONLY.sub("", said, count=1)) or clean(behind)


def _part(reading: Reading, item: Span, quantity: Quantity, whole: Target) -> Target:
    label, source = _label(reading.text, item, quantity), source_of(reading, item)
    part = replace(whole, value=quantity.value, source=source, rule="targets.breakdown")
    part = replace(part, operator=quantity.operator, value_max=quantity.value_max)
    if _other_period(quantity, whole):
        return replace(part, per=cast(Period, quantity.per))
    if _ONLY.match(reading.slice(item)):
        return replace(part, subject=label)
    return replace(part, indicator=label)
