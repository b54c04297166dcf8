"""Posts and names over a signature, put right where one thing only can be meant.

In: the words of a page. Out: the words with "'ÁNH THANH TRA" made "CHÁNH THANH TRA", "VT. GIÁM ĐỐC"
over "PHÓ GIÁM ĐỐC" made "KT. GIÁM ĐỐC", all of it doubted; "Văn Phúc", a name of which a seal hides
the surname, becomes "… Phúc". The capacity of a deputy is often stamped or written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.lexicon.load import load
from extractor.reading.scan.engine import Seen
from extractor.reading.scan.looks import Line, lines_of
from extractor.text import without_marks

_UNREAD = 0.5
_LETTERS = re.compile(r"[^\W\d_]{2,}$")
_DEPUTY = "pho"
_CAPACITY = "KT."
_LONGEST = 4  # letters of what was read for the capacity
_SAID = ("kt", "tm", "tl", "tuq", "q", "pho")
_MIDDLE = ("Văn", "Thị")
_REPAIRED = 0.8  # the trust in a capacity that its lines give away


def posts(words: Sequence[Seen]) -> list[Seen]:
    """The words of a page with its posts in capitals put right where one thing only can be meant.

    "'ÁNH THANH TRA" is "CHÁNH THANH TRA", as no other post ends so. "VT. GIÁM ĐỐC" over "PHÓ GIÁM
    ĐỐC" is "KT. GIÁM ĐỐC": a deputy signs in the place of the head alone (Nghị định 30/2020/NĐ-CP,
    phụ lục I).
    """
    lines = sorted((_without_lead(line) for line in lines_of(words)), key=lambda line: line[0].top)
    kept = {id(word) for line in lines for word in line}
    words = [word for word in words if id(word) in kept]
    capital = [line for line in lines if _is_capital(line)]
    found = {id(line[0]): whole for line in capital if (whole := _whole_post(line))}
    for above, below in pairwise(capital):
        if _is_deputy(above, below):
            said = replace(above[0], text=_CAPACITY, doubt="repaired", sure=_REPAIRED)
            found[id(above[0])] = said
    hidden: Line = []
    for above, below in pairwise(capital):
        lost = _hidden_deputy(above, below)
        hidden += [*lost, *_unsaid_capacity(above, below, bool(lost))]
        for word, like in zip(below, above[-len(below) :] if lost else (), strict=False):
            found[id(word)] = replace(word, text=like.text, doubt="seal", sure=_REPAIRED)
    found |= {id(word): _unread(word) for word in _half_names(lines)}
    return [*(found.get(id(word), word) for word in words), *hidden]


def _without_lead(line: Line) -> Line:
    """A line of which the end is a post half hidden, without what a seal left before it."""
    for start in range(1, len(line) - 1):
        lead, rest = line[:start], line[start:]
        if any(word.text.isupper() and word.sure >= _UNREAD for word in lead):
            break
        if _is_capital(rest) and _whole_post(rest) is not None:
            return rest
    return line


def _hidden_deputy(above: Line, below: Line) -> Line:
    """What a seal hides of "PHÓ GIÁM ĐỐC" right under "GIÁM ĐỐC": no post is printed twice."""
    post, rest = ([without_marks(word.text).strip(".,;:'’") for word in x] for x in (above, below))
    close = 0 < below[0].top - above[0].top < 2 * (above[0].bottom - above[0].top)
    if not close or " ".join(post) not in _bare_posts() or post[-len(rest) :] != rest:
        return []
    lost = ["PHÓ", *(word.text for word in above[: len(above) - len(rest)])]
    place = replace(below[0], doubt="seal", sure=_REPAIRED)
    ends = range(below[0].x0 - 4 * len(lost), below[0].x0, 4)
    return [replace(place, text=text, x0=x, x1=x + 3) for text, x in zip(lost, ends, strict=True)]


def _unsaid_capacity(above: Line, below: Line, hidden: bool) -> Line:
    """KT before "GIÁM ĐỐC" right over "PHÓ GIÁM ĐỐC": a pen's letters were taken for no print."""
    post, deputy = (without_marks(" ".join(word.text for word in line)) for line in (above, below))
    close = below[0].top - above[0].top < 2 * (above[0].bottom - above[0].top)
    named = hidden or (deputy.strip(" .,") == f"{_DEPUTY} {post}" and post in _bare_posts())
    if not named or not close:
        return []
    width = above[0].bottom - above[0].top
    x1 = above[0].x0 - width // 3
    said = replace(above[0], text=_CAPACITY, doubt="repaired", sure=_REPAIRED)
    return [replace(said, x0=max(0, x1 - 2 * width), x1=x1)]


@cache
def _bare_posts() -> frozenset[str]:
    return frozenset(map(without_marks, load("posts").by_alias))


def _unread(word: Seen) -> Seen:
    return replace(word, text="…", doubt="unread", sure=0.0)


def _half_names(lines: Sequence[Line]) -> Line:
    """The first word of a signer's name that begins with what stands in the middle of names."""
    notes = next((line for line in lines if _is_notes(line)), None)
    if notes is None:
        return []
    return [
        line[0]
        for line in lines
        if line[0].top > notes[0].top and line[0].x0 > 2 * notes[-1].x1
        if len(line) == 2 and line[0].text in _MIDDLE and line[1].text[:1].isupper()
    ]


def _is_notes(line: Line) -> bool:
    return without_marks(" ".join(word.text for word in line[:2])).startswith("noi nhan")


def _whole_post(line: Line) -> Seen | None:
    """The first word of a post of which only its end was read."""
    clear = line[0].sure >= _UNREAD  # then its letters are the end of the word, and no others
    letters = _LETTERS.search(without_marks(line[0].text))
    rest = tuple(without_marks(word.text) for word in line[1:])
    whole = {
        post.split()[0]
        for post in load("posts").by_alias
        if letters and tuple(without_marks(post).split()[1:]) == rest
        if without_marks(post).split()[0].endswith(letters.group())
        if not clear or post.split()[0].upper().endswith(line[0].text)
    }
    if len(whole) != 1 or line[0].text.lower() in whole:
        return None
    return replace(line[0], text=whole.pop().upper(), doubt="seal", sure=_REPAIRED)


def _is_capital(line: Line) -> bool:
    return all(word.text.isupper() for word in line[1:] or line)


def _is_deputy(above: Line, below: Line) -> bool:
    post, deputy = ([without_marks(word.text) for word in line] for line in (above, below))
    close = below[0].top - above[0].bottom < below[0].bottom - below[0].top
    named = deputy[0] == _DEPUTY and post[1:] == deputy[1:]
    return close and named and len(post[0]) <= _LONGEST and post[0].strip(".,") not in _SAID
