"""Forms of address before a post or a person: "các đồng chí | Trưởng thôn", "ông | Lê Văn An".

They are no part of a name. Each function takes a place in the text and says what stands there.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_cues import words
from extractor.span import Span
from extractor.view import view


def past_address(reading: Reading, start: int) -> int:
    """The place behind "các đồng chí" and its like, which are no part of a name."""
    found = _address().match(view(reading.text[start : start + 24]))
    return start + found.end() if found else start


def is_one_person(reading: Reading, address: Span) -> bool:
    """Whether a form of address is to one: "đồng chí" without các, however many posts follow."""
    spoken = view(address.of(reading.text)).strip()
    return bool(spoken) and not spoken.startswith("các")


def without_address(before: str) -> str:
    """What stands before a form of address at the end of `before`, a view."""
    found = address_behind().search(before)
    return before[: found.start()] if found else before


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('address')}) +(?:là +)?")


@cache
def address_behind() -> re.Pattern[str]:
    """A form of address at the end of a view."""
    return re.compile(rf"(?<!\w)(?:{words('address')}) +$")
