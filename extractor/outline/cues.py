"""Lexicon cues at the beginning of a line: which wording of `layout.yml` a text starts with."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import load
from extractor.text import folded

_LONGEST = 80  # characters of a line that can matter to a cue
_MARKS = ' \t*#_.:;,-–—()[]“”"'


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    words = sorted(map(folded, load("layout").by_id[cue].aliases), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")


def bare(text: str) -> str:
    """The folded text without marks at its ends: what is compared with cues."""
    return folded(text).strip(_MARKS)


def starts(cue: str, text: str) -> bool:
    """Whether `text` begins with a wording of the cue: `starts("recipients", "Nơi nhận:")`."""
    return _pattern(cue).match(bare(text[:_LONGEST])) is not None


def equals(cue: str, text: str) -> bool:
    """Whether `text` is a wording of the cue and nothing else."""
    return len(text) <= _LONGEST and _pattern(cue).fullmatch(bare(text)) is not None
