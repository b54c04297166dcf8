"""The rims of black seals: found to the pixel, and taken off the print beside them.

In: where a page has ink, and a seal found roughly, `Ring(344.0, 324.0, 46.0)`. Out: the same seal
as its rim is drawn, `Ring(346.5, 325.1, 47.1)`, so that "Hà" beside the rim keeps its letters when
the seal is whitened: a rim that stays is read as a letter, or hides one.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from extractor.reading.scan.engine import DPI
from extractor.reading.scan.seals import Mask, Ring

_PIXEL = 72 / DPI
_REACH = 8  # pixels by which the rough middle may be off
_WIDER = 12  # … and the rough radius too small: it may be that of the inner rim
_STEPS = (2, 1)
_ANGLES = 360
_DRAWN = 0.7  # of a rim that counts: print and pens cross it
_ALIKE = 0.03  # of two rims drawn as well as each other the outer one counts

Circle = tuple[float, float, float]  # middle and radius in pixels


def sharpened(ink: Mask, ring: Ring) -> Ring | None:
    """The seal with its outer rim to the pixel; None where no rim is drawn there."""
    circle = (ring.x / _PIXEL, ring.y / _PIXEL, ring.radius / _PIXEL)
    for step in _STEPS:
        reach = _REACH if step == _STEPS[0] else _STEPS[0]
        wider = _WIDER if step == _STEPS[0] else _STEPS[0]
        share, circle = _best(ink, circle, range(-reach, reach + 1, step), (-reach, wider, step))
    if share < _DRAWN:
        return None
    return Ring(*(value * _PIXEL for value in circle))


def _best(
    ink: Mask, circle: Circle, offs: Iterable[int], radii: tuple[int, int, int]
) -> tuple[float, Circle]:
    """The circle near to `circle` of which most is drawn, the outer one of two alike."""
    x, y, radius = circle
    steps = np.array(list(offs))
    found: list[tuple[float, Circle]] = []
    for more in range(radii[0], radii[1] + 1, radii[2]):
        drawn = _drawn(ink, x + steps, y + steps, radius + more)
        down, across = np.unravel_index(int(np.argmax(drawn)), drawn.shape)
        middle = (x + float(steps[across]), y + float(steps[down]))
        found.append((float(drawn[down, across]), (*middle, radius + more)))
    most = max(share for share, _ in found)
    return max((one for one in found if one[0] >= most - _ALIKE), key=lambda one: one[1][2])


def _drawn(
    ink: Mask, xs: NDArray[np.float64], ys: NDArray[np.float64], radius: float
) -> NDArray[np.float64]:
    """The share of a circle that is drawn, for each middle: rows by `ys`, columns by `xs`."""
    angles = np.linspace(0, 2 * np.pi, _ANGLES, endpoint=False)
    across = np.rint(xs[None, :, None] + radius * np.cos(angles)).astype(int)
    down = np.rint(ys[:, None, None] + radius * np.sin(angles)).astype(int)
    down = down.clip(0, ink.shape[0] - 1)
    return np.asarray(ink[down, across.clip(0, ink.shape[1] - 1)].mean(axis=2))
