"""Colours to ink: a picture of a page to grey, its light made even and its red seals taken away.

In: a picture in colour. Out: `Inked(grey, rings)`. Under a red seal the red channel alone is
looked at, in which red ink is as white as paper and black print stays black; red that is no seal
(a name stamped under a signature) counts as print. A seal that was scanned in black is whitened,
rim and all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from extractor.reading.scan.engine import DPI, Grey
from extractor.reading.scan.markers import lightness, marked
from extractor.reading.scan.rims import sharpened
from extractor.reading.scan.seals import STEP, Mask, Ring, rings

PIXEL = 72 / DPI  # points

_RED = 50  # by how much the red of red ink exceeds green and blue
_SEALED = (60, 150)  # under a seal: as dark is black, as light is white
_DARK = 140
_EVEN = 16  # the paper's light is looked at in squares of so many pixels
_PAPER = 60  # paper darker than this is no paper
_FAINT = 200
_SPECK = 4  # pixels of a black speck
_GREY = 90  # a grey one may have nine
_CELL = STEP / PIXEL
_RIM = 5 * PIXEL  # the outer half of a rim, and the grey beside it

Colours = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Inked:
    """Grey ink on white paper, and the seals that were taken off it."""

    grey: Grey
    rings: tuple[Ring, ...]


def inked(picture: Image.Image) -> Inked:
    """The ink of a picture of `DPI` dots an inch."""
    found = _inked(picture)
    return Inked(_without_specks(found.grey), found.rings)


def _inked(picture: Image.Image) -> Inked:
    if picture.mode in ("1", "L", "LA", "I", "I;16", "F"):
        grey = _even(np.asarray(picture.convert("L")))
        seals = rings(_cells(grey < _DARK))
        return Inked(_whitened(grey, seals), tuple(seals))
    colours = np.asarray(picture.convert("RGB"))
    red = _is_red(colours)
    seals = rings(_cells(red))
    grey = _even(_grey(colours, red, _inside(seals, red.shape)))
    if seals:
        return Inked(grey, tuple(seals))
    black = rings(_cells(grey < _DARK))
    return Inked(_whitened(grey, black), tuple(black))


def _is_red(colours: Colours) -> Mask:
    others = np.maximum(colours[..., 1], colours[..., 2])
    return np.asarray(colours[..., 0] > np.minimum(others, 255 - _RED) + np.uint8(_RED))


def _grey(colours: Colours, red: Mask, sealed: Mask) -> Grey:
    grey = np.asarray(Image.fromarray(colours).convert("L")).copy()
    grey[sealed] = _without_rest(colours[..., 0][sealed])
    stamped = red & ~sealed
    grey[stamped] = colours[stamped][:, 1:].min(axis=1)
    ground = marked(colours) & ~sealed
    grey[ground] = lightness(colours[ground])
    return grey


def _without_rest(shades: Grey) -> Grey:
    """What the red channel still shows of red ink made white, black left black."""
    black, white = _SEALED
    spread = (shades.astype(np.float32) - black) * (255.0 / (white - black))
    return np.asarray(spread.clip(0, 255).astype(np.uint8))


def _even(grey: Grey) -> Grey:
    """The picture as if light fell evenly on it; what a scanner made stays as it is."""
    small = Image.fromarray(grey).resize(
        (max(1, grey.shape[1] // _EVEN), max(1, grey.shape[0] // _EVEN)), Image.Resampling.BOX
    )
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    light = np.asarray(paper.resize(grey.shape[::-1], Image.Resampling.BILINEAR))
    if light.min() > 235:
        return grey
    even = grey.astype(np.float32) * (255.0 / np.maximum(light, _PAPER))
    return np.asarray(even.clip(0, 255).astype(np.uint8))


def _without_specks(grey: Grey) -> Grey:
    """The picture without dirt: what fills a few pixels, less than any full stop."""
    ink = (grey < _FAINT).astype(np.int16)
    near, around = _sums(ink, 1), _sums(ink, 2)
    darkest = np.asarray(Image.fromarray(grey).filter(ImageFilter.MinFilter(3)))
    alone = (near > 0) & (near == around) & ((near <= _SPECK) | (darkest > _GREY))
    clean = grey.copy()
    clean[_sums(alone.astype(np.int16), 1) > 0] = 255
    return clean


def _sums(ink: NDArray[np.int16], reach: int) -> NDArray[np.int16]:
    """For each pixel the sum over the square that reaches so many pixels around it."""
    for axis in (0, 1):
        parts = [np.roll(ink, step, axis) for step in range(-reach, reach + 1)]
        ink = np.sum(parts, axis=0, dtype=np.int16)
    return ink


def _cells(mask: Mask) -> Mask:
    """The mask in cells of `STEP` points: where any of a cell's pixels is set."""
    rows, columns = (int(size / _CELL) for size in mask.shape)
    if not rows or not columns:
        return np.zeros((1, 1), dtype=bool)
    down, across = (np.rint(np.arange(n) * _CELL).astype(int) for n in (rows, columns))
    banded = np.logical_or.reduceat(mask, down, axis=0)
    return np.asarray(np.logical_or.reduceat(banded, across, axis=1))


def _inside(seals: Sequence[Ring], shape: tuple[int, ...]) -> Mask:
    """The pixels within some seals and a little around them."""
    return _within([Ring(seal.x, seal.y, 1.15 * seal.radius) for seal in seals], shape)


def _within(seals: Sequence[Ring], shape: tuple[int, ...]) -> Mask:
    mask = np.zeros(shape, dtype=bool)
    for seal in seals:
        reach = seal.radius
        top, bottom = (round(max(0.0, y) / PIXEL) for y in (seal.y - reach, seal.y + reach))
        left, right = (round(max(0.0, x) / PIXEL) for x in (seal.x - reach, seal.x + reach))
        part = mask[top:bottom, left:right]
        rows, columns = np.ogrid[: part.shape[0], : part.shape[1]]
        away = (rows + top - seal.y / PIXEL) ** 2 + (columns + left - seal.x / PIXEL) ** 2
        part |= away <= (reach / PIXEL) ** 2
    return mask


def _whitened(grey: Grey, seals: Sequence[Ring]) -> Grey:
    """The picture without black seals: to the outer edge of each rim, else well within it."""
    if not seals:
        return grey
    ink = grey < _DARK
    rims = [(seal, sharpened(ink, seal)) for seal in seals]
    discs = [
        Ring(rim.x, rim.y, rim.radius + _RIM) if rim else Ring(seal.x, seal.y, 0.92 * seal.radius)
        for seal, rim in rims
    ]
    white = grey.copy()
    white[_within(discs, grey.shape)] = 255
    return white
