"""Centred lines: which of them are one title, and which stand for themselves.

"Phát động chiến dịch" / "Hồ sơ thông suốt năm 2026" is one block; "KẾ HOẠCH", "PHỤ LỤC II" and
"(Kèm theo Kế hoạch số 12/KH-UBND)" are blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicon.load import load
from extractor.lexicon.trie import alternation
from extractor.reading import text_marks as marks
from extractor.reading.pdf_placed import Habits, Placed, ends, had_room, is_wide, mark_of, step_of
from extractor.view import view

_STEP = 1.45  # of the usual distance of lines: the lines of one title stand closer
_EVEN = 1.5  # points


def balanced(above: Placed, below: Placed) -> bool:
    """Whether wide lines leave as much on the left as on the right: centred prose."""
    even = all(abs(placed.indent - placed.room) < _EVEN for placed in (above, below))
    return even and below.indent > _EVEN and below.line.text[0].isalnum()


def title_goes_on(paragraph: Sequence[Placed], below: Placed, habits: Habits) -> bool:
    """Lines of one title: alike in style, none of them a line of its own kind."""
    above = paragraph[-1].line
    if (above.bold, above.italic) != (below.line.bold, below.line.italic):
        return False
    if marks.is_type_line(above.text) or is_label(above.text) or mark_of(paragraph[-1], below):
        return False
    if ends(paragraph[-1]) or below.line.text.startswith("("):
        return below.line.text.startswith("(") and _opens(paragraph)
    step = step_of(paragraph[-1], below)
    if is_wide(step, habits, _STEP):
        return False
    if not had_room(paragraph[-1], below):
        return True
    if step is None:
        return False
    same = _is_capital(above.text, below.line.text) == _is_capital(below.line.text, above.text)
    return same and paragraph[-1].centred and below.centred


def _is_capital(text: str, other: str) -> bool:
    """Whether `text` is in capitals; a line without letters goes by the other one."""
    return text.isupper() if text.upper() != text.lower() else other.isupper()


def _opens(paragraph: Sequence[Placed]) -> bool:
    text = " ".join(placed.line.text for placed in paragraph)
    return text.count("(") > text.count(")")


def is_label(text: str) -> bool:
    """Whether a line only names or numbers what follows: "PHỤ LỤC", "Biểu số 3", "Chương I"."""
    words = text.split()
    numbered = not words[-1].strip(".:").upper().strip("IVX0123456789")
    named = _annexes().fullmatch(view(text).strip(" .:")) is not None
    return len(words) <= 4 and (numbered or named)


@cache
def _annexes() -> re.Pattern[str]:
    return re.compile(alternation(map(view, load("layout").by_id["annex"].aliases)))
