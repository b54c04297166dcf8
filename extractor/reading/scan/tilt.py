"""Straight pages: how far the lines of a picture are off the level, and the picture turned back.

A page scanned a degree askew gives `tilt(picture)` 1.0; `straightened(picture, 1.0)` is the page
with level lines and the `Turn` that leads points back to the page as it was. Lines are level where
the rows of ink and the white between them stand out most (projection profile).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractor.reading.scan.engine import Grey
from extractor.reading.scan.turn import Turn

LEAST = 0.2  # degrees: less does tesseract no harm
_MOST = 12.0  # degrees; more is no tilt but a page laid aside
_COARSE, _FINE = 0.5, 0.05
_WIDTH = 600  # pixels: enough to tell a tenth of a degree
_GOLDEN = 0.618
_LEAST_INK = 200  # pixels of ink: fewer show no lines


def tilt(picture: Grey) -> float:
    """By how many degrees the lines of `picture` fall to the right; 0.0 where it shows none."""
    small = Image.fromarray(picture)
    small.thumbnail((_WIDTH, 2 * _WIDTH), Image.Resampling.BOX)
    grey = np.asarray(small)
    rows, columns = np.nonzero(grey < grey.mean() - 0.5 * grey.std())
    if len(rows) < _LEAST_INK:
        return 0.0
    best = _steepest(rows, columns, np.arange(-_MOST, _MOST + _COARSE, _COARSE))
    best = _steepest(rows, columns, np.arange(best - _COARSE, best + _COARSE, _FINE))
    return round(best, 2)


def _steepest(
    rows: NDArray[np.intp], columns: NDArray[np.intp], degrees: NDArray[np.float64]
) -> float:
    """The angle at which rows of ink and rows of white differ most."""
    marks = [_contrast(rows, columns, math.tan(math.radians(angle))) for angle in degrees]
    return float(degrees[int(np.argmax(marks))])


def _contrast(rows: NDArray[np.intp], columns: NDArray[np.intp], slope: float) -> float:
    # A part of a pixel, another one in every column: else whole pixels favour the level.
    level = np.floor(rows - slope * columns + (columns * _GOLDEN) % 1.0).astype(np.int64)
    ink = np.bincount(level - level.min()).astype(np.float64)
    return float(np.square(np.diff(ink)).sum())


def straightened(picture: Grey, degrees: float) -> tuple[Grey, Turn]:
    """`picture` with level lines; as it is where it is hardly askew."""
    height, width = picture.shape
    size = (float(width), float(height))
    if abs(degrees) < LEAST:
        return picture, Turn(0.0, size, size)
    turned = Image.fromarray(picture).rotate(
        degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255
    )
    straight = np.asarray(turned)
    return straight, Turn(degrees, size, (float(straight.shape[1]), float(straight.shape[0])))
