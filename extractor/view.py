"""A view of a text for matching that keeps every offset: same length, position for position.

`view("Hoà  Bình – “A”")` reads `hòa  bình - "a"`: lower case, tone mark on its modern place,
dashes, quotes and blanks alike. Newlines stay: they part blocks. Unlike `extractor.text.fold` it
needs no map back, because nothing is dropped; runs of blanks stay runs, so patterns write ` +`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TABLE = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−\u00ad", "-"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("\t\r\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        "ð": "đ",
        "Ð": "đ",
        "⁄": "/",
        "∕": "/",
        "％": "%",
    }
)
_SPECIAL = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
_SHORT = 2000  # characters: longer texts are not kept
_OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_MODERN = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


def view(text: str) -> str:
    """The view of an NFC `text`: a string of the same length, for patterns only."""
    return _short(text) if len(text) <= _SHORT else _viewed(text)


@lru_cache(maxsize=8192)
def _short(text: str) -> str:
    # Fields look at the same clause many times.
    return _viewed(text)


def _viewed(text: str) -> str:
    plain = text.translate(_TABLE) if _SPECIAL.search(text) else text
    lower = plain.lower()
    if len(lower) != len(plain):  # "İ" and its like grow: keep those as they are
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return _OLD_TONE.sub(_modern, lower)


def _modern(found: re.Match[str]) -> str:
    # "quý" and "quỳ" keep the tone on y: there the u belongs to the consonant q.
    pair = found.group()
    after_q = found.start() > 0 and found.string[found.start() - 1] == "q"
    return pair if after_q else _MODERN[pair]
