"""Words of the target lexicons as patterns over views.

`ends("target_reaches", "increase")` finds "tăng" at the end of `"chỉ số sản xuất tăng"`;
`opens` at the beginning, `holds` anywhere. Ids choose entries of the lexicon, none of them
means all. An entry's guards (`unless_before`) are not looked at here: where they matter, ask
`Lexicon.at` or `Lexicon.find`.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import load
from extractor.lexicon.trie import alternation


@cache
def words(lexicon: str, *ids: str) -> str:
    """The aliases of some entries as the source of one pattern, without boundaries."""
    by_alias = load(lexicon).by_alias
    chosen = [alias for alias, entry in by_alias.items() if not ids or entry.id in ids]
    return alternation(chosen) or r"(?!)"


@cache
def opens(lexicon: str, *ids: str) -> re.Pattern[str]:
    """One of the words at the beginning, marks and blanks before it allowed."""
    return re.compile(rf"^\W*(?:{words(lexicon, *ids)})(?!\w)")


@cache
def ends(lexicon: str, *ids: str) -> re.Pattern[str]:
    """One of the words at the end, marks and blanks behind it allowed."""
    return re.compile(rf"(?<!\w)(?:{words(lexicon, *ids)})\W*$")


@cache
def holds(lexicon: str, *ids: str) -> re.Pattern[str]:
    """One of the words anywhere."""
    return re.compile(rf"(?<!\w)(?:{words(lexicon, *ids)})(?!\w)")
