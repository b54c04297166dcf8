"""The words around a number that make it a bound: "từ … trở lên", "không quá", "trên", "khoảng".

`compared(page, core, ranged)` gives the span with its comparators, the operator, and whether the
number is only about right. "từ 365 hộ trở lên" is read too, though the noun stands between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.page import Page
from extractor.span import Span

_REACH = 40
# Words are taken whole (`*+`): a run of letters without blanks could else be parted in many ways.
_FAR = re.compile(r"(?: *[^\W\d_][\w/]*+){1,5}? +(trở +lên|trở +xuống)(?!\w)")
_BASELINE = re.compile(
    r"(?: *(?:[^\W\d_][\w/]*+|\(?năm +20\d\d\)?)){0,4}? *(?:lên|xuống|thành)(?: +còn| +đến)?"
    r"(?= +(?:\d|dưới|trên|còn))"
)
_WITHIN = {"eq", "ge"}


def _pattern(position: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format(load("comparators").some(position=position)))


_BEFORE = _pattern("before", r"(?:(?<!\w)|(?!\w))({}) *\Z")
_EACH = re.compile(r"(?<!\w)((?:mỗi|hằng|hàng|một|trong một) (?:ngày|tuần|tháng|quý|năm)) +\Z")
_AFTER = _pattern("after", r" *({})(?!\w)")


@dataclass(frozen=True, slots=True)
class Compared:
    """A number with its comparators: where it stands, its operator, the entry that said so."""

    span: Span
    operator: str
    approximate: bool
    rule: str
    per: str | None = None


@dataclass(frozen=True, slots=True)
class _Word:
    """A comparator at its place; `per` is a period between it and the number."""

    span: Span
    operator: str
    id: str
    per: str | None = None


def compared(page: Page, core: Span, ranged: bool) -> Compared:
    """What the words around `core` make of it; `ranged` numbers have two ends already."""
    before, after = before_number(page, core.start), _after(page, core.end)
    start = before.span.start if before else core.start
    approximate = before is not None and before.operator == "approximate"
    operator = before.operator if before and not approximate else "eq"
    rule, per = before.id if before else "bare", before.per if before else None
    if ranged:
        return Compared(Span(start, core.end), "between", approximate, "range", per)
    if after:
        said = after.operator if operator in _WITHIN else operator
        return Compared(Span(start, after.span.end), said, approximate, after.id, per)
    if operator == "ge" and rule == "at-least" and _BASELINE.match(page.viewed, core.end):
        return Compared(Span(start, core.end), "eq", approximate, "baseline")
    far = _FAR.match(page.viewed, core.end) if operator in _WITHIN else None
    if far:
        operator, rule = ("ge", "and-up") if far.group(1).endswith("lên") else ("le", "and-down")
    return Compared(Span(start, core.end), operator, approximate, rule, per)


def before_number(page: Page, start: int) -> _Word | None:
    """The comparator right before `start`, in the same block; "ít nhất mỗi quý 01" has one too."""
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - _REACH)
    each = _EACH.search(page.viewed, low, start)
    match = _BEFORE.search(page.viewed, low, each.start() if each else start)
    hit = load("comparators").at(page.viewed, match.start(1)) if match else None
    if match is None or hit is None:
        return None
    period = load("periods").entry_of(each[1]) if each else None
    per = period.word("every") if period else None
    return _Word(Span(*match.span(1)), hit.entry.word("operator"), hit.entry.id, per)


def _after(page: Page, end: int) -> _Word | None:
    match = _AFTER.match(page.viewed, end)
    hit = load("comparators").at(page.viewed, match.start(1)) if match else None
    if match is None or hit is None:
        return None
    return _Word(Span(*match.span(1)), hit.entry.word("operator"), hit.entry.id)
