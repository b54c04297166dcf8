"""Words around times, as alternations for patterns: what `window_words.yml` marks with a key.

`words("close")` is a pattern source that matches "kết thúc", "hết" or "cuối" as whole words.
"""

from __future__ import annotations

from extractor.lexicon.load import bounded, load


def words(key: str) -> str:
    """The words that bear a key, as whole words in one group."""
    return bounded(load("window_words").some(**{key: True}))


def says(key: str, word: str) -> bool:
    """Whether a word (a view) is one of those that bear a key."""
    entry = load("window_words").entry_of(word)
    return entry is not None and entry.flag(key)
