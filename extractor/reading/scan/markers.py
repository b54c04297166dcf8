"""Ground that a highlighter coloured, or a word processor: as white as paper, its letters kept.

In: a picture in colour. Out: where it is marked, and how light each pixel is there. The lightest of
the three colours is near white on green, yellow, pink or blue ground and near black in black print.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from extractor.reading.scan.engine import Grey
from extractor.reading.scan.seals import Mask

_LIGHT = 200  # a marker's ground is at least so light in one colour
_COLOURED = 40  # and so much darker in another
_RED_INK = 90  # where all others are darker than this, red is ink, no ground
_EYE, _BRIGHT = (0.299, 0.587, 0.114), 95  # how much the eye sees of each colour, and in all
_LEAST = 0.0005  # of a page; less is no ground
_STEP = 4  # ground is looked for in every so many pixels
_AROUND = 4  # steps: a letter's strokes are thinner than the ground around them
_GROUND = 0.5  # of the steps around must be coloured
_INSIDE = 9  # steps across: so far a letter reaches from coloured ground


def marked(colours: NDArray[np.uint8]) -> Mask:
    """The pixels on, and the letters within, coloured ground."""
    few = colours[::_STEP, ::_STEP]
    lightest, darkest = few.max(axis=2), few.min(axis=2)
    bright = few @ np.array(_EYE, dtype=np.float32) >= _BRIGHT  # blue ink is not, blue ground is
    red = (few[..., 0] == lightest) & (few[..., 1:].max(axis=2) < _RED_INK)
    coloured = (lightest >= _LIGHT) & (lightest - darkest >= _COLOURED) & bright & ~red
    if coloured.mean() < _LEAST:
        return np.zeros(colours.shape[:2], dtype=bool)
    around = _picture(coloured).filter(ImageFilter.BoxBlur(_AROUND))
    wide = _picture(np.asarray(around) > 255 * _GROUND).filter(ImageFilter.MaxFilter(_INSIDE))
    size = colours.shape[1], colours.shape[0]
    return np.asarray(wide.resize(size, Image.Resampling.NEAREST)) > 0


def lightness(colours: NDArray[np.uint8]) -> Grey:
    """How light the lightest of the three colours of each pixel is."""
    return np.asarray(colours.max(axis=-1))


def _picture(mask: NDArray[np.bool_]) -> Image.Image:
    return Image.fromarray(mask.astype(np.uint8) * 255)
