"""Several looks at one printed line made into one: for each word, what most looks saw.

In: the words that each look saw, with their places: `[["Y", "tê"], ["Y", "tế"], ["Y", "tế"]]`. Out:
"Y" and "tế", each with the share of trust it won. Words of different looks belong together where
they stand over each other, also where one look saw one word and another two ("SởY", "Sở Y"). A look
that saw nothing there votes for nothing, so that specks which one look takes for letters fall out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import fmean

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Seen
from extractor.text import without_marks

_OVER = 0.35  # of the narrower one's width: words that stand over each other less are neighbours
_SCRAWL = 0.5  # trust that no look reached: strokes of a pen, the rim of a seal
_SIGN = 0.6  # the same for signs; a dash may have it from several looks together
_LETTER = 0.7  # the same for a letter by itself
_DASHED = 0.3
_DASH = re.compile(r"^[_~–—-]$")
_STROKES = re.compile(r"[IVXlịỊ|Ï]{1,4}[.,;:)]{0,2}")
_COUNTED = ("muc", "phan", "luc", "chuong", "quy")  # "Như mục II;": what follows is a numeral
_NOTHING = 0.45  # the trust in having seen nothing


@dataclass(slots=True)
class Group:
    """One place in a line: what each look saw there, from left to right; `last` ends it."""

    last: Seen
    looks: dict[int, list[Seen]] = field(default_factory=lambda: defaultdict(list))

    def holds(self, word: Seen) -> bool:
        """Whether the next word stands over the group's last one."""
        narrow = max(1, min(word.x1 - word.x0, self.last.x1 - self.last.x0))
        return self.last.x1 - word.x0 >= _OVER * narrow


def voted(looks: Sequence[Sequence[Seen]]) -> list[Seen]:
    """The words of a line that won; `sure` is the trust in them over the number of looks."""
    if len(looks) < 2:
        return list(looks[0]) if looks else []
    found: list[Seen] = []
    for group in groups(looks):
        counted = bool(found) and without_marks(found[-1].text) in _COUNTED
        found += _winner(group, len(looks), opens=not found, counted=counted)
    return found


def differ(looks: Sequence[Sequence[Seen]]) -> bool:
    """Whether the looks saw different words."""
    first, *others = (" ".join(word.text for word in look) for look in looks)
    return any(other != first for other in others)


def groups(looks: Sequence[Sequence[Seen]]) -> Iterator[Group]:
    """The words of all looks by place, from left to right."""
    words = ((word, number) for number, look in enumerate(looks) for word in look)
    group: Group | None = None
    for word, number in sorted(words, key=lambda pair: (pair[0].x0, -pair[0].x1)):
        if group is None or not group.holds(word):
            if group is not None:
                yield group
            group = Group(word)
        group.looks[number].append(word)
        group.last = max(group.last, word, key=lambda seen: seen.x1)
    if group is not None:
        yield group


def _winner(group: Group, looks: int, *, opens: bool, counted: bool) -> list[Seen]:
    """The words that won at one place; `opens` says that a line begins with it, `counted` that a
    word before it asks for a number."""
    trust: dict[str, float] = defaultdict(float)
    best: dict[str, list[Seen]] = {}
    for words in group.looks.values():
        text = " ".join(_DASH.sub("-", word.text) for word in words)
        sure = fmean(word.sure for word in words)
        trust[text] += sure
        if text not in best or sure > fmean(word.sure for word in best[text]):
            best[text] = words
    strokes = counted and any(_STROKES.fullmatch(seen) for seen in best)
    trust[""] = 0.0 if strokes else _NOTHING * (looks - len(group.looks))
    if opens and trust["-"] >= _DASHED:
        trust["-"] = looks  # a small dash is easily missed, and an item of a list lost with it
    text = max(trust, key=lambda seen: trust[seen])
    words = [replace(word, sure=trust[text] / looks) for word in best.get(text, [])]
    if not text or (not strokes and _is_scrawl(text, group, trust[text])):
        return []
    return _in_place(words, group.looks.get(0, []))


def _is_scrawl(text: str, group: Group, trust: float) -> bool:
    """Whether no look trusts what it saw, and it is no syllable and no number either."""
    seen = max(word.sure for words in group.looks.values() for word in words)
    if any(map(str.isdigit, text)):
        return False
    if not any(map(str.isalpha, text)):
        return seen < _SIGN and (trust < _SIGN or text != "-")
    return (seen < _SCRAWL and plausible(text) <= 0) or (seen < _LETTER and len(text) == 1)


def _in_place(words: list[Seen], first: list[Seen]) -> list[Seen]:
    """The words where the first look saw them: looks at a single line misplace some boxes."""
    if len(words) != len(first):
        return words
    return [
        replace(word, x0=seen.x0, top=seen.top, x1=seen.x1, bottom=seen.bottom)
        for word, seen in zip(words, first, strict=True)
    ]
