"""How a page was turned before it was read, and the way back to the page as it lies.

`Turn(1.0, (595, 842), (609, 852)).back(304.5, 426)` is the middle of the page, `(297.5, 421.0)`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """How a picture was turned: by `degrees` about its middle, sizes before and after (pixels)."""

    degrees: float = 0.0
    before: tuple[float, float] = (0.0, 0.0)
    after: tuple[float, float] = (0.0, 0.0)

    def back(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straight picture was before."""
        if not self.degrees:
            return x, y
        angle = math.radians(self.degrees)
        dx, dy = x - self.after[0] / 2, y - self.after[1] / 2
        return (
            self.before[0] / 2 + dx * math.cos(angle) - dy * math.sin(angle),
            self.before[1] / 2 + dx * math.sin(angle) + dy * math.cos(angle),
        )

    def and_quarters(self, quarters: int) -> Turn:
        """This turn of a picture that was turned by so many quarters before."""
        width, height = self.before
        before = (height, width) if quarters % 2 else (width, height)
        return Turn(self.degrees + 90.0 * quarters, before, self.after)

    def scaled(self, factor: float) -> Turn:
        """The same turn in other units."""
        (a, b), (c, d) = self.before, self.after
        return Turn(self.degrees, (a * factor, b * factor), (c * factor, d * factor))
