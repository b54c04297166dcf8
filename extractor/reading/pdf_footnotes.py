"""Footnotes of a page: the small lines at its end that begin with a number.

`["… theo quy định.", "1 Báo cáo số 12/BC-UBND.", "2 Tính đến 31/12/2025."]` falls into the body
and two notes, when the last two lines are set smaller than the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.pdf_page import Line, make_line

_SMALLER = 0.9  # of the body's height
_OFF = 1.5  # heights of the body's last line
_NUMBER = re.compile(r"(?:\d{1,3}|\[\d{1,3}\]|\*)(?=[^\d.,/)]|$)")


def take_footnotes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[list[Line]]]:
    """The lines of the body, and those of each note; `body` is the height of the body's lines."""
    start = len(lines)
    while start > 0 and _height(lines[start - 1]) < _SMALLER * body:
        start -= 1
    while start < len(lines) and not _NUMBER.match(lines[start].text):
        start += 1
    if start == 0 or (start < len(lines) and not _apart(lines[start - 1], lines[start])):
        return list(lines), []
    notes: list[list[Line]] = []
    for line in lines[start:]:
        if _NUMBER.match(line.text) or not notes:
            notes.append([])
        notes[-1].append(line)
    return list(lines[:start]), notes


def _apart(above: Line, first: Line) -> bool:
    """Whether the first note is set off from the body, or its number from the words of the note."""
    raised = len(first.words) > 1 and first.words[0].height < _SMALLER * first.words[1].height
    return raised or first.base - above.base > _OFF * above.height


def _height(line: Line) -> float:
    # The number itself is smaller still: the words after it count.
    return make_line(line.page, list(line.words[1:])).height if len(line.words) > 1 else line.height
