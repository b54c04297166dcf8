"""How alike two printed texts are, whatever their case, tone-mark places, dashes and abbreviations.

`fold_words("Uỷ ban nhân dân xã – Phú Lạc")` equals `fold_words("UBND XÃ PHÚ LẠC")`; `token_f1("Văn
phòng Sở", "Văn phòng")` is 0.8. Nothing here is printed: folded forms are for comparing only.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from evaluation.policy import POLICY

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"\w+")
_DASH_OR_SPACE = re.compile(r"[\s\-–—]+")
_SHORT_FORMS = [
    (re.compile(rf"\b{re.escape(long)}\b"), short) for long, short in POLICY.abbreviations.items()
]


@lru_cache(maxsize=65536)
def fold_words(text: str) -> str:
    """The words of `text` in one spelling, one space apart: the `folded` level of match."""
    lower = unicodedata.normalize("NFC", text).lower()
    for long, short in _SHORT_FORMS:
        lower = long.sub(short, lower)
    return " ".join(_tone_last(word) for word in _WORD.findall(lower))


def _tone_last(word: str) -> str:
    # "hoá" and "hóa" differ only in which vowel bears the tone: it is moved behind the word.
    letters: list[str] = []
    tones: list[str] = []
    for mark in unicodedata.normalize("NFD", word):
        (tones if mark in _TONES else letters).append(mark)
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


@lru_cache(maxsize=65536)
def _bag(text: str) -> Counter[str]:
    return Counter(fold_words(text).split())


def token_f1(gold: str, found: str) -> float:
    """Twice the shared words over all words, 0..1; two texts without a word are alike (1.0)."""
    ours, theirs = _bag(gold), _bag(found)
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


def document_code(text: str) -> str:
    """A document number without case, spaces or dashes: `"57 - NQ/TW"` is `"57NQ/TW"`."""
    return _DASH_OR_SPACE.sub("", unicodedata.normalize("NFC", text).upper())


def unit_class(gold: str, found: str) -> bool:
    """Whether two units count the same kind of thing.

    `percent` is like nothing else; nouns are alike when half their words are shared or the first
    word is the same (`cuộc`, `cuộc kiểm tra`).
    """
    if "percent" in (gold, found):
        return gold == found
    if token_f1(gold, found) >= 0.5:
        return True
    return fold_words(gold).split()[:1] == fold_words(found).split()[:1]
