"""Numbers as Vietnamese writes them: "4.758,5", "33,59", "02", "một trăm", "01 (một)".

`numerals(page)` gives each number with its value: the point parts thousands, the comma decimals;
a point before one, two or more than three digits is read as a decimal point ("98.5").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.page import Page
from extractor.span import Span

DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
STUCK = r"(?:ha|kg|km|m2|m3|mw|tấn)"  # units that stand close: "100ha"
_NUMBER = re.compile(
    rf"(?<![\w.,/+])(?<![^\W\d_]-)(?:{DIGITS})(?![./,]\d|-[^\W\d_]|/[^\W\d_]+[-/])(?:(?!\w)|(?={STUCK}(?!\w)))"
)
_RATIO = re.compile(r"(?<![\w.,/+-])(\d{1,5}) ?/ ?(\d{1,5})(?![\w/,]|\.\d| ?/)")
_RESTATED = re.compile(r" *\([^\W\d_][^)\d]{0,30}\)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at its place; `word` if in letters; `of` is the second figure of a ratio."""

    span: Span
    value: int | float
    word: bool = False
    of: int | None = None


def numerals(page: Page) -> Iterator[Numeral]:
    """Every number in figures, left to right; "01 (một)" is one number."""
    for match in _NUMBER.finditer(page.viewed):
        yield Numeral(Span(match.start(), _restated(page, match.end())), value_of(match.group()))


def ratios(page: Page) -> Iterator[Numeral]:
    """Every "13/13", left to right."""
    for match in _RATIO.finditer(page.viewed):
        yield Numeral(Span(*match.span()), int(match.group(1)), of=int(match.group(2)))


def words(page: Page) -> Iterator[Numeral]:
    """Every number in letters; whether it counts anything is for the caller to say."""
    for hit in load("numbers").find(page.viewed):
        yield Numeral(hit.span, int(hit.entry.word("value")), word=True)


def value_of(figures: str) -> int | float:
    """The value of figures: `4.758,5` is 4758.5, `02` is 2, `98.5` is 98.5."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        figures = figures.replace(".", "")
    value = float(figures.replace(",", "."))
    return int(value) if value.is_integer() else value


def _restated(page: Page, end: int) -> int:
    match = _RESTATED.match(page.viewed, end)
    if match is None:
        return end
    inside = match.group().strip(" ()")
    return match.end() if load("numbers").entry_of(inside) else end
