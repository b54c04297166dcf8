"""Dirt in the margin: specks left of the text that were read as a dash or a letter.

`["-", "khoa", "học;"]` where every other line begins where "khoa" does becomes `["khoa", "học;"]`.
The text's left edge is the leftmost place at which several lines of print begin.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.reading.scan.engine import Seen
from extractor.reading.scan.looks import Line, lines_of

_NEAR = 11  # pixels: lines that begin at one edge
_LINES = 3  # that begin at an edge, and at least …
_SHARE = 0.1  # … of all
_LONGEST = 2  # letters of a speck


def without_dirt(seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page without specks in its left margin."""
    lines = [_inked(line) for line in lines_of(seen)]
    edge = _left_edge([line[0].x0 for line in lines if len(line) > 1])
    if edge is None:
        return list(seen)
    return [word for word in seen if word.x1 > edge or len(word.text) > _LONGEST]


def _inked(line: Line) -> Line:
    """The line from its first word on that may be more than a speck."""
    start = next((at for at, word in enumerate(line) if len(word.text) > _LONGEST), 0)
    return line[start:]


def _left_edge(starts: Sequence[int]) -> int | None:
    least = max(_LINES, round(_SHARE * len(starts)))
    for start in sorted(starts):
        if sum(start <= other <= start + _NEAR for other in starts) >= least:
            return start
    return None
