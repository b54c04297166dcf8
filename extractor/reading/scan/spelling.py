"""Marks above letters that a scan lost or mixed up, put right where only one word can be meant.

`["được", "sửa", "đối,"]` becomes `["được", "sửa", "đổi,"]`: "sửa đối" is no word, and there is one
word that differs from it by nothing but marks above its letters, which are what small print loses.
A single syllable says nothing, and what is a word already is left alone; so are names, of which no
list is whole. The words are the package's lexicons and, where the looks at the print did not agree,
the list that underthesea brings. In capitals the fixed wordings of layout and headings may have
lost any mark ("KÉ HOẠCH", "GIAM ĐỌC").
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import util
from pathlib import Path

from extractor.lexicon.load import load, names
from extractor.text import without_marks
from extractor.view import view

_FIXED = ("layout", "topics", "posts", "capacities", "document_types", "agencies")
_WRONG = ("misspellings", "doubled_words")  # lexicons of what is no word
_LONGEST = 8  # syllables
_ABOVE = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309]")
_SYLLABLES = re.compile(r"[^\W\d_]{1,8}(?: [^\W\d_]{1,8}){1,7}")
_CORE = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"[(“\"'\[]{0,2}$")
_BEHIND = re.compile(r"[.,;:!?…)”\"'\]]{0,3}$")


def spelled(words: Sequence[str], doubtful: Sequence[bool]) -> list[str]:
    """The words of a line, those put right of which only one reading is a word."""
    found = _without_misreadings(words)
    cores = [_core(word) for word in found]
    known = _known_places(cores)
    for start, end in _runs(cores):
        only = _fixed_wording(cores[start:end])
        if only is None and known.isdisjoint(range(start, end)):
            only = _only_word(tuple(cores[start:end]))
            if only and not _may_change(cores[start:end], only, doubtful[start:end]):
                only = None
        if only:
            for at, syllable in enumerate(only, start):
                found[at] = found[at].replace(cores[at], _cased(syllable, cores[at]), 1)
            known.update(range(start, end))
    return found


def _without_misreadings(words: Sequence[str]) -> list[str]:
    """The words without those slips that the lexicon of misprints knows ("Thục hiện")."""
    found, text = list(words), " ".join(words)
    starts = [len(" ".join(words[:at])) + (at > 0) for at in range(len(words))]
    for hit in load(_WRONG[0]).find(view(text)):
        inside = [at for at, start in enumerate(starts) if hit.span.start <= start < hit.span.end]
        right = hit.entry.canonical.split()
        cores = [_core(words[at]) for at in inside]
        if len(right) == len(inside) and all(cores) and not " ".join(cores).isupper():
            for at, core, syllable in zip(inside, cores, right, strict=True):
                found[at] = words[at].replace(core, _cased(syllable, core), 1)
    return found


def _may_change(cores: Sequence[str], only: Sequence[str], doubtful: Sequence[bool]) -> bool:
    """Whether the word is one of plans, or every syllable that would change is doubtful."""
    if " ".join(only) in _own_words():
        return True
    pairs = zip(cores, only, doubtful, strict=True)
    return all(unsure or view(core) == syllable for core, syllable, unsure in pairs)


def _core(word: str) -> str:
    """The letters of a word with nothing but brackets and marks around; else nothing."""
    core = _CORE.search(word)
    if core is None:
        return ""
    bare = _BEFORE.match(word[: core.start()]) and _BEHIND.match(word[core.end() :])
    return core.group() if bare else ""


def _runs(cores: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Start and end of every run of syllables that may be one word, the longest first."""
    for length in range(_LONGEST, 1, -1):
        for start in range(len(cores) - length + 1):
            if all(cores[start : start + length]):
                yield start, start + length


def _known_places(cores: Sequence[str]) -> set[int]:
    """The syllables that stand in a word of the list as they are."""
    known: set[int] = set()
    words = _words()
    for start, end in _runs(cores):
        if _joined(cores[start:end]) in words:
            known.update(range(start, end))
    return known


@lru_cache(maxsize=20_000)
def _only_word(cores: tuple[str, ...]) -> tuple[str, ...] | None:
    """The one word that differs by marks above its letters only; None for names and for none."""
    if any(core[:1].isupper() and not core.isupper() for core in cores[1:]):
        return None
    candidates = _by_letters().get(_letters(_joined(cores)), ())
    return tuple(candidates[0].split()) if len(candidates) == 1 else None


def _joined(cores: Iterable[str]) -> str:
    return view(" ".join(cores))


@lru_cache(maxsize=50_000)
def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", _ABOVE.sub("", unicodedata.normalize("NFD", text)))


def _cased(syllable: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return syllable.upper()
    return syllable[:1].upper() + syllable[1:] if like[:1].isupper() else syllable


@cache
def _words() -> frozenset[str]:
    return _own_words() | frozenset(_vocabulary(_list().splitlines()))


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word in _words():
        found[_letters(word)].add(word)
    return {letters: tuple(words) for letters, words in found.items()}


@cache
def _own_words() -> frozenset[str]:
    return frozenset(_vocabulary(_lexicons()))


def _vocabulary(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        word = view(unicodedata.normalize("NFC", line.strip()))
        if _SYLLABLES.fullmatch(word):
            yield word


def _fixed_wording(cores: Sequence[str]) -> tuple[str, ...] | None:
    """The fixed wording in capitals that differs by any marks at all."""
    joined = " ".join(cores)
    found = _fixed().get(without_marks(joined)) if joined.isupper() else None
    return tuple(found.split()) if found else None


@cache
def _fixed() -> dict[str, str]:
    """Wordings by their bare letters, those left out that share them."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in _FIXED:
        for alias in load(name).by_alias:
            if " " in alias:
                found[without_marks(alias)].add(alias)
    return {letters: alias for letters, (alias, *more) in found.items() if not more}


def _lexicons() -> Iterator[str]:
    for name in names():
        if name not in _WRONG:
            yield from load(name).by_alias


def _list() -> str:
    """The word list of underthesea, found without loading its models; empty where it is not."""
    place = util.find_spec("underthesea")
    if place is None or not place.origin:
        return ""
    words = Path(place.origin).with_name("corpus") / "data" / "Viet74K.txt"
    return words.read_text(encoding="utf-8") if words.is_file() else ""
