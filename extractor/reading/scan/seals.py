"""Seals: the rings on a page, found by their round rim, in red or black.

In: where a page has ink, as a mask of `STEP` points a cell. Out: `Ring(412.0, 590.5, 51.0)`, the
middle and radius in points. Seals of offices are 28 to 45 mm wide (Thông tư 21/2012/TT-BCA: 32 to
42 mm); the rim is drawn without a break, as no line of letters is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

STEP = 2.0  # points a cell of the mask
_RADII = np.arange(40.0, 66.0, STEP)  # points: 14 to 23 mm
_WHOLE = 0.8  # of the rim must be drawn: a signature or a line may cross it, a scan may fade
_SURE = 0.95  # seals have two rims: of both the outer one counts
_MOST = 4  # on a page
_BEYOND = 1.06  # the rim's own thickness and a seal put on twice

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ring:
    """A seal's middle and radius, in points from the top left corner."""

    x: float
    y: float
    radius: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within the seal or on its rim."""
        return (x - self.x) ** 2 + (y - self.y) ** 2 <= (_BEYOND * self.radius) ** 2


def rings(ink: Mask) -> list[Ring]:
    """The seals of a page, the clearest first."""
    if not ink.any():
        return []
    size = _padded(ink.shape[0]), _padded(ink.shape[1])
    page = np.fft.rfft2(ink.astype(np.float32), size)
    found: list[tuple[float, Ring]] = []
    for radius, (rim, cells) in _rims(size).items():
        drawn = (np.fft.irfft2(page * rim, size) / cells).astype(np.float32)
        found.extend(_clear(drawn, radius, ink.shape))
    found.sort(key=lambda pair: (min(pair[0], _SURE), pair[1].radius), reverse=True)
    kept: list[Ring] = []
    for _, ring in found:
        if not any(other.holds(ring.x, ring.y) for other in kept):
            kept.append(ring)
    return kept[:_MOST]


def _padded(cells: int) -> int:
    """Room for a circle that sticks out, rounded up to what is quickly transformed."""
    return -(-(cells + 2 * int(_RADII[-1] / STEP)) // 48) * 48


@lru_cache(maxsize=4)
def _rims(size: tuple[int, int]) -> dict[float, tuple[NDArray[np.complex64], float]]:
    """The transform of the circle of each radius, and of how many cells it is."""
    rims = ((float(radius), _rim(radius / STEP)) for radius in _RADII)
    return {
        radius: (np.conj(np.fft.rfft2(rim, size)).astype(np.complex64), float(rim.sum()))
        for radius, rim in rims
    }


def _rim(radius: float) -> NDArray[np.float32]:
    """A circle drawn one cell thick, its box touching the axes."""
    angles = np.linspace(0, 2 * np.pi, round(8 * radius), endpoint=False)
    rim = np.zeros((round(2 * radius) + 1,) * 2, dtype=np.float32)
    rim[
        np.rint(radius + radius * np.sin(angles)).astype(int).clip(0, rim.shape[0] - 1),
        np.rint(radius + radius * np.cos(angles)).astype(int).clip(0, rim.shape[1] - 1),
    ] = 1.0
    return rim


def _clear(
    drawn: NDArray[np.float32], radius: float, shape: tuple[int, ...]
) -> list[tuple[float, Ring]]:
    """Where the share of the rim that is drawn is large enough; one each for its neighbourhood."""
    found = []
    drawn = drawn[: shape[0], : shape[1]].copy()
    for _ in range(_MOST):
        top, left = np.unravel_index(int(np.argmax(drawn)), drawn.shape)
        share = float(drawn[top, left])
        if share < _WHOLE:
            break
        found.append((share, Ring(left * STEP + radius, top * STEP + radius, radius)))
        reach = int(radius / STEP)
        drawn[max(0, top - reach) : top + reach, max(0, left - reach) : left + reach] = 0.0
    return found
