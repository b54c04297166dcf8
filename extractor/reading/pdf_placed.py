"""A line in the frame of its page, and the habits of a document: what joining lines rests on.

`Placed(line, frame).indent` is 28.3 for a first line set in by a centimetre; `habits_of(lines)`
tells how far apart the lines of a paragraph stand and whether first lines are set in at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.reading import text_marks as marks
from extractor.reading.pdf_page import SPACE, Frame, Line

INDENT = 7.0  # points: less is no indent
EXTRA = 1.15  # of the usual distance of lines: more is space between paragraphs
_CENTRED = 45.0  # points from the left edge: a centred line is further in than an indented one
_OFF_CENTRE = 9.0
_OFTEN = 0.1  # of the lines
_ENDED = re.compile(r"[.;:!?…][\"”’')\]]*$")
_RANGE_START = re.compile(r"\d%?$")
_RANGE_END = re.compile(r"[-–]\s*\d")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the frame of its page: `indent` from the left, `room` to the right edge."""

    line: Line
    frame: Frame

    @property
    def indent(self) -> float:
        return self.line.x0 - self.frame.left

    @property
    def room(self) -> float:
        return self.frame.right - self.line.x1

    @property
    def centred(self) -> bool:
        """Whether the line stands in the middle; a wide one only if bold or italic says so too."""
        off = abs(self.line.middle - self.frame.middle)
        if self.indent >= _CENTRED:
            return off <= _OFF_CENTRE
        styled = self.line.bold or self.line.italic
        listed = marks.mark_of(self.line.text) is not None
        return styled and not listed and self.indent > INDENT and off <= _OFF_CENTRE / 3


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set; None where unknown.

    `pitch` is the distance of the lines of a paragraph in heights, `indent` how far (in points)
    first lines are set in; `spaced` says that paragraphs stand apart.
    """

    pitch: float | None = None
    indent: float | None = None
    spaced: bool = False


def habits_of(lines: Sequence[Placed]) -> Habits:
    """The habits that the lines of a document show."""
    pairs = [(pair, step) for pair in pairwise(lines) if (step := step_of(*pair)) is not None]
    steps = Counter(round(step * 20) / 20 for pair, step in pairs if _is_wrap(*pair))
    indents = Counter(
        round(placed.indent / 2) * 2.0 for placed in lines if INDENT < placed.indent < _CENTRED
    )
    pitch = steps.most_common(1)[0][0] if steps else None
    often = sum(indents.values()) >= _OFTEN * len(lines)
    wide = sum(is_wide(step, Habits(pitch), EXTRA) for _, step in pairs)
    indent = indents.most_common(1)[0][0] if often and indents else None
    return Habits(pitch, indent, wide >= _OFTEN * len(pairs))


def _is_wrap(above: Placed, below: Placed) -> bool:
    """Whether the upper line reaches the right edge and the lower one the left."""
    return above.room < INDENT and abs(below.indent) < INDENT


def step_of(above: Placed, below: Placed) -> float | None:
    """The distance of two lines of one page, in heights of the upper."""
    if above.line.page != below.line.page or above.line.height <= 0:
        return None
    return (below.line.base - above.line.base) / above.line.height


def is_wide(step: float | None, habits: Habits, factor: float) -> bool:
    return step is not None and habits.pitch is not None and step > factor * habits.pitch


def mid_sentence(above: Placed, below: Placed) -> bool:
    """Whether the upper line ends, and the lower begins, in the middle of a sentence."""
    return marks.begins_small(below.line.text) and not ends(above)


def ends(placed: Placed) -> bool:
    """Whether a line ends with a mark behind which something new may begin; a quote is none."""
    return _ENDED.search(placed.line.text) is not None


def had_room(above: Placed, below: Placed) -> bool:
    """Whether the first word of the lower line would have fitted on the upper."""
    word = below.line.words[0]
    return above.room - 1.0 > word.x1 - word.x0 + SPACE * above.line.height


def mark_of(above: Placed, below: Placed) -> str | None:
    """The list mark of the lower line; the dash of "2026" / "- 2030" is none."""
    if _RANGE_START.search(above.line.text) and _RANGE_END.match(below.line.text):
        return None
    return marks.mark_of(below.line.text)
