"""Figures of table cells: "≥ 90%", "10 - 13", "Từ 95% trở lên", "02 mô hình", "Giảm 5".

`figure_of("≥ 90%")` is `Figure("ge", 90, None, "%")`; a cell that holds more than a figure
gives None. In a table the year stands in the header, so that "2000" is an amount here and no
year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from extractor.fields.targets.vocabulary import words
from extractor.lexicon.load import load
from extractor.plan.model import Change, Operator
from extractor.recognise.numerals import DIGITS, value_of
from extractor.view import view

_LONGEST_UNIT = 4  # words


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell states: operator, value, what it counts ("%", "mô hình", ""), a change."""

    operator: Operator
    value: float
    value_max: float | None
    unit: str
    change: Change | None


def figure_of(text: str) -> Figure | None:
    """The figure that is all a cell holds."""
    text = text.strip()
    found = _pattern().fullmatch(view(text))
    if found is None:
        return None
    upper = value_of(found["upper"]) if found["upper"] else None
    return Figure(
        operator=_operator(found) if upper is None else "between",
        value=value_of(found["value"]),
        value_max=upper,
        unit=text[slice(*found.span("unit"))].strip() if found["unit"] else "",
        change=_change(found["moves"]),
    )


def _operator(found: re.Match[str]) -> Operator:
    """The operator that the sign before or the words behind the number say; a bare one is `eq`."""
    before, after = (_said(found[group]) for group in ("before", "after"))
    return cast(Operator, after if after and before in ("", "ge") else before or "eq")


def _said(sign: str | None) -> str:
    entry = load("comparators").entry_of(sign) if sign else None
    operator = entry.word("operator") if entry else ""
    return "" if operator == "approximate" else operator


def _change(moves: str | None) -> Change | None:
    entry = load("target_reaches").entry_of(moves) if moves else None
    return cast("Change | None", entry.word("change") if entry else None)


@cache
def _pattern() -> re.Pattern[str]:
    before, after = (load("comparators").some(position=place) for place in ("before", "after"))
    moves = words("target_reaches", "increase", "decrease")
    word = r"[^\W\d_][\w/]*"
    unit = rf"%(?:/năm)?|{word}(?: +{word}){{0,{_LONGEST_UNIT - 1}}}?"
    return re.compile(
        rf"(?:(?:đạt|là) +)?(?:(?P<moves>{moves}) +)?(?P<before>{before})? *(?P<value>{DIGITS})"
        rf"(?: *%? *- *(?P<upper>{DIGITS}))? *(?P<unit>{unit})? *(?P<after>{after})?[ .*]*"
    )
