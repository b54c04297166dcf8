"""Roman numerals and signs of comparison by their strokes.

In: the words of a page and its picture. Out: the words with "Quý II" made "Quý III" where three
strokes stand there, a heading's "IIL" made "III.", "< 20" made "≤ 20" where the sign has a bar;
each such place with a doubt, as has a numeral whose letters and strokes fit no numeral at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.looks import Line, lines_of
from extractor.reading.scan.strokes import barred_sign, roman_of, uprights
from extractor.text import without_marks

_ROOM = 2  # pixels
_SURE = 0.7  # of a numeral that strokes and letters make together
_COUNTED = ("quy", "muc", "phan", "luc", "chuong")  # "Phụ lục II", "Như mục II;"
# I and its look-alikes, then V's; with a mark behind it a numeral heads a section.
_HEADING = re.compile(r"(?P<numeral>[IVXHUlịỊ|!LM1]{1,6})(?P<mark>[.,:;)]?)")
_NUMERAL = re.compile(r"(?P<numeral>[IVXHUlịỊ|!LM1Ï]{1,4})(?P<mark>(?:[/.,;:)-].*)?)")
_LETTERS = re.compile(r"[IVXHUÏ]")
# "2017" is no sign before "017".
_SIGN = re.compile(
    r"(?P<sign>[<>=S$Š2Z3Ss«»])(?P<rest>(?:[1-9]\d{0,2}|0)(?:[.,]\d.{0,12}|\D{0,3}))?"
)
_NUMBER = re.compile(r"\d")
_DIGIT = 0.5
_WIDTHS = {
    **dict.fromkeys("VXHUM", 0.72),
    **dict.fromkeys("IlịỊ|!1Ï", 0.33),
    **dict.fromkeys("/.,;:)-", 0.28),
}


def numerals_again(grey: Grey, seen: Sequence[Seen]) -> list[Seen]:
    """The words of a page with numerals and signs settled by their strokes."""
    return [word for line in lines_of(seen) for word in _line(grey, line)]


def _line(grey: Grey, line: Line) -> Line:
    return [_word(grey, line, at) for at in range(len(line))]


def _word(grey: Grey, line: Line, at: int) -> Seen:
    word, after = line[at], line[at + 1] if at + 1 < len(line) else None
    pattern = _NUMERAL if at and _is_counted(line[at - 1]) else None
    if at == 0 and after is not None and after.text[:1].isupper():
        pattern = _HEADING
    found = pattern.fullmatch(word.text) if pattern else None
    if found is not None and _LETTERS.search(found["numeral"]):
        return _numeral(grey, word, found, heading=pattern is _HEADING)
    sign = _SIGN.fullmatch(word.text)
    if sign and (sign["rest"] or (after is not None and _NUMBER.match(after.text))):
        return _compared(grey, word, sign)
    return word


def _is_counted(word: Seen) -> bool:
    """Whether Roman numerals follow a word: "Quý III", "mục II", "Phần I"."""
    return without_marks(word.text) in _COUNTED


def _numeral(grey: Grey, word: Seen, found: re.Match[str], *, heading: bool) -> Seen:
    share = _width(found["numeral"]) / _width(word.text)
    end = word.x0 + round((word.x1 - word.x0) * share) - _ROOM  # the slash behind is no stroke
    strokes = uprights(_cut(grey, word, end if found["mark"] else word.x1))
    numeral = roman_of(found["numeral"], strokes)
    if numeral is None:
        return replace(word, doubt="roman", sure=min(word.sure, _SURE))
    mark = found["mark"]
    if heading:
        mark = "." if mark in ("", ",", ":", ";") or found["numeral"][-1] in "L" else mark
    if (numeral, mark) == (found["numeral"], found["mark"]):
        return word
    doubt = "" if numeral == found["numeral"] else "roman"
    return replace(word, text=numeral + mark, doubt=doubt, sure=min(word.sure, _SURE))


def _width(text: str) -> float:
    """How wide a text is in a face of plans, in sizes of its font."""
    return sum(_WIDTHS.get(letter, _DIGIT) for letter in text)


def _compared(grey: Grey, word: Seen, found: re.Match[str]) -> Seen:
    sign = barred_sign(_cut(grey, word, word.x1))
    if sign is None:
        return replace(word, doubt="sign", sure=_SURE) if found["sign"] in "<>" else word
    rest = f" {found['rest']}" if found["rest"] else ""
    return replace(word, text=sign + rest, doubt="sign", sure=_SURE)


def _cut(grey: Grey, word: Seen, end: int) -> Grey:
    return grey[
        max(0, word.top - _ROOM) : word.bottom + _ROOM, max(0, word.x0 - _ROOM) : end + _ROOM
    ]
