"""From PDF user space (origin bottom left, before rotation) to points from the top left as shown.

`place_of(page)(85.0, 696.9, 93.3, 709.9)` is `(85.0, 132.1, 93.3, 145.1)` on an upright A4 page;
a page with `/Rotate 90` swaps its axes, a crop box moves the origin.
"""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium

Place = Callable[[float, float, float, float], tuple[float, float, float, float]]


def place_of(page: pdfium.PdfPage) -> Place:
    """The function from (left, bottom, right, top) to (x0, top, x1, bottom) as `page` is shown."""
    left, bottom, right, top = page.get_cropbox()
    places: dict[int, Place] = {
        0: lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0),
        90: lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
        180: lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom),
        270: lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0),
    }
    return places[page.get_rotation()]
