"""Units that stand in brackets: behind the name of a column or a row, or above a whole table.

`bracketed("Tổng lượt khách (triệu lượt)")` is `("Tổng lượt khách", "triệu lượt")`; "(ĐVT: liều)" in
the line above a table is the unit of all its figures.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load
from extractor.text import clean
from extractor.view import view

_BRACKETED = re.compile(r"\s*\((?:ĐVT:? ?|[Đđ]ơn vị(?: tính)?:? ?)?([^()\d]{1,30})\)\s*$")
_THOUSANDS = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ) \w")
_ABOVE = re.compile(r"(?:ĐVT|[Đđ]ơn vị tính) ?:? ?([^()\d:;.]{1,30}?)\s*(?:[).:;]|$)")


def bracketed(text: str) -> tuple[str, str]:
    """A name without the unit in brackets at its end, and that unit; empty where it has none."""
    found = _BRACKETED.search(text)
    if found is None or not is_unit(found[1]):
        return clean(text), ""
    return clean(text[: found.start()]), clean(found[1])


def unit_above(text: str) -> str:
    """The unit that the line above a table states for all of it."""
    found = _ABOVE.search(text)
    return clean(found[1]) if found else ""


def is_unit(word: str) -> bool:
    """Whether a word is a unit of the lexicon and nothing more, or so many thousands of one."""
    hit = load("units").at(view(word), 0)
    if hit is not None and hit.span.end == len(word):
        return True
    return _THOUSANDS.match(view(word)) is not None and is_unit(word.split(maxsplit=1)[1])
