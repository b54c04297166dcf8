"""Signatures under seals and pens: each line looked at without the strokes through it.

In: a page and the words of its signature, `["Văn", "Phúc"]` where a rim hides the surname. Out:
the words, `["Hà", "Văn", "Phúc"]` where the line freed of strays shows more of them, all of that
line with the doubt "seal". A line of which nothing more is seen stays as it was. The capacity of a
deputy is often stamped or written by hand: `posts` says KT where nothing else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.lexicon.load import load
from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.crops import Crop, looked_at
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.looks import Line, lines_of
from extractor.reading.scan.strays import without_strays
from extractor.text import without_marks

_BESIDE = 5  # heights to the left and right in which a hidden word is looked for
_SIZES = (1.0, 1.5)
_UNREAD = 0.5
_LETTERS = re.compile(r"[^\W\d_]{2,}$")
_DEPUTY = "pho"
_LONGEST = 4  # letters of what was read for the capacity
_SAID = ("kt", "tm", "tl", "tuq", "q", "pho")
_CLEAR = 0.9  # trust in a word that nothing runs through
_MIDDLE = ("Văn", "Thị")
_REPAIRED = 0.8  # the trust in a capacity that its lines give away
_SURE = 0.7  # of each word of the line that is taken


def freed(grey: Grey, words: Sequence[Seen]) -> list[Seen]:
    """The words of a signature, those that strokes hid among them, without lone letters."""
    rows = (row for row in _rows(words) if sum(len(word.text) for word in row) > 1)
    return [word for row in rows for word in _freed(grey, row)]


def posts(words: Sequence[Seen]) -> list[Seen]:
    """The words of a page with its posts in capitals put right where one thing only can be meant.

    "'ÁNH THANH TRA" is "CHÁNH THANH TRA", as no other post ends so. "VT. GIÁM ĐỐC" over "PHÓ GIÁM
    ĐỐC" is "KT. GIÁM ĐỐC": a deputy signs in the place of the head alone (Nghị định 30/2020/NĐ-CP,
    phụ lục I).
    """
    lines = sorted(lines_of(words), key=lambda line: line[0].top)
    capital = [line for line in lines if _is_capital(line)]
    found = {id(line[0]): whole for line in capital if (whole := _whole_post(line))}
    for above, below in pairwise(capital):
        if _is_deputy(above, below):
            found[id(above[0])] = replace(above[0], text="KT.", doubt="repaired", sure=_REPAIRED)
    hidden: Line = []
    for above, below in pairwise(capital):
        lost = _hidden_deputy(above, below)
        hidden += lost
        for word, like in zip(below, above[-len(below) :] if lost else (), strict=False):
            found[id(word)] = replace(word, text=like.text, doubt="seal", sure=_REPAIRED)
    found |= {id(word): _unread(word) for word in _half_names(lines)}
    return [*(found.get(id(word), word) for word in words), *hidden]


def _hidden_deputy(above: Line, below: Line) -> Line:
    """What a seal hides of "PHÓ GIÁM ĐỐC" right under "GIÁM ĐỐC": no post is printed twice."""
    post, rest = ([without_marks(word.text).strip(".,;:'’") for word in x] for x in (above, below))
    close = 0 < below[0].top - above[0].top < 2 * (above[0].bottom - above[0].top)
    if not close or len(rest) >= len(post) or post[-len(rest) :] != rest:
        return []
    lost = ["PHÓ", *(word.text for word in above[: -len(rest)])]
    place = replace(below[0], doubt="seal", sure=_REPAIRED)
    ends = range(below[0].x0 - 4 * len(lost), below[0].x0, 4)
    return [replace(place, text=text, x0=x, x1=x + 3) for text, x in zip(lost, ends, strict=True)]


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
    if line[0].sure >= _UNREAD:
        return None
    letters = _LETTERS.search(without_marks(line[0].text))
    rest = tuple(without_marks(word.text) for word in line[1:])
    whole = {
        post.split()[0]
        for post in load("posts").by_alias
        if letters and tuple(without_marks(post).split()[1:]) == rest
        if without_marks(post).split()[0].endswith(letters.group())
    }
    if len(whole) != 1:
        return None
    return replace(line[0], text=whole.pop().upper(), doubt="seal", sure=_REPAIRED)


def _is_capital(line: Line) -> bool:
    return all(word.text.isupper() for word in line[1:] or line)


def _is_deputy(above: Line, below: Line) -> bool:
    post, deputy = ([without_marks(word.text) for word in line] for line in (above, below))
    close = below[0].top - above[0].bottom < below[0].bottom - below[0].top
    named = deputy[0] == _DEPUTY and post[1:] == deputy[1:]
    return close and named and len(post[0]) <= _LONGEST and post[0].strip(".,") not in _SAID


def _rows(words: Sequence[Seen]) -> Iterator[Line]:
    """The words by printed line, whichever look they are from."""
    row: Line = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if row and (word.top + word.bottom) / 2 > row[-1].bottom:
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _freed(grey: Grey, row: Line) -> Line:
    line = _crop(row, grey.shape[1])
    picture = without_strays(grey, line)
    for size in _SIZES:
        found = looked_at(picture, line, size)
        if _shows_more(found, row):
            return [
                replace(word, line=(-2, word.line[1], row[0].top), doubt="seal") for word in found
            ]
    return row


def _crop(row: Line, width: int) -> Crop:
    print_ = [word for word in row if word.sure >= _SURE] or row
    top, bottom = min(word.top for word in print_), max(word.bottom for word in print_)
    beside = _BESIDE * (bottom - top)
    return Crop(max(0, row[0].x0 - beside), top, min(width, row[-1].x1 + beside), bottom)


def _shows_more(found: Line, row: Line) -> bool:
    """Whether the words are those of the row and more, or surer, every one to be trusted."""
    new, old = [word.text for word in found], [word.text for word in row if word.sure >= _SURE]
    whole = len(new) >= len(old) > 0 and (new[-len(old) :] == old or new[: len(old)] == old)
    more = len(new) > len(old) or min(word.sure for word in row) < _CLEAR
    return whole and more and len(new) >= len(row) and all(_is_sound(word) for word in found)


def _is_sound(word: Seen) -> bool:
    return word.sure >= _SURE and plausible(word.text) > 0 and word.text[:1].isupper()
