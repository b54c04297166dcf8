"""Lines of the body to paragraphs: which line goes on with the one above, and which begins anew.

Two lines "- Tăng cường phối hợp giữa các" / "phòng chuyên môn." are one paragraph: the upper one
reaches the right margin and the lower one starts at the left. Signs, the stronger first: centred
lines, list marks, an upper line that had room for the next word, first-line indent, extra space.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.reading import text_marks as marks
from extractor.reading.pdf_placed import (
    EXTRA,
    INDENT,
    Habits,
    Placed,
    ends,
    had_room,
    is_wide,
    mark_of,
    mid_sentence,
    step_of,
)
from extractor.reading.pdf_titles import balanced, title_goes_on

_CLOSING = "./."  # the mark behind the last sentence of a document
_STEP = 1.45  # of the usual distance of lines: more always parts


def paragraphs(lines: Iterable[Placed], habits: Habits) -> list[list[Placed]]:
    """The lines of one run (no table in between) as paragraphs."""
    found: list[list[Placed]] = []
    for placed in lines:
        if found and continues(found[-1], placed, habits):
            found[-1].append(placed)
        else:
            found.append([placed])
    return found


def continues(paragraph: Sequence[Placed], below: Placed, habits: Habits) -> bool:
    """Whether `below` belongs to `paragraph`, whose last line stands right above it."""
    above = paragraph[-1]
    if not 0.8 < below.line.height / max(above.line.height, 0.1) < 1.25:
        return False
    if above.line.text.endswith(_CLOSING) or marks.is_recipients(below.line.text):
        return False
    if above.centred or below.centred or balanced(above, below):
        return title_goes_on(paragraph, below, habits)
    step = step_of(above, below)
    if is_wide(step, habits, _STEP) and not mid_sentence(above, below):
        return False
    if _begins_item(paragraph, below) or _heading_ends(paragraph, below):
        return False
    if had_room(above, below):
        return mid_sentence(above, below) and below.indent < INDENT + _wrap_indent(paragraph)
    return _flows(paragraph, below, habits, step)


def _begins_item(paragraph: Sequence[Placed], below: Placed) -> bool:
    mark = mark_of(paragraph[-1], below)
    if mark is None:
        return False
    above, first = paragraph[-1], paragraph[0]
    if had_room(above, below) or ends(above):
        return True
    if _hangs(paragraph, below):
        return False  # a dash or number within the sentence, where the text hangs
    same = marks.mark_of(first.line.text) == mark and abs(first.indent - below.indent) < INDENT / 2
    return same or below.indent > INDENT


def _heading_ends(paragraph: Sequence[Placed], below: Placed) -> bool:
    """Whether a heading that fills its last line ends here: bold or capitals stop."""
    line = below.line
    capital = all(marks.is_capital(placed.line.text) for placed in paragraph)
    if capital and line.text.startswith("(") and not marks.is_capital(line.text):
        return marks.mark_of(paragraph[0].line.text) is None
    if not line.text[0].isupper() or line.words[0].bold or len(line.words) < 2:
        return False
    stops = capital and not marks.is_capital(line.words[0].text)
    return stops or all(placed.line.bold for placed in paragraph)


def _wrap_indent(paragraph: Sequence[Placed]) -> float:
    return paragraph[1].indent if len(paragraph) > 1 else 0.0


def _hanging(paragraph: Sequence[Placed]) -> float:
    """Where the lines of the paragraph after the first begin, known or expected."""
    if len(paragraph) > 1:
        return paragraph[1].indent
    first = paragraph[0]
    return 0.0 if first.indent > INDENT else first.indent


def _flows(paragraph: Sequence[Placed], below: Placed, habits: Habits, step: float | None) -> bool:
    """The upper line is full: only indent, extra space or the habits tell."""
    above = paragraph[-1]
    ended = ends(above)
    # Where first lines are set in, one at the margin begins nothing, however far down it stands.
    begins = habits.indent is None and not marks.begins_small(below.line.text)
    parted = ended or (habits.spaced and begins)
    if parted and is_wide(step, habits, EXTRA):
        return False
    away = below.indent - _hanging(paragraph)
    if len(paragraph) == 1 and away > INDENT:
        return _hangs(paragraph, below) or _level(paragraph[0], below, habits)
    if abs(away) > INDENT:
        return mid_sentence(above, below)
    # Neither indent nor space part the paragraphs of this document: the final mark must.
    bare = habits.indent is None and not habits.spaced
    listed = above.line.text.endswith((";", ":")) and below.line.text[0].isupper()
    return not (bare and listed)


def _hangs(paragraph: Sequence[Placed], below: Placed) -> bool:
    """Whether the lower line begins where the text hangs: behind the first line's list mark."""
    first = paragraph[0]
    if len(paragraph) > 1:
        return abs(paragraph[1].indent - below.indent) < INDENT / 2
    if marks.mark_of(first.line.text) is None or len(first.line.words) < 2:
        return False
    if below.indent < first.indent + INDENT / 2:
        return False
    return abs(first.line.words[1].x0 - first.frame.left - below.indent) < 1.5 * INDENT


def _level(first: Placed, below: Placed, habits: Habits) -> bool:
    """Whether both begin as far in because the block is set in as a whole."""
    if abs(first.indent - below.indent) > INDENT or ends(first):
        return False
    usual = habits.indent is not None and abs(first.indent - habits.indent) < INDENT / 2
    return not usual or mid_sentence(first, below)
