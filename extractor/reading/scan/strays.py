"""A printed line without the strokes that run through it: a pen's, a seal's rim.

In: a page and the crop of one line. Out: the crop's pixels without every connected stroke that
reaches far above or below the line, as a signature does and no letter. A letter that such a stroke
touches goes with it: what is left is read as it stands, never filled up.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from extractor.reading.scan.crops import Crop
from extractor.reading.scan.engine import Grey

_INK = 170
_BEYOND = 0.35  # of the line's height: marks above and tails below a letter reach no further

Ink = NDArray[np.bool_]
Run = tuple[int, int, int]  # row, first column, the column after the last


def strip_of(grey: Grey, line: Crop) -> Grey:
    """The pixels of `line` as they are, with half its height above and below."""
    height = line.bottom - line.top
    above = min(line.top, height // 2)
    return grey[line.top - above : line.bottom + height // 2, line.x0 : line.x1]


def without_strays(grey: Grey, line: Crop) -> Grey:
    """The pixels of `line` with half its height above and below, stray strokes whitened."""
    height = line.bottom - line.top
    top = max(0, line.top - height)
    part = grey[top : line.bottom + height, line.x0 : line.x1].copy()
    first = line.top - top
    low, high = first - _BEYOND * height, first + (1 + _BEYOND) * height
    for stroke in _connected(part < _INK):
        if stroke[0][0] < low or stroke[-1][0] > high:
            for row, start, end in stroke:
                part[row, max(0, start - 1) : end + 1] = 255
    return part[max(0, first - height // 2) : first + height + height // 2]


def _connected(ink: Ink) -> list[list[Run]]:
    """The runs of ink of each connected stroke, from the top down."""
    heads: list[int] = []  # of each run the one it hangs together with, by its place in `runs`
    runs: list[Run] = []
    above: list[int] = []
    for row, pixels in enumerate(ink):
        own = []
        for start, end in _runs(pixels):
            at = len(runs)
            runs.append((row, start, end))
            heads.append(at)
            for other in above:
                if start <= runs[other][2] and end >= runs[other][1]:
                    heads[_head(heads, other)] = _head(heads, at)
            own.append(at)
        above = own
    strokes: dict[int, list[Run]] = defaultdict(list)
    for at, run in enumerate(runs):
        strokes[_head(heads, at)].append(run)
    return list(strokes.values())


def _head(heads: list[int], at: int) -> int:
    while heads[at] != at:
        heads[at] = heads[heads[at]]
        at = heads[at]
    return at


def _runs(row: Ink) -> list[tuple[int, int]]:
    """Start and end of each run of set pixels."""
    turns = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0)).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))
