"""Words as offices typed them before Unicode: TCVN3 in .VnTime and .VnTimeH, VNI in VNI-Times.

`typed("Kế hoạch", "tcvn3")` is `[Typed("KÕ ho¹ch", ".VnTime")]`. TCVN3 has few capitals with marks:
they are small letters in the font of capitals, so that `typed("Ủy ban", "tcvn3")` is
`[Typed("ñ", ".VnTimeH"), Typed("y ban", ".VnTime")]`. What a code does not hold stays in a Unicode
font. The tables follow the order of TCVN 5712:1993 (third set) and VNI's rule of a letter and a
mark behind it; they are not those of the reader, which is to be tested with them.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R

TCVN3, VNI = "tcvn3", "vni"
SMALL, CAPITALS, VNI_TIMES, UNICODE = ".VnTime", ".VnTimeH", "VNI-Times", "Times New Roman"

# Letters by the byte they stand at.
_TCVN3 = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
# Marks by what they add to a letter: tones; circumflex, breve, alone and with tones.
_VNI_MARKS = {
    "\u0300": "ø", "\u0301": "ù", "\u0303": "õ", "\u0309": "û", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0300": "à", "\u0302\u0301": "á", "\u0302\u0303": "ã",
    "\u0302\u0309": "å", "\u0323\u0302": "ä",
    "\u0306": "ê", "\u0306\u0300": "è", "\u0306\u0301": "é", "\u0306\u0303": "ü",
    "\u0306\u0309": "ú", "\u0323\u0306": "ë",
}  # fmt: skip
_VNI_ALONE = {
    "đ": "ñ", "ì": "ì", "í": "í", "ĩ": "ó", "ỉ": "æ", "ị": "ò", "ỵ": "î", "ơ": "ô", "ư": "ö",
}  # fmt: skip
_HORN = "\u031b"


@dataclass(frozen=True, slots=True)
class Typed:
    """Characters as the file holds them, and the font that shows them."""

    text: str
    font: str


def typed(text: str, code: str) -> list[Typed]:
    """The stretches of `text` (NFC), each in one font."""
    letters = [_tcvn3(word) if code == TCVN3 else _vni(word) for word in _words(text)]
    flat = [one for word in letters for one in word]
    groups = groupby(flat, key=lambda one: one.font)
    return [Typed("".join(one.text for one in group), font) for font, group in groups]


def in_old_fonts(docx: bytes, code: str) -> bytes:
    """The Word file with every run typed in `code`."""
    word = Document(io.BytesIO(docx))
    for run in list(word.element.iter(qn("w:r"))):
        _retype(run, code)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _retype(run: CT_R, code: str) -> None:
    text = run.text
    if not text.strip():
        return
    for part in typed(unicodedata.normalize("NFC", text), code):
        again = deepcopy(run)
        again.text = part.text
        fonts = OxmlElement("w:rFonts")
        for which in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(which), part.font)
        again.get_or_add_rPr().insert(0, fonts)
        run.addprevious(again)
    run.getparent().remove(run)


def _words(text: str) -> Iterator[str]:
    """Words and the blanks between them."""
    return ("".join(group) for _, group in groupby(text, key=str.isspace))


def _tcvn3(word: str) -> list[Typed]:
    """A word of capitals stands in their font as a whole, if any of them needs it."""
    table = _tcvn3_table()
    needs = [letter.isupper() and letter not in table and not letter.isascii() for letter in word]
    whole = any(needs) and word.isupper()
    return [
        Typed(table.get(letter.lower(), letter.lower()), CAPITALS)
        if needed or (whole and letter.isalpha())
        else _letter(letter, table, SMALL)
        for letter, needed in zip(word, needs, strict=True)
    ]


def _vni(word: str) -> list[Typed]:
    return [_letter(letter, _vni_table(), VNI_TIMES) for letter in word]


def _letter(letter: str, table: dict[str, str], font: str) -> Typed:
    if letter in table:
        return Typed(table[letter], font)
    return Typed(letter, font if _is_western(letter) else UNICODE)


def _is_western(letter: str) -> bool:
    """Whether the code page of the old fonts has a sign: quotes, dashes, but not "≥"."""
    try:
        letter.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return not letter.isalpha() or letter.isascii()


@cache
def _tcvn3_table() -> dict[str, str]:
    return {
        letter: chr(start + at)
        for start, letters in _TCVN3.items()
        for at, letter in enumerate(letters)
    }


@cache
def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter in "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵìíỉĩịđ":
        small = _VNI_ALONE.get(letter) or _composed(letter)
        capital = letter.upper()
        table[letter], table[capital] = small, small.upper()
    return table


def _composed(letter: str) -> str:
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if _HORN in marks:
        base = _VNI_ALONE[unicodedata.normalize("NFC", base + _HORN)]
        marks.remove(_HORN)
    return base + _VNI_MARKS["".join(marks)]
