"""Lexicon cues at the beginning of a line: which wording of `layout.yml` a text starts with.

`starts("recipients", "Nơi nhận:")` is true; `equals("type_line", "KẾ HOẠCH")` is, and is not for
"KẾ HOẠCH THI ĐUA". Marks around the words do not count.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractor.lexicon.load import key_of, load
from extractor.lexicon.trie import alternation
from extractor.text import folded
from extractor.view import view

_LONGEST = 80  # characters of a line that can matter to a cue
_MARKS = ' \t*#_.:;,-–—()[]“”"'


def starts(cue: str, text: str) -> bool:
    """Whether `text` begins with a wording of the cue."""
    return _pattern(cue).match(bare(text[:_LONGEST])) is not None


def equals(cue: str, text: str) -> bool:
    """Whether `text` is a wording of the cue and nothing else."""
    return len(text) <= _LONGEST and _pattern(cue).fullmatch(bare(text)) is not None


def after(cue: str, text: str) -> str | None:
    """What follows the cue with which `text` begins, folded; None where it begins otherwise."""
    found = _pattern(cue).match(bare(text[:_LONGEST]))
    return bare(text[:_LONGEST])[found.end() :] if found else None


def before(cue: str, text: str) -> str:
    """`text` up to the first wording of the cue in it; the whole where there is none."""
    found = _pattern(cue).search(view(text))
    return text[: found.start()] if found else text


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """The folded text without marks at its ends: what is compared with cues."""
    return folded(text).strip(_MARKS)


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    words = alternation(key_of(alias) for alias in load("layout").by_id[cue].aliases)
    return re.compile(rf"(?:{words})(?!\w)")
