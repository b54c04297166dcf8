"""Lines of print that no word was made of: what would else be missing without a word about it.

In: the grey of a straight page and the boxes of its words in pixels. Out: how many lines of ink are
left beside them that look like print: as high as a line, with the many strokes of letters side by
side. A signature has few strokes in a row, dots are low, a picture or a seal is high.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from extractor.reading.scan.engine import Grey

Box = tuple[float, float, float, float]

_INK = 140
_PAD = 5  # pixels around a word that are its own
_STROKES = 24  # side by side in one row of pixels: some ten letters
_LOWEST, _HIGHEST = 7, 60  # pixels: the small letters of a footnote, the capitals of a title
_APART = 2  # rows of pixels without strokes that do not part a line


def unread_lines(grey: Grey, words: Iterable[Box]) -> int:
    """The lines of ink that look like print and lie outside all `words`."""
    ink = grey < _INK
    for x0, top, x1, bottom in words:
        rows = slice(max(0, round(top) - _PAD), round(bottom) + _PAD)
        ink[rows, max(0, round(x0) - _PAD) : round(x1) + _PAD] = False
    strokes = np.count_nonzero(np.diff(ink.astype(np.int8), axis=1) == 1, axis=1)
    heights = _bands(np.flatnonzero(strokes >= _STROKES))
    return sum(_LOWEST <= height <= _HIGHEST for height in heights)


def _bands(rows: np.ndarray[tuple[int], np.dtype[np.intp]]) -> list[int]:
    """The heights of runs of rows that follow each other."""
    if rows.size == 0:
        return []
    cuts = np.flatnonzero(np.diff(rows) > _APART + 1)
    firsts, lasts = rows[np.r_[0, cuts + 1]], rows[np.r_[cuts, rows.size - 1]]
    return [int(height) for height in lasts - firsts + 1]
