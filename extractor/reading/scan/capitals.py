"""Capitals that are small letters: "tiến đỘ" is "tiến độ", "Văn phòng SỞ" is "Văn phòng Sở".

In: the words of a line. Out: the same, without capitals inside words where the small letter has the
same shape. Headings, which are all in capitals, and short forms, which have no marks, stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Seen
from extractor.text import LOWER

_SHAPED = "CSVXOÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢUÚÙỦŨỤƯỨỪỬỮỰ"  # of one shape with their small letters
_VOWELS = "ÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰ"  # with a mark: in no short form
_EDGE = r"[“\"'(\[]{0,2}"
_END = r"[.,;:!?)”\"'\]…]{0,3}"
_INSIDE = re.compile(rf"{_EDGE}[{LOWER}]+[{_SHAPED}][{LOWER}{_SHAPED}]*{_END}")
_WHOLE = re.compile(rf"({_EDGE})([A-ZĐ][{_SHAPED}]{{0,2}}[{_VOWELS}]){_END}")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def without_false_capitals(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line with small letters where capitals cannot be."""
    found = []
    for at, word in enumerate(words):
        beside = [one.text for one in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])]
        text = _small(word.text, beside)
        found.append(word if text == word.text else replace(word, text=text))
    return found


def _small(text: str, beside: Sequence[str]) -> str:
    if _INSIDE.fullmatch(text) and plausible(text.lower()) > 0:
        return text.lower()
    whole = _WHOLE.fullmatch(text)
    if whole and _among_small(beside) and plausible(text.lower()) > 0:
        return whole[1] + whole[2][0] + text[whole.end(1) + 1 :].lower()
    return text


def _among_small(beside: Sequence[str]) -> bool:
    """Whether there are words on the sides, and none of them in capitals."""
    words = [found.group() for text in beside for found in _WORDS.finditer(text)]
    return bool(words) and not any(word.isupper() for word in words)
