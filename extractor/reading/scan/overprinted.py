"""Posts printed into each other's lines: looked for in narrow windows, one below the other.

In: a page, the crop of a signature's upper part, the height of its lines. Out: words such as
"GIÁM ĐỐC" over "PHÓ GIÁM ĐỐC" where the marks of one line touch the letters of the other, so that a
look at the whole reads neither. A window shows a post where it ends in the letters of one, each
trusted; what the window reads before the post is left out. Every word has the doubt "seal".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from statistics import fmean

from extractor.lexicon.load import load
from extractor.reading.scan.crops import Crop, looked
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.looks import Line
from extractor.text import without_marks

_ALONE = 7  # tesseract's layout for a picture of one line
_WINDOW = 1.25  # heights of a line: capitals with marks
_STEP = 0.3  # heights from one window to the next
_SIZE = 1.5
_SURE = 0.6  # of the words of a post together: that they make one says more than each by itself
_LEAST = 0.2  # of each
_TRUST = 0.7  # the most that is trusted in what was read so
_APART = 0.5  # heights: readings nearer to each other are of one line


def shows_post(words: Sequence[Seen]) -> bool:
    """Whether a line ends in a post."""
    return _post_at_end(words) is not None


def overprinted(grey: Grey, place: Crop, height: int) -> list[Seen]:
    """The posts within `place`, each printed line once; none where no window shows one."""
    windows = [
        Crop(place.x0, top, place.x1, top + round(_WINDOW * height))
        for top in range(place.top, place.bottom - height, max(1, round(_STEP * height)))
    ]
    looks = looked(grey, windows, _ALONE, scale=_SIZE)
    found = [post for words in looks if (post := _post_at_end(words))]
    return [word for line in _one_each(found, height) for word in line]


def _one_each(found: Sequence[Line], height: int) -> Iterator[Line]:
    """Of the readings of one printed line the longest, and of these the surest."""
    kept: list[Line] = []
    for line in sorted(found, key=lambda line: (len(line), fmean(w.sure for w in line)))[::-1]:
        if all(abs(_middle(line) - _middle(other)) > _APART * height for other in kept):
            kept.append(line)
    for number, line in enumerate(sorted(kept, key=_middle)):
        yield [_doubted(word, line, number) for word in line]


def _middle(line: Line) -> float:
    return fmean((word.top + word.bottom) / 2 for word in line)


def _doubted(word: Seen, line: Line, number: int) -> Seen:
    top, bottom = min(w.top for w in line), max(w.bottom for w in line)
    sure = min(word.sure, _TRUST)
    return Seen(word.text, word.x0, top, word.x1, bottom, sure, (-3, number, top), "seal")


def _post_at_end(words: Sequence[Seen]) -> Line | None:
    """The longest post with which a line ends, in the letters of the lexicon."""
    bare = [without_marks(word.text).strip(" .,;:'’“”\"") for word in words]
    for start in range(len(words)):
        post = _posts().get(" ".join(bare[start:]))
        own = words[start:]
        if post and _is_trusted(own):
            return [_named(word, text) for word, text in zip(own, post.split(), strict=True)]
    return None


def _is_trusted(words: Sequence[Seen]) -> bool:
    capital = all(word.text.isupper() and word.sure >= _LEAST for word in words)
    return capital and fmean(word.sure for word in words) >= _SURE


def _named(word: Seen, text: str) -> Seen:
    return Seen(text, word.x0, word.top, word.x1, word.bottom, word.sure, word.line)


@cache
def _posts() -> dict[str, str]:
    """The posts in capitals by their bare letters."""
    return {without_marks(post): post.upper() for post in load("posts").by_alias}
