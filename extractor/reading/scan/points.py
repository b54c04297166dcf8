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
_COUNTED = re.compile(
    rf"(\d{{1,2}}[.)])([{UPPER}][^\W\d_]{{0,9}}[.,;:]?)|([IVX]{{1,5}}\.)([{UPPER}]{{2,10}}[.,;:]?)"
)
_GLUED = re.compile(rf"([^\W\d_]{{2,7}}[,;:])([{LOWER}]{{2,7}}[.,;:)]{{0,2}})")
_OPENING = re.compile(r"[-+*•–—“\"'‘(\[/…]|\.{3}")  # signs that open a line for a reason
_DASHED = re.compile(r"[_~=–—-]{2,5}")


def pointed(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line with its points and numbers put right."""
    found = with_blanks(with_number_apart(without_first_dirt(words)))
    return without_last_marks(without_false_stops(found))


def without_first_dirt(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line without the specks of a margin: `["„", "Căn", "cứ"]`, `["-", "-"]`.

    Strokes one after the other before a capital are the dash of a list.
    """
    kept = list(words)
    while len(kept) > 1 and _is_dirt(kept[0].text):
        if _DASHED.fullmatch(kept[0].text) and kept[1].text[:1].isupper():
            kept[0] = replace(kept[0], text="-")
            break
        del kept[0]
    while len(kept) > 2 and kept[0].text == kept[1].text == "-":
        del kept[0]
    return kept


def _is_dirt(text: str) -> bool:
    return (not any(map(str.isalnum, text)) and not _OPENING.match(text)) or bool(
        _DASHED.fullmatch(text)
    )


def with_blanks(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line, two where the blank behind a comma was missed (`Yên,ngày`)."""
    found: list[Seen] = []
    for word in words:
        glued = _GLUED.fullmatch(word.text)
        if glued is None or min(plausible(glued[1][:-1]), plausible(glued[2])) <= 0:
            found.append(word)
            continue
        cut = word.x0 + round((word.x1 - word.x0) * len(glued[1]) / len(word.text))
        found += [
            replace(word, text=glued[1], x1=cut - 1),
            replace(word, text=glued[2], x0=cut + 1),
        ]
    return found


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
    number, name = (part for part in found.groups() if part)
    cut = first.x0 + round((first.x1 - first.x0) * len(number) / len(first.text))
    parts = replace(first, text=number, x1=cut - 1), replace(first, text=name, x0=cut + 1)
    return [*parts, *words[1:]]
