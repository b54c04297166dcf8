"""Pages that were scanned on their side or head: how they must be turned to be read.

In: the grey picture of a page and what a first look saw on it. Out: quarter turns against the
clock, 0 to 3; `quarter(picture, seen)` is 1 for a page whose lines run down. Only a page on which
next to nothing was read is tried in other ways: a part of it with much ink, four ways round.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Grey, Seen, look

_BLOCK = 6  # tesseract's layout for a block of text
_PART = 1000  # pixels: the side of the part that is tried
_STEP = 250
_INK = 140
_LEAST_INK = 400  # pixels: fewer are no line of print
_TRUSTED = 0.6
_READABLE = 0.4  # of the words of a page that lies as it should
_BETTER = 2.0  # times as much must be read the other way round
_LEAST = 2.0  # trust in all words together


def quarter(picture: Grey, seen: Sequence[Seen]) -> int:
    """How many quarter turns bring a page upright; 0 where it is, or nothing tells."""
    if is_read(seen):
        return 0
    part = _part(picture)
    if np.count_nonzero(part < _INK) < _LEAST_INK:
        return 0
    turned = [np.ascontiguousarray(np.rot90(part, turns)) for turns in range(4)]
    trust = [sum(word.sure for word in words if _is_word(word)) for words in look(turned, _BLOCK)]
    best = int(np.argmax(trust))
    return best if trust[best] >= max(_LEAST, _BETTER * trust[0]) else 0


def is_read(seen: Sequence[Seen]) -> bool:
    """Whether a good share of what was seen on a page are words."""
    return bool(seen) and sum(map(_is_word, seen)) >= _READABLE * len(seen)


def _is_word(word: Seen) -> bool:
    lettered = sum(map(str.isalpha, word.text)) > 1
    return lettered and word.sure >= _TRUSTED and plausible(word.text) > 0


def _part(picture: Grey) -> Grey:
    """The square of a page that holds most ink."""
    height, width = picture.shape
    tops = range(0, max(1, height - _PART + 1), _STEP)
    lefts = range(0, max(1, width - _PART + 1), _STEP)
    parts = [picture[y : y + _PART, x : x + _PART] for y in tops for x in lefts]
    return max(parts, key=lambda part: np.count_nonzero(part < _INK))
