"""Breakdowns in brackets: the parts of a count, each a target of its own.

Of "06 lớp tập huấn (vùng thấp 04 lớp, vùng cao có 02 lớp)" the brackets give "vùng thấp" 4 and
"vùng cao" 2. An exception ("01 cụm (riêng xã A: 02 cụm)") measures the same for another
subject. Brackets that say anything else explain and give nothing. Source: the contract, section
targets ("One entry for each number that must be reached").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.fields.targets.clause import Clause
from extractor.plan.model import Target
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.text import clean

_BRACKETS = re.compile(r"[^()]{0,60}\(([^()]{3,300})\)")
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
    if None in counted or (len(listed) < 2 and not only):
        return
    for item, quantity in zip(listed, counted, strict=True):
        if quantity is not None:
            yield _part(reading, item, quantity, whole)


def _items(text: str, inside: Span) -> Iterator[Span]:
    """The listed parts: a separator before any figure belongs to a label ("xã A và xã B: 02")."""
    start = inside.start
    for mark in _SEPARATOR.finditer(text, inside.start, inside.end):
        if _DIGIT.search(text, start, mark.start()):
            yield Span(start, mark.start())
            start = mark.end()
    yield Span(start, inside.end)


def _count(reading: Reading, item: Span, whole: Quantity) -> Quantity | None:
    """The number that ends an item and counts what the whole counts, behind a label."""
    counted = list(reading.mentions.quantities_in(item))
    if len(counted) != 1 or counted[0].unit != whole.unit or counted[0].unit_span is None:
        return None
    ends = not reading.text[counted[0].unit_span.end : item.end].strip()
    return counted[0] if ends and _label(reading.text, item, counted[0]) else None


def _label(text: str, item: Span, quantity: Quantity) -> str:
    said = _VERB.sub("", text[item.start : quantity.span.start])
    return clean(_ONLY.sub("", said, count=1))


def _part(reading: Reading, item: Span, quantity: Quantity, whole: Target) -> Target:
    label, source = _label(reading.text, item, quantity), source_of(reading, item)
    part = replace(whole, value=quantity.value, source=source, rule="targets.breakdown")
    part = replace(part, operator=quantity.operator, value_max=quantity.value_max)
    if _ONLY.match(reading.slice(item)):
        return replace(part, subject=label)
    return replace(part, indicator=label)
