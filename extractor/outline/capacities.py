"""Capacity marks of a signature: from a line to the marks in it (TM., KT., TL., TUQ., Q.).

`capacity_marks("KT. CHỦ TỊCH")` yields `Mark("KT", Span(0, 4))`. The words are those of the lexicon
`capacities.yml`; they count in capitals only, and only before a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from extractor.lexicon.load import Entry, load
from extractor.lexicon.trie import alternation
from extractor.plan.model import Capacity
from extractor.span import Span
from extractor.text import UPPER

_LEAD = re.compile(r"[\W_]*")
_CAPACITIES: dict[str, Capacity] = {name: name for name in get_args(Capacity)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and its place in the line, the blanks behind it included."""

    capacity: Capacity
    span: Span


def capacity_marks(text: str) -> Iterator[Mark]:
    """Every mark of a line, from left to right."""
    for found in _pattern().finditer(text):
        entry = load("capacities").entry_of(found["plain"] or found["dotted"])
        if entry is not None:
            yield Mark(_CAPACITIES[entry.id], Span(found.start(), found.end()))


def opens_signature(text: str) -> bool:
    """Whether a line begins with a mark, as the block of the signature does."""
    lead = _LEAD.match(text)
    return _pattern().match(text, lead.end() if lead else 0) is not None


@cache
def _pattern() -> re.Pattern[str]:
    entries = load("capacities").entries
    plain = _words(entry for entry in entries if not entry.flag("dotted"))
    dotted = _words(entry for entry in entries if entry.flag("dotted"))
    return re.compile(
        rf"(?<!\w)(?:(?P<plain>{plain})(?:\s{{0,3}}[./]\s{{0,4}}|\s{{1,4}})"
        rf"|(?P<dotted>{dotted})\s?[./]\s{{0,4}})(?=[{UPPER}])"
    )


def _words(entries: Iterator[Entry]) -> str:
    return alternation(alias for entry in entries for alias in entry.aliases)
