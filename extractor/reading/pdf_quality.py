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

from extractor.reading.pdf_characters import LOOKALIKES

SOUND = 0.85  # broken maps and legacy encodings score below 0.6
CLEAN = 0.96  # real plans score 0.98 and more
_MOST_WORDS = 1500
_SPACED = 3
_GRACE = 10  # words taken for good beforehand: one odd name on a short page says little
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_LETTERS = _VOWELS + "bcdđghklmnpqrstvxfjwz"
_SYLLABLE = re.compile(
    rf"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bkps][lr]|[bcdđghklmnpqrstvx])?[{_VOWELS}]{{1,3}}"
    r"(?:ng|nh|ch|[ckmnpt])?"  # k: Đắk Lắk, Krông Búk
)
_ABBREVIATION = re.compile(rf"[{_LETTERS.upper()}]{{2,12}}")
_SHORT = re.compile(r"[A-ZĐ]{1,5}[a-zđ]{1,2}[A-ZĐ]{0,4}|[a-z][A-Z]{1,2}")  # TTg, TTgCP, Pb, pH
# Without a vowel a word in small letters is one whose marked letters got lost ("Cn c Lut").
_UNITS = re.compile(r"km|kg|cm|mm|ml|kv|kw|kwh|mw|m|g|h|l|s|x|đ|đc|sp|tr|ph|bc|tp|tx|tt|gd|ct")
_VOWEL = re.compile(rf"[{_VOWELS}]", re.IGNORECASE)
_LOAN = re.compile(r"(?=[A-Za-z]{0,20}[aeiouyAEIOUY])[A-Za-z]{2,24}")
_SIGNS = "–—‐‑−“”‘’«»…•·●○▪■□▫◦❖➢✓×÷±≥≤→⇒°²³¹½¼€$§™®©′″"
_FOREIGN = re.compile(rf"[^\x20-\x7e{_LETTERS}{_LETTERS.upper()}{_SIGNS}\ue000-\uf8ff\u00ad]")
_INSIDE = re.compile(r"[-–/.,'’&+_:;()“”\"…]+")
_SAME = str.maketrans(LOOKALIKES)
_EDGES = " .,;:()[]{}<>“”\"'‘’…!?/-–—+*=_•%"
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|\w+(?:\.\w{2,}){1,4}(?:/\S*)?")
_UNMAPPED = re.compile(r"\(cid:\d+\)|\ufffd")


def score(words: Iterable[str]) -> float:
    """The share of plausible words, 0 to 1; numbers and signs count neither way, no words are 1."""
    good = bad = run = 0
    for word in islice(words, _MOST_WORDS):
        # "K Ế H O Ạ C H": blanks between letters; two in a row may be the heads of columns.
        run = run + 1 if len(word) == 1 and word.isalpha() else 0
        verdict = -1 if run >= _SPACED else plausible(word)
        good += verdict > 0
        bad += verdict < 0
    return (good + _GRACE) / (good + bad + _GRACE)


@lru_cache(maxsize=20_000)
def plausible(word: str) -> int:
    """1 for a word of syllables, -1 for one that cannot be right, 0 for what says nothing."""
    core = normalize("NFC", word).translate(_SAME).strip(_EDGES)
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
    if part.islower() and not _VOWEL.search(part):
        return 0 if _UNITS.fullmatch(part) or len(part) == 1 else -1
    cased = part.isupper() or part.islower() or part[1:].islower()
    if cased and (len(part) == 1 or _SYLLABLE.fullmatch(part.lower())):
        return 1
    if _ABBREVIATION.fullmatch(part):
        return 1
    return 0 if _SHORT.fullmatch(part) or _LOAN.fullmatch(part) else -1
