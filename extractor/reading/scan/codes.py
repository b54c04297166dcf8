"""Codes of document numbers in which a letter was seen twice: "18/QĐĐ-UBND" is "18/QĐ-UBND".

In: a word. Out: the word with the kind of document that its number states, where the letters read
are no kind's and those without the doubled one are (Nghị định 30/2020/NĐ-CP, phụ lục III).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon.load import load

_KIND = re.compile(r"(?<=\d[/-])(?P<kind>[A-ZĐ][A-ZĐa-z]{1,5})(?=[-/][A-ZĐ])")
_KEYS = ("codes", "party_codes")


def coded(text: str) -> str:
    """The word, the kind in its number put right where one kind only can be meant."""
    return _KIND.sub(lambda found: _kind(found["kind"]), text)


def _kind(read: str) -> str:
    if read in _kinds():
        return read
    once = {
        read[:at] + read[at + 1 :]
        for at in range(1, len(read))
        if read[at] == read[at - 1] and read[:at] + read[at + 1 :] in _kinds()
    }
    return once.pop() if len(once) == 1 else read


@cache
def _kinds() -> frozenset[str]:
    types = load("document_types").entries
    return frozenset(code for one in types for key in _KEYS for code in one.words(key))
