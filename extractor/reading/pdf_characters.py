"""Repairs of characters that PDF fonts hand out: same letters to the eye, other code points.

`repair("Ðiều\\u00ad ﬁ")` is `"Điều fi"`: NFC, ligatures taken apart, soft hyphens, control and
zero-width characters dropped, the Icelandic Ð (U+00D0) that old fonts print for Đ made
Vietnamese, the bullets of symbol fonts (private use) made plain.
"""

from __future__ import annotations

import re
import unicodedata

LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ǜ": "ũ", "Ǜ": "Ũ"}  # no Vietnamese word has the left
_BULLETS = dict(zip("\uf0b7\uf0a7\uf0d8\uf076\uf02d\uf02b", "•▪➢❖-+", strict=True))
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NOTHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe", "")
_CONTROLS = {chr(code): "" for code in (*range(32), *range(127, 160))}
_TABLE = str.maketrans({**LOOKALIKES, **_BULLETS, **_LIGATURES, **_NOTHING, **_CONTROLS})
_PLAIN = re.compile(r"[!-~À-Ã\u00c8-\u00caÒ-ÕàáâãèéêìíòóôõùúýăđĩũơưẠ-ỹ–“”…]*")
_LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")


def repair(text: str) -> str:
    """`text` as it reads on the page; it may be shorter or longer than what the font gave."""
    if _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_TABLE))


def lookalikes(text: str) -> int:
    """How many letters of `text` are another alphabet's twins of Vietnamese ones."""
    return len(_LOOKALIKE.findall(text))
