"""Codes of document numbers that were seen twice or in two: "18/QĐĐ-UBND" is "18/QĐ-UBND".

In: a word. Out: the word with the kind of document that its number states, where the letters read
are no kind's and those without the doubled one are (Nghị định 30/2020/NĐ-CP, phụ lục III). In: the
words of a line. Out: the same, "33/KH-" and "-UBND," as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.lexicon.load import load
from extractor.reading.scan.engine import Seen

_KIND = re.compile(r"(?<=\d[/-])(?P<kind>[A-ZĐ][A-ZĐa-z]{1,5})(?=[-/][A-ZĐ])")
_PARTY = re.compile(r"(?<=[A-Z]/)ĐĐU(?!\w)")  # Đảng ủy's own
_FIRST_HALF = re.compile(r"\d{1,6}(?:/\d{4})?[/-][A-ZĐa-z]{2,5}-")
_SECOND_HALF = re.compile(r"-?[A-ZĐƯ]{2,10}(?:[-&][A-ZĐƯ]{1,10}){0,4}[.,;:)]{0,2}")
_KEYS = ("codes", "party_codes")


def coded(text: str) -> str:
    """The word, the kind in its number put right where one kind only can be meant."""
    return _KIND.sub(lambda found: _kind(found["kind"]), _PARTY.sub("ĐU", text))


def joined_codes(words: Sequence[Seen]) -> list[Seen]:
    """The words of a line, the two halves of a number that a hyphen ends or opens as one."""
    found: list[Seen] = []
    for word in words:
        last = found[-1] if found else None
        if last and _FIRST_HALF.fullmatch(last.text) and _SECOND_HALF.fullmatch(word.text):
            whole = last.text + word.text.removeprefix("-")
            sure = min(last.sure, word.sure)
            found[-1] = replace(last, text=whole, x1=word.x1, sure=sure)
        else:
            found.append(word)
    return found


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
