"""Parts of a straight page looked at one by one: crops out, words back in the page's pixels.

`looked(grey, [Crop(310, 120, 520, 160)], 6, scale=2.0)` is one list of words a crop, each with the
box that it has on the page. One call of tesseract takes any number of crops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from extractor.reading.scan.engine import DPI, LANGUAGE, Grey, Seen, look
from extractor.reading.scan.ink import PIXEL

_MARGIN = 16  # pixels of white around a crop: tesseract wants some
_LINE = 7  # tesseract's layout for a picture of one line
_ROOM = (6, 4)  # pixels of white around a line, if there are any
_LEAST = 3  # pixels: what is smaller holds no letter


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a page in pixels: columns x0 to x1, rows top to bottom."""

    x0: int
    top: int
    x1: int
    bottom: int

    @classmethod
    def of(cls, x0: float, top: float, x1: float, bottom: float, grow: float = 0.0) -> Crop:
        """From points, `grow` points larger on every side."""
        corners = (x0 - grow, top - grow, x1 + grow, bottom + grow)
        return cls(*(max(0, round(value / PIXEL)) for value in corners))

    def cut(self, grey: Grey) -> Grey:
        """The pixels of the crop."""
        return grey[self.top : self.bottom, self.x0 : self.x1]


def around(line: Sequence[Seen]) -> Crop:
    """The crop that holds the words of a line, with some white around them."""
    across, down = _ROOM
    return Crop(
        max(0, min(word.x0 for word in line) - across),
        max(0, min(word.top for word in line) - down),
        max(word.x1 for word in line) + across,
        max(word.bottom for word in line) + down,
    )


def looked(
    grey: Grey, crops: Sequence[Crop], layout: int, *, scale: float = 1.0, language: str = LANGUAGE
) -> list[list[Seen]]:
    """The words of each crop, their boxes on the page; a crop too small for a letter has none."""
    whole = [i for i, crop in enumerate(crops) if min(crop.cut(grey).shape) >= _LEAST]
    pictures = [_enlarged(crops[i].cut(grey), scale) for i in whole]
    found: list[list[Seen]] = [[] for _ in crops]
    seen = look(pictures, layout, dpi=round(DPI * scale), language=language)
    for i, words in zip(whole, seen, strict=True):
        found[i] = [_placed(word, crops[i], scale, i) for word in words]
    return found


def looked_at(picture: Grey, line: Crop, scale: float) -> list[Seen]:
    """The words of one line, from a picture of it that has as much room above as below."""
    seen = look([_enlarged(picture, scale)], _LINE, dpi=round(DPI * scale))[0]
    above = (picture.shape[0] - (line.bottom - line.top)) // 2
    return [_placed(word, replace(line, top=line.top - above), scale, 0) for word in seen]


def _enlarged(part: Grey, scale: float) -> Grey:
    if scale != 1.0:
        size = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
        part = np.asarray(Image.fromarray(part).resize(size, Image.Resampling.BICUBIC))
    return np.pad(part, _MARGIN, constant_values=255)


def _placed(word: Seen, crop: Crop, scale: float, number: int) -> Seen:
    x0, x1 = (crop.x0 + round((x - _MARGIN) / scale) for x in (word.x0, word.x1))
    top, bottom = (crop.top + round((y - _MARGIN) / scale) for y in (word.top, word.bottom))
    # Lines of different crops are different lines, and none of the page's own.
    line = (-1 - number, 1000 * word.line[0] + word.line[1], word.line[2])
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom, line=line)
