"""Quantities: a number with its comparators and what it counts.

`find_quantities("đạt từ 99% trở lên")` gives one percent, `ge` 99, over "từ 99% trở lên". Numbers that
count nothing (Điều 5, lần thứ 2, 08 giờ 00, 13/13 ấp) are found too, with their kind, so that nobody
takes them for an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.citations import find_citations
from extractor.recognise.dates import find_dates
from extractor.recognise.model import Quantity
from extractor.recognise.numerals import Numeral, numerals, words
from extractor.recognise.overlap import Blocked
from extractor.recognise.page import Page
from extractor.recognise.quantity_kinds import kind_of, not_an_amount
from extractor.span import Span

_TO = re.compile(r" *%? *(?:-|đến|tới) *(?:hết *)?")
_PER = re.compile(r" */ *(?:0?1 +)?(ngày|tuần|tháng|quý|năm)(?!\w)")
_PERIODS = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
_FAR = re.compile(r"(?: *[^\W\d_][\w/]*){1,5}? +(trở +lên|trở +xuống)(?!\w)")
_BASELINE = re.compile(
    r"(?: *[^\W\d_][\w/]*){0,4}? *(?:lên|xuống|thành)(?: +còn| +đến)?(?= +\d| +dưới| +trên)"
)
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Compared:
    """What stands around a number: where the quantity begins and ends, and what it means."""

    span: Span
    operator: str
    approximate: bool = False
    rule: str = "bare"


def find_quantities(text: str, taken: Iterable[Span] | None = None) -> tuple[Quantity, ...]:
    """Every number of `text` (NFC) outside `taken` (citations and dates, found here if not given)."""
    page = Page.of(text)
    if taken is None:
        taken = [*(c.head for c in find_citations(text)), *(d.core for d in find_dates(text))]
    blocked = Blocked(taken)
    loose = [n for n in numerals(page) if not blocked.touches(n.span)]
    spelled = [n for n in words(page) if not blocked.touches(n.span) and _spelled(page, n)]
    found: list[Quantity] = []
    pending = sorted([*loose, *spelled], key=lambda n: n.span)
    for i, numeral in enumerate(pending):
        if found and numeral.span.start < found[-1].core.end:
            continue
        following = pending[i + 1] if i + 1 < len(pending) else None
        found.append(_quantity(page, numeral, following))
    return tuple(found)


def _spelled(page: Page, numeral: Numeral) -> bool:
    """A number in letters counts only behind a comparator or before a known unit."""
    if _before(page, numeral.span.start) is not None:
        return True
    start = _blanks(page, numeral.span.end)
    return start is not None and load("units").at(page.viewed, start) is not None


def _quantity(page: Page, numeral: Numeral, following: Numeral | None) -> Quantity:
    upper = _upper(page, numeral, following)
    core = Span(numeral.span.start, upper.span.end if upper else numeral.span.end)
    kind = kind_of(page, core)
    core = kind.core
    off = not_an_amount(page, Span(numeral.span.start, core.end), kind)
    compared = _compared(page, core, upper is not None)
    per = _PER.match(page.viewed, kind.unit_span.end if kind.unit_span else core.end)
    return Quantity(
        span=core if off else compared.span,
        core=core,
        kind=off or kind.name,
        value=numeral.value,
        value_max=upper.value if upper else None,
        operator=compared.operator if not off else "eq",
        unit=None if off in {"reference", "ordinal", "time", "name"} else kind.unit,
        unit_span=None if off in {"reference", "ordinal", "time", "name"} else kind.unit_span,
        approximate=compared.approximate,
        per=_PERIODS[per.group(1)] if per else None,
        rule=compared.rule,
    )


def _upper(page: Page, numeral: Numeral, following: Numeral | None) -> Numeral | None:
    """The upper end of "từ 3 đến 5", "60-70%", "95% đến 100%"."""
    if following is None or numeral.word or following.value <= numeral.value:
        return None
    between = page.viewed[numeral.span.end : following.span.start]
    return following if _TO.fullmatch(between) else None


def _compared(page: Page, core: Span, ranged: bool) -> _Compared:
    before = _before(page, core.start)
    start = before[0] if before else core.start
    operator, approximate, rule = "eq", False, "bare"
    if before:
        operator, rule = before[1], before[2]
    if operator == "approximate":
        operator, approximate = "eq", True
    if ranged:
        return _Compared(Span(start, core.end), "between", approximate, "range")
    after = _after(page, core.end)
    if after:
        return _Compared(
            Span(start, after[0]),
            after[1] if operator in {"eq", "ge"} else operator,
            approximate,
            after[2],
        )
    if _BASELINE.match(page.viewed, core.end):
        return _Compared(Span(start, core.end), "eq", approximate, "baseline")
    far = _FAR.match(page.viewed, core.end)
    if far and operator in {"eq", "ge"}:
        said = "ge" if far.group(1).endswith("lên") else "le"
        return _Compared(Span(start, core.end), said, approximate, "and-up")
    return _Compared(Span(start, core.end), operator, approximate, rule)


def _comparator(position: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format(load("comparators").some(position=position)))


_BEFORE = _comparator("before", r"(?<!\w)({}) *$")
_AFTER = _comparator("after", r" *({})(?!\w)")


def _before(page: Page, start: int) -> tuple[int, str, str] | None:
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - _REACH)
    match = _BEFORE.search(page.viewed, low, start)
    if match is None:
        return None
    hit = load("comparators").at(page.viewed, match.start(1))
    return (match.start(1), hit.entry.word("operator"), hit.entry.id) if hit else None


def _after(page: Page, end: int) -> tuple[int, str, str] | None:
    match = _AFTER.match(page.viewed, end)
    hit = load("comparators").entry_of(match.group(1)) if match else None
    return (match.end(), hit.word("operator"), hit.id) if match and hit else None


def _blanks(page: Page, end: int) -> int | None:
    match = re.compile(r" +").match(page.viewed, end)
    return match.end() if match else None
