"""Full stops and marks that are dirt, and numbers that lost the blank behind theirs.

`["phong", "trào.", "thi", "đua"]` is `["phong", "trào", "thi", "đua"]`: behind a full stop no small
letter follows, and dirt on the baseline looks like one. `["gồm:", "."]` and `["đua.."]` at the end
of a line are `["gồm:"]` and `["đua."]`. `["1.I", "TỔ", "CHỨC"]` at the start of a
line is `["1.", "I", "TỔ", "CHỨC"]`: a number stands apart from what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Seen
from extractor.text import LOWER, UPPER

# Short words may be abbreviations ("tr.", "sđd."), and so may those with a capital ("TP.").
_STOPPED = re.compile(rf"[{LOWER}]{{3,7}}\.")
_SMALL = re.compile(rf"[{LOWER}]{{2,7}}[.,;:)]{{0,2}}")
_LONE = re.compile(r"[.,;:'’·•-]{1,2}")
_ENDED = re.compile(r"[.,;:'’·•-]$")
_DOUBLED = re.compile(r"([^.]{1,20}[^.\d][.;:])\.")
_COUNTED = re.compile(rf"(\d{{1,2}}[.)])([{UPPER}][^\W\d_]{{0,9}}[.,;:]?)")


def pointed(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line with its points and numbers put right."""
    return without_last_marks(without_false_stops(with_number_apart(words)))


def without_last_marks(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line without lone marks behind a mark that ends a sentence or opens a list."""
    kept = list(words)
    while len(kept) > 1 and _LONE.fullmatch(kept[-1].text) and _ENDED.search(kept[-2].text):
        kept.pop()
    if kept and (doubled := _DOUBLED.fullmatch(kept[-1].text)):
        kept[-1] = replace(kept[-1], text=doubled[1])
    return kept


def without_false_stops(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line; a full stop before a small word goes, and leaves a doubt."""
    return [
        replace(word, text=word.text[:-1], doubt=word.doubt or "repaired")
        if after and _is_false(word.text, after.text)
        else word
        for word, after in zip_longest(words, words[1:])
    ]


def _is_false(word: str, after: str) -> bool:
    stopped = _STOPPED.fullmatch(word) and plausible(word[:-1]) > 0
    return bool(stopped and _SMALL.fullmatch(after) and plausible(after) > 0)


def with_number_apart(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line that begins with a number, the number by itself."""
    found = _COUNTED.fullmatch(words[0].text) if len(words) > 1 else None
    if found is None:
        return list(words)
    first = words[0]
    cut = first.x0 + round((first.x1 - first.x0) * len(found[1]) / len(first.text))
    number = replace(first, text=found[1], x1=cut - 1)
    return [number, replace(first, text=found[2], x0=cut + 1), *words[1:]]
