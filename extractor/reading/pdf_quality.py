"""How far the words of a page are Vietnamese: 1.0 for clean text, near 0 for a broken font map.

`score(["Căn", "cứ", "Luật"])` is 1.0, `score(["7KӵF", "KLӋQ", "ph·p"])` is 0.0: the second is
what a PDF hands out whose characters map to the wrong letters, and it must not be taken for text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from unicodedata import normalize

SOUND = 0.85  # broken maps and legacy encodings score below 0.6
CLEAN = 0.94  # real plans score 0.97 and more, save lists of foreign names
_MOST_WORDS = 1500
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_LETTERS = _VOWELS + "bcdđghklmnpqrstvxfjwz"
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}"
    r"(?:ng|nh|ch|[ckmnpt])?"  # k: Đắk Lắk, Krông Búk
)
_ABBREVIATION = re.compile(rf"[{_LETTERS.upper()}]{{2,12}}")
_SHORT = re.compile(r"[A-ZĐ]{1,4}[a-z]{1,2}|[A-Za-z]{2,3}")  # TTg, Pb, kWh, sp
_LOAN = re.compile(r"(?=[A-Za-z]{0,20}[aeiouyAEIOUY])[A-Za-z]{2,24}")
_SIGNS = "–—‐‑−“”‘’«»…•·●○▪■□▫◦❖➢✓×÷±≥≤→⇒°²³¹½¼€$§™®©′″"
_FOREIGN = re.compile(rf"[^\x20-\x7e{_LETTERS}{_LETTERS.upper()}ÐðƉ{_SIGNS}\ue000-\uf8ff\u00ad]")
_INSIDE = re.compile(r"[-–/.,'’&+_:;()“”\"…]+")
_EDGES = " .,;:()[]{}<>“”\"'‘’…!?/-–—+*=_•%"
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|\w+(?:\.\w{2,}){1,4}(?:/\S*)?")
_UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")


def score(words: Iterable[str]) -> float:
    """The share of plausible words, 0 to 1; numbers and signs count neither way, no words are 1."""
    good = bad = 0
    before = ""
    for word in islice(words, _MOST_WORDS):
        spaced = len(word) == 1 == len(before) and word.isalpha() and before.isalpha()
        # "K Ế H O Ạ C H": the blanks stand between letters.
        verdict = -1 if spaced else _verdict(word)
        good += verdict > 0
        bad += verdict < 0
        before = word
    return 1.0 if not bad else good / (good + bad)


@lru_cache(maxsize=20_000)
def _verdict(word: str) -> int:
    """1 plausible, -1 not, 0 says nothing."""
    core = normalize("NFC", word).strip(_EDGES)
    if not any(map(str.isalpha, core)) and (core.isascii() or len(core) == 1):
        return 0
    if _UNMAPPED.search(core) or _FOREIGN.search(core):
        return -1
    if _ADDRESS.fullmatch(core) and core.isascii():
        return 0
    if any(char.isdigit() for char in core):
        return 0
    return min(_part(part) for part in _INSIDE.split(core) if part)


def _part(part: str) -> int:
    cased = part.isupper() or part.islower() or part[1:].islower()
    if cased and (len(part) == 1 or _SYLLABLE.fullmatch(part.lower())):
        return 1
    if _ABBREVIATION.fullmatch(part):
        return 1
    return 0 if _SHORT.fullmatch(part) or _LOAN.fullmatch(part) else -1
