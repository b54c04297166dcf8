"""Quantities: a number with its comparators and what it counts.

`find_quantities("đạt từ 99% trở lên")` gives one percent, `ge` 99, over "từ 99% trở lên". Numbers
that count nothing (Điều 5, lần thứ 2, 08 giờ 00, 13/13 ấp) are found too, with their kind, so
that nobody takes them for an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.lexicon.load import load
from extractor.recognise.citations import find_citations
from extractor.recognise.comparators import Compared, before_number, compared
from extractor.recognise.dates import find_dates
from extractor.recognise.model import Quantity
from extractor.recognise.number_roles import role_of
from extractor.recognise.numerals import Numeral, numerals, ratios, words
from extractor.recognise.overlap import Blocked
from extractor.recognise.page import Page
from extractor.recognise.quantity_units import Kind, kind_of
from extractor.span import Span

_TO = re.compile(r" *%? *(?:-|÷|~|đến|tới) *(?:hết *)?")
_PER = re.compile(r" */ *(?:0?1 +)?(ngày|tuần|tháng|quý|năm)(?!\w)")
_PERIODS = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "năm": "year",
}


def find_quantities(text: str, taken: Iterable[Span] | None = None) -> tuple[Quantity, ...]:
    """Every number of `text` (NFC) outside `taken` (citations and dates, found if not given)."""
    page = Page.of(text)
    if taken is None:
        taken = [*(c.head for c in find_citations(text)), *(d.core for d in find_dates(text))]
    blocked = Blocked(taken)
    spelled = (n for n in words(page) if _counts(page, n))
    found = (n for n in (*numerals(page), *spelled) if not blocked.touches(n.span))
    measured = [*_measured(page, sorted(found, key=lambda n: n.span))]
    measured += [_ratio(page, r) for r in ratios(page) if not blocked.touches(r.span)]
    return tuple(sorted(measured, key=lambda quantity: quantity.core))


def _measured(page: Page, found: list[Numeral]) -> Iterable[Quantity]:
    end = 0
    for i, numeral in enumerate(found):
        if numeral.span.start >= end:
            following = found[i + 1] if i + 1 < len(found) else None
            quantity = _quantity(page, numeral, following)
            end = quantity.core.end
            yield quantity


def _counts(page: Page, numeral: Numeral) -> bool:
    """A number in letters counts only behind a comparator or before a known unit."""
    if before_number(page, numeral.span.start) is not None:
        return True
    start = page.after_blanks(numeral.span.end)
    return start is not None and load("units").at(page.viewed, start) is not None


def _quantity(page: Page, numeral: Numeral, following: Numeral | None) -> Quantity:
    upper = _upper(page, numeral, following)
    kind = kind_of(page, Span(numeral.span.start, (upper or numeral).span.end))
    role = role_of(page, kind.core, kind)
    if role:
        nothing = Compared(kind.core, "eq", False, role)
        return _made(page, numeral, upper, Kind(role, kind.core), nothing)
    around = compared(page, kind.core, upper is not None)
    if numeral.word and around.rule == "bare":
        around = Compared(around.span, "eq", False, "word")
    return _made(page, numeral, upper, kind, around)


def _made(
    page: Page, numeral: Numeral, upper: Numeral | None, kind: Kind, around: Compared
) -> Quantity:
    per = _PER.match(page.viewed, kind.unit_span.end if kind.unit_span else kind.core.end)
    return Quantity(
        span=around.span,
        core=kind.core,
        kind=kind.name,
        value=numeral.value,
        value_max=upper.value if upper else None,
        operator=around.operator,
        unit=kind.unit,
        unit_span=kind.unit_span,
        approximate=around.approximate,
        per=_PERIODS[per.group(1)] if per else around.per,
        rule="cell" if _is_cell(page, kind.core) else around.rule,
    )


def _upper(page: Page, numeral: Numeral, following: Numeral | None) -> Numeral | None:
    """The upper end of "từ 3 đến 5", "60-70%", "95% đến 100%"."""
    if following is None or numeral.word or following.value <= numeral.value:
        return None
    between = page.viewed[numeral.span.end : following.span.start]
    return following if _TO.fullmatch(between) else None


def _is_cell(page: Page, core: Span) -> bool:
    """Whether the number is all that its block says, as in a table of figures."""
    before, behind = page.viewed[core.start - 1 : core.start], page.viewed[core.end : core.end + 1]
    return core.start > 0 and before == "\n" and behind in {"\n", ""}


def _ratio(page: Page, ratio: Numeral) -> Quantity:
    """ "13/13 ấp" describes whom it is about: value of value_max."""
    kind = kind_of(page, ratio.span)
    around = compared(page, ratio.span, False)
    if around.rule == "bare":
        around = Compared(ratio.span, "eq", False, "ratio")
    upper = Numeral(ratio.span, ratio.of or 0)
    return _made(page, ratio, upper, Kind("ratio", ratio.span, kind.unit, kind.unit_span), around)
