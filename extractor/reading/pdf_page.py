"""Words, lines and pages of a PDF: what the PDF modules of this room hand to each other.

All coordinates are points from the top left corner of the page as it is shown. A `Word` is a run
of characters without a space, `Word("Căn", 127.6, 268.1, 150.2, 281.0, 278.3)`; a `Line` is one
printed line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.document.model import Box

SPACE = 0.25  # an ordinary space, in parts of the height of its line


class Word(NamedTuple):  # a tuple, because a page makes some five hundred of them
    """A run of characters without white space; `base` is its baseline, `height` its font's.

    `turn` is 1 where it reads upwards or aslant, -1 downwards, 0 as usual. A word of a scan may be
    misread: `doubt` says why (one of `document.model.DOUBTS`), `sure` how far it is to be trusted.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    bold: bool = False
    italic: bool = False
    turn: int = 0
    doubt: str = ""
    sure: float = 1.0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words from left to right on page `page` (from 1)."""

    page: int
    words: tuple[Word, ...]
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    height: float
    bold: bool
    italic: bool

    @property
    def box(self) -> Box:
        """The rectangle around the line, for the origin of a block."""
        return Box(self.page, *(round(v, 1) for v in (self.x0, self.top, self.x1, self.bottom)))

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page: `image_share` of its area (0 to 1), how many `strokes`, and whether
    they may make a table (`ruled`).
    """

    image_share: float = 0.0
    strokes: int = 0
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as read: `quality` of its words (0 to 1), and what is `drawn` on it besides."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    quality: float
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class Frame:
    """The left and right edge of the text on a page."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def make_line(page: int, words: Sequence[Word]) -> Line:
    """The line made of `words`, which stand in reading order."""
    tall = max(words, key=lambda word: len(word[0]))
    text = " ".join([word[0] for word in words])
    letters = 0.9 * (len(text) - len(words) + 1)
    return Line(
        page=page,
        words=tuple(words),
        text=text,
        x0=min([word[1] for word in words]),
        x1=max([word[3] for word in words]),
        top=min([word[2] for word in words]),
        bottom=max([word[4] for word in words]),
        base=tall.base,
        height=tall.height,
        bold=sum([len(word[0]) for word in words if word[6]]) >= letters,
        italic=sum([len(word[0]) for word in words if word[7]]) >= letters,
    )


__all__ = ["SPACE", "Drawn", "Frame", "Line", "RawPage", "Word", "make_line"]
