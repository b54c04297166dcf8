"""Slips of a reader of letters that the letters beside them give away.

`["_", "2l", "tháng", "11", "đơn", "vỊ.", "KT,GIÁM"]` becomes `["-", "21", "tháng", "11", "đơn",
"vị.", "KT.GIÁM"]`: a list's dash, a one among digits, a capital at the end of a small word, the
point of an abbreviated capacity. Two words without a blank ("SởY") are two again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Seen
from extractor.text import LOWER, UPPER

_DASH = re.compile(r"[_~–—-]{1,3}")
_DIGITS = re.compile(r"(?<![^\W\d_])[\dlI|!OoS]*\d[\dlI|!OoS]*(?![^\W\d_])")
_AS_DIGIT = str.maketrans("lI|!OoS", "1111005")
_DOTTED_I = re.compile(rf"(?<=[{LOWER}])Ị(?![{UPPER}])")
_GLUED = re.compile(rf"([^\W\d_]{{1,7}}(?<=[{LOWER}]))([{UPPER}][{LOWER}]{{0,6}}[.,;:)]{{0,2}})")
_CAPACITY = re.compile(rf"^(KT|TM|TL|TUQ|Q)[,:;](?=[{UPPER}]|$)")
_CLOSING = "./."
_FRAME = ("|", "||", "¦", "[", "]")  # what is left of a frame around words


def cleaned(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line without specks, their slips put right."""
    words = [word for word in words if word.text not in _FRAME]
    if len(words) == 1 and not any(map(str.isalnum, words[0].text)):
        return []  # a dash by itself opens no line
    end = next((at for at, word in enumerate(words) if word.text.endswith(_CLOSING)), len(words))
    # What follows the closing mark is the initials of whoever checked the text.
    parts = (part for at, word in enumerate(words[: end + 1]) for part in _parted(word, at == 0))
    return list(parts)


def _parted(word: Seen, first: bool) -> list[Seen]:
    """A word put right; two where a blank was missed ("SởY")."""
    text = _right(word.text, first)
    glued = _GLUED.fullmatch(text)
    if glued is None or plausible(glued[1]) <= 0:
        return [replace(word, text=text)]
    cut = word.x0 + round((word.x1 - word.x0) * len(glued[1]) / len(text))
    return [replace(word, text=glued[1], x1=cut - 1), replace(word, text=glued[2], x0=cut + 1)]


def _right(text: str, first: bool) -> str:
    if first and _DASH.fullmatch(text):
        return "-"
    text = _DIGITS.sub(lambda found: found.group().translate(_AS_DIGIT), text)
    return _CAPACITY.sub(r"\1.", _DOTTED_I.sub("ị", text))
