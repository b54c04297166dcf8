"""Words around awards, as alternations for patterns: what `award_words.yml` marks with a key.

`words("confer")` is a pattern source that matches "tặng" or "xét tặng" as whole words.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import bounded, load


def words(key: str) -> str:
    """The words that bear a key, as whole words in one group."""
    return bounded(load("award_words").some(**{key: True}))


def says(key: str, text: str) -> bool:
    """Whether a text (a view) is, as a whole, a word that bears a key."""
    entry = load("award_words").entry_of(text)
    return entry is not None and entry.flag(key)


@cache
def conditions(kind: str) -> re.Pattern[str]:
    """The words of `award_conditions.yml` of one kind, as whole words."""
    return re.compile(bounded(load("award_conditions").some(kind=kind)))
