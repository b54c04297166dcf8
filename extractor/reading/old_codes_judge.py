"""Whether text in an old font is in that font's code, or true Unicode that kept the font's name.

In: a stretch of text and the code of its font. Out: `verdict("KÕ ho¹ch", "tcvn3")` is 1 (the old
code), `verdict("Kế hoạch", "tcvn3")` is -1 (Unicode), `verdict("phong trao", "tcvn3")` is 0:
nothing in it tells. What tells is whether its words are Vietnamese syllables before or after.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractor.reading.old_codes import decode, residue

# Letters that no old code writes and every Vietnamese sentence in Unicode has.
_UNICODE = re.compile("[ăĂđĐĩĨũŨơƠưƯ\u0300-\u0323\u1ea0-\u1ef9]")
_EDGES = " .,;:()[]{}<>/\\\"'“”‘’…!?-–—+*_=%0123456789\u00a0\u00b0"
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_SYLLABLE = re.compile(rf"{_ONSET}([aăâeêioôơuưy]{{1,3}})(ng|nh|ch|[cmnpt])?")
_NUCLEI = frozenset(
    [
        "a",
        "ă",
        "â",
        "e",
        "ê",
        "i",
        "o",
        "ô",
        "ơ",
        "u",
        "ư",
        "y",
        "ai",
        "ao",
        "au",
        "ay",
        "âu",
        "ây",
        "eo",
        "êu",
        "ia",
        "iê",
        "iêu",
        "iu",
        "oa",
        "oai",
        "oao",
        "oay",
        "oă",
        "oe",
        "oeo",
        "oi",
        "ôi",
        "ơi",
        "oo",
        "ua",
        "uao",
        "uâ",
        "uây",
        "uă",
        "uê",
        "ue",
        "ui",
        "uơ",
        "ươ",
        "ươi",
        "ươu",
        "uô",
        "uôi",
        "uy",
        "uya",
        "uyê",
        "uyu",
        "ưa",
        "ưi",
        "ưu",
        "yê",
        "yêu",
    ]
)
_STOPS = frozenset(("c", "ch", "p", "t"))
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHARP = frozenset("\u0301\u0323")  # the two tones that a syllable ending in a stop may have


def verdict(text: str, code: str) -> int:
    """1 for the old code, -1 for Unicode, 0 where the words are as good either way."""
    if _UNICODE.search(text):
        return -1
    score = 0
    for word in text.split():
        if not word.isascii():
            score += _is_old(word, code) - _is_syllable(word)
    return (score > 0) - (score < 0)


def _is_old(word: str, code: str) -> bool:
    return not residue(word.strip(_EDGES), code) and _is_syllable(decode(word, code))


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    """Whether a word is one that Vietnamese can have: its parts known, one tone, the right one."""
    parts = unicodedata.normalize("NFD", word.strip(_EDGES).lower())
    tones = [char for char in parts if char in _TONES]
    plain = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    found = _SYLLABLE.fullmatch(plain)
    if found is None or len(tones) > 1:
        return False
    if found[1] not in _NUCLEI and not (plain.startswith("gi") and found[1][1:] in _NUCLEI):
        return False
    return found[2] not in _STOPS or (bool(tones) and tones[0] in _SHARP)
