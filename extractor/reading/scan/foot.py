"""The foot of a document on a scan: recipients on the left, signature on the right, each by itself.

In: the words of a page and its picture. Out: the words with those of the foot looked at anew: side
by side, in two sizes of print and with a seal and a pen's strokes between them, the sides get into
each other's lines when the page is looked at as a whole. The foot begins at "Nơi nhận", else below
the closing "./."; a line across both sides ends it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import numpy as np

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.crops import Crop, looked
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.freed import freed, rows_of
from extractor.reading.scan.looks import Line, lines_of
from extractor.reading.scan.overprinted import overprinted, shows_post
from extractor.text import without_marks

_BLOCK, _SCATTERED = 6, 11  # tesseract's layouts for a block of text, and for words anywhere
_INK = 140
_ABOVE = 1.3  # heights: the signature's first line may stand a little above "Nơi nhận"
_MIDDLE = (0.3, 0.65)  # of the page's width: where the sides part
_LEAST_GUTTER = 20  # pixels
_APART = 4  # heights: recipients stand closer together
_LEAST_TRUST = 0.5  # of a word beside a signature
_MARKS = "().,:;/-–"
_POSTS = 5  # heights: so far down a signature names posts
_NOTES = "noi nhan"
_CLOSING = "./."


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the foot lies, in pixels: its first row, the right side's, the gutter, the last row.

    `left` is where its left side begins: what stands further left is dirt in the margin.
    """

    left: int
    left_top: int
    right_top: int
    gutter: int
    left_bottom: int
    bottom: int

    def holds(self, word: Seen) -> bool:
        """Whether a word stands in the foot."""
        middle = (word.top + word.bottom) / 2
        if word.x0 >= self.gutter:
            return self.right_top <= middle < self.bottom
        return self.left_top <= middle < self.left_bottom


def foot_again(grey: Grey, seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page, its foot looked at side by side; as they are where it has none."""
    foot = _foot(grey, list(lines_of(seen)))
    if foot is None:
        return list(seen)
    left = Crop(foot.left, foot.left_top, foot.gutter, foot.left_bottom)
    right = Crop(foot.gutter, foot.right_top, grey.shape[1], foot.bottom)
    apart = [word for word in seen if not foot.holds(word)]
    beside = [word for word in seen if foot.holds(word) and word.x0 >= foot.gutter]
    looks = [looked(grey, [right], layout)[0] for layout in (_SCATTERED, _BLOCK)]
    signature = freed(grey, _gathered([*looks, beside]))
    signature = _with_posts(grey, signature, right)
    outside = [_in_row(word, signature) if word.x0 >= foot.gutter else word for word in apart]
    return [*outside, *looked(grey, [left], _BLOCK)[0], *signature]


def _in_row(word: Seen, signature: Sequence[Seen]) -> Seen:
    """A word in the line of the signature that it stands in, which begins beside a seal."""
    middle = (word.top + word.bottom) / 2
    row = next((other for other in signature if other.top <= middle < other.bottom), None)
    return replace(word, line=row.line) if row is not None else word


def _with_posts(grey: Grey, signature: list[Seen], right: Crop) -> list[Seen]:
    """The signature with its posts where they were printed into each other and nobody read one."""
    rows = list(rows_of(signature))
    if not rows or any(shows_post(row) for row in rows):
        return signature
    height = round(median(word.bottom - word.top for word in signature))
    last = min(right.top + _POSTS * height, max(word.bottom for word in signature))
    found = overprinted(grey, Crop(right.x0, right.top, right.x1, last), height)
    rest = [word for word in signature if not any(_overlap(word, post) for post in found)]
    return [*found, *rest]


def _gathered(looks: Sequence[Sequence[Seen]]) -> list[Seen]:
    """The print of all looks, that of later ones where none before saw any."""
    found: list[Seen] = []
    for look in looks:
        found += [
            word
            for word in look
            if _is_print(word) and not any(_overlap(word, other) for other in found)
        ]
    return found


def _overlap(one: Seen, other: Seen) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0 and down > 0


def _foot(grey: Grey, lines: Sequence[Line]) -> Foot | None:
    start = _start(lines)
    if start is None:
        return None
    top, height = start
    low, high = (round(share * grey.shape[1]) for share in _MIDDLE)
    beside = [line for line in lines if line[0].x0 < low and line[0].top >= top - height / 2]
    left_bottom = _last_row(beside, top, height)
    gutter = _gutter(grey[top:left_bottom, low:high])
    if gutter is None:
        return None
    across = [line for line in lines if line[0].x0 < low + gutter < line[-1].x1]
    ends = [line[0].top for line in across if line[0].top >= left_bottom]
    body = [max(word.bottom for word in line) for line in across if line[0].top < top - height / 2]
    # Room for marks above the letters of the first row.
    return Foot(
        _left_edge(beside, left_bottom, height),
        top - height // 3,
        max([round(top - _ABOVE * height), *body]),
        low + gutter,
        left_bottom,
        min([*ends, grey.shape[0]]),
    )


def _left_edge(lines: Sequence[Line], bottom: int, height: int) -> int:
    """Where the lines of recipients begin, with a little room."""
    starts = [line[0].x0 for line in lines if len(line) > 1 and line[0].top < bottom]
    return max(0, min(starts, default=0) - height)


def _start(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The first row of the foot and the height of its line."""
    for line in lines:
        bare = without_marks(" ".join(word.text for word in line[:2])).strip(" :.,;")
        if bare == _NOTES and line[0].text[:1].isupper():
            return line[0].top, line[0].bottom - line[0].top
    for line in lines:
        if any(word.text.endswith(_CLOSING) for word in line[-3:]):
            height = line[0].bottom - line[0].top
            return max(word.bottom for word in line) + height // 3, height
    return None


def _last_row(lines: Sequence[Line], top: int, height: int) -> int:
    """The last row of the recipients: their lines follow each other closely."""
    bottom = top + height
    for line in sorted(lines, key=lambda line: line[0].top):
        if line[0].top - bottom > _APART * height:
            break
        bottom = max(bottom, *(word.bottom for word in line))
    return bottom + height


def _gutter(part: Grey) -> int | None:
    """The middle of the widest white band between the sides."""
    white = np.count_nonzero(part < _INK, axis=0) <= 1
    bands = sorted(_bands(white), key=lambda band: band[0] - band[1])
    if not bands or bands[0][1] - bands[0][0] < _LEAST_GUTTER:
        return None
    return sum(bands[0]) // 2


def _bands(white: np.typing.NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    turns = np.flatnonzero(np.diff(white.astype(np.int8), prepend=0, append=0)).tolist()
    yield from zip(turns[::2], turns[1::2], strict=True)


def _is_print(word: Seen) -> bool:
    """Whether a word beside seals and pens is print: what these leave is rarely all letters."""
    lettered = all(letter.isalpha() or letter in _MARKS for letter in word.text)
    lettered = lettered and (word.text[0].isalpha() or word.text[0] == "(")
    return lettered and word.sure >= _LEAST_TRUST and plausible(word.text) > 0
