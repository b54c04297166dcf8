"""Slips of a reader of letters that the letters beside them give away.

`["_", "2l", "tháng", "11", "đơn", "vỊ.", "KT,GIÁM"]` becomes `["-", "21", "tháng", "11", "đơn",
"vị.", "KT.GIÁM"]`: a list's dash, a one among digits, a capital at the end of a small word, the
point of an abbreviated capacity. Two words without a blank ("SởY") are two again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import Seen
from extractor.text import LOWER, UPPER

_DASH = re.compile(r"[_~–—-]{1,3}")
_DIGITS = re.compile(r"(?<![^\W\d_])[\dlI|!OoS]*\d[\dlI|!OoS]*(?![^\W\d_])")
_AS_DIGIT = str.maketrans("lI|!OoS", "1111005")
_DOTTED_I = re.compile(rf"(?<=[{LOWER}])Ị(?![{UPPER}])")
_GLUED = re.compile(rf"([^\W\d_]{{1,7}}(?<=[{LOWER}]))([{UPPER}][{LOWER}]{{0,6}}[.,;:)]{{0,2}})")
_CAPACITY = re.compile(rf"^(KT|TM|TL|TUQ|Q)[,:;](?=[{UPPER}]|$)")
# The mark of the National Assembly before its term (QH1 to QH16): "QHI13", "QHl3", "QHI3".
_ASSEMBLY = re.compile(r"(?<=/)(?:(?P<added>QH)[Il|!](?=1\d(?!\d))|QH[Il|!](?=\d(?!\d)))")
_NUMBERED = re.compile(r"[Ss][óòốồơôo]|S[ÓÒỐỒƠÔO]")  # "só 12/KH-UBND": nothing else stands there
_NUMBER = re.compile(r"\d{1,6}(?:/\d{4})?[/-][^\W\d_]")
_SURE = 0.7  # of what is put right
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
    return _numbered([_assembled(part) for part in parts])


def _assembled(word: Seen) -> Seen:
    """A number with a stroke too many, or a letter for one, behind QH: no other code looks so."""
    text = _ASSEMBLY.sub(lambda found: "QH" if found["added"] else "QH1", word.text)
    return replace(word, text=text, doubt="number", sure=_SURE) if text != word.text else word


def _numbered(words: list[Seen]) -> list[Seen]:
    """The words with "số" before numbers of documents, whichever marks it lost."""
    return [
        replace(word, text="SỐ" if word.text.isupper() else word.text[0] + "ố")
        if _NUMBERED.fullmatch(word.text) and after is not None and _NUMBER.match(after.text)
        else word
        for word, after in zip_longest(words, words[1:])
    ]


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
