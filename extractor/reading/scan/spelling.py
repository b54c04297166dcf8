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
from itertools import pairwise
from pathlib import Path

from extractor.lexicon.load import load, names
from extractor.text import without_marks
from extractor.view import view

_FIXED = ("layout", "topics", "posts", "capacities", "document_types", "agencies")
_WRONG = ("misspellings", "doubled_words")  # lexicons of what is no word
_SAME_SHAPE = frozenset("COÔƠSUƯVX")  # capitals that look like their small letters
_PURPOSE = ("đê", "đề")  # what a bracket among recipients opens with where a mark was lost
_LONGEST = 8  # syllables
_ABOVE = re.compile("[\u0300\u0301\u0302\u0303\u0306\u0309]")
_SYLLABLES = re.compile(r"[^\W\d_]{1,8}(?: [^\W\d_]{1,8}){1,7}")
_CORE = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"[(“\"'\[]{0,2}$")
_BEHIND = re.compile(r"[.,;:!?…)”\"'\]]{0,3}$")
_OWN_PHRASE = 3  # syllables of a word of our lexicons ("vật liệu nổ")
_PHRASE = 4  # syllables: so many do not stand together in another sense


def is_word(text: str) -> bool:
    """Whether the syllables are one word of the lexicons or of underthesea's list."""
    return view(text) in _words()


def spelled(words: Sequence[str], doubtful: Sequence[bool]) -> list[str]:
    """The words of a line, those put right of which only one reading is a word."""
    found = _with_purposes(_without_capitals_inside(_without_misreadings(words)))
    cores = [core_of(word) for word in found]
    known = _known_places(cores)
    for start, end in _runs(cores):
        run, known_here = cores[start:end], [at in known for at in range(start, end)]
        # The last word of a line may go on in the next.
        known_here[-1] |= end == len(cores) and len(run) >= _PHRASE
        only = _fixed_wording(run) or _meant(run, doubtful[start:end], known_here)
        if only:
            for at, syllable in enumerate(only, start):
                found[at] = found[at].replace(cores[at], cased(syllable, cores[at]), 1)
            known.update(range(start, end))
    return found


def _without_misreadings(words: Sequence[str]) -> list[str]:
    """The words without those slips that the lexicon of misprints knows ("Thục hiện")."""
    found, text = list(words), " ".join(words)
    starts = [len(" ".join(words[:at])) + (at > 0) for at in range(len(words))]
    for hit in load(_WRONG[0]).find(view(text)):
        inside = [at for at, start in enumerate(starts) if hit.span.start <= start < hit.span.end]
        right = hit.entry.canonical.split()
        cores = [core_of(words[at]) for at in inside]
        if len(right) == len(inside) and all(cores) and not " ".join(cores).isupper():
            for at, core, syllable in zip(inside, cores, right, strict=True):
                found[at] = words[at].replace(core, cased(syllable, core), 1)
    return found


def _without_capitals_inside(words: Sequence[str]) -> list[str]:
    """The words without capitals that a small letter of the same shape was taken for ("cơ Sở").

    Such a letter ends no word of our lexicons of which the first half is small.
    """
    found = list(words)
    for at, (before, word) in enumerate(pairwise(words), 1):
        first, second = core_of(before), core_of(word)
        if not (first.islower() and word[:1] in _SAME_SHAPE and second == word[: len(second)]):
            continue
        whole = second[1:].islower() and before == first
        if whole and f"{first} {second.lower()}" in _inseparable():
            found[at] = word[0].lower() + word[1:]
    return found


def _with_purposes(words: Sequence[str]) -> list[str]:
    """The words with "(để phối hợp)" for "(đê phối hợp)", where no word begins with the two."""
    found = list(words)
    for at, (word, after) in enumerate(pairwise(words)):
        second = view(core_of(after) or "")
        noun = any(f"{first} {second}" in _words() for first in _PURPOSE)
        if word.startswith("(") and word[1:] in _PURPOSE and second and not noun:
            found[at] = "(để"
    return found


@cache
def _inseparable() -> frozenset[str]:
    """Words of our lexicons whose first syllable is none of its own before a name."""
    return frozenset(load("scan_words").by_id["inseparable"].aliases)


def _meant(
    cores: Sequence[str], doubtful: Sequence[bool], known: Sequence[bool]
) -> tuple[str, ...] | None:
    """The one word that the syllables can be, where what would change is part of no word yet."""
    only = _only_word(tuple(cores))
    if only is None or not _may_change(cores, only, doubtful):
        return None
    if len(cores) < (_OWN_PHRASE if " ".join(only) in _own_words() else _PHRASE):
        return None if any(known) else only
    changed = (_is_other(core, new) for core, new in zip(cores, only, strict=True))
    right = [was for was, new in zip(known, changed, strict=True) if new]
    return only if right and not any(right) else None


def _is_other(core: str, syllable: str) -> bool:
    """Whether two syllables differ by more than where the tone stands ("Uỷ", "Ủy")."""
    one, other = (sorted(unicodedata.normalize("NFD", text)) for text in (view(core), syllable))
    return one != other


def _may_change(cores: Sequence[str], only: Sequence[str], doubtful: Sequence[bool]) -> bool:
    """Whether every syllable that would change is doubtful, or the word is one of plans.

    A sure syllable that plans have as a word stays: "ngành thuộc tỉnh" has no "thuộc tính" in it.
    """
    own = " ".join(only) in _own_words()
    pairs = zip(cores, only, doubtful, strict=True)
    return all(
        unsure or view(core) == syllable or (own and view(core) not in _own_syllables())
        for core, syllable, unsure in pairs
    )


def core_of(word: str) -> str:
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
    """The one word that differs by marks above its letters only; None for names and for none.

    A long phrase of plans may have lost any mark, and stand among capitals.
    """
    named = any(core[:1].isupper() and not core.isupper() for core in cores[1:])
    candidates: tuple[str, ...] = ()
    if len(cores) >= _PHRASE:
        candidates = _phrases().get(without_marks(" ".join(cores)), ())
    if not candidates and not named:
        candidates = _by_letters().get(_letters(_joined(cores)), ())
    if len(candidates) > 1:  # a word of plans before a rare one of the list
        candidates = tuple(word for word in candidates if word in _own_words())
    return tuple(candidates[0].split()) if len(candidates) == 1 else None


def _joined(cores: Iterable[str]) -> str:
    return view(" ".join(cores))


@lru_cache(maxsize=50_000)
def _letters(text: str) -> str:
    return unicodedata.normalize("NFC", _ABOVE.sub("", unicodedata.normalize("NFD", text)))


def cased(syllable: str, like: str) -> str:
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
def _phrases() -> dict[str, tuple[str, ...]]:
    """The phrases of plans by their bare letters."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in _own_words():
        if len(word.split()) >= _PHRASE:
            found[without_marks(word)].add(word)
    return {letters: tuple(words) for letters, words in found.items()}


@cache
def _own_words() -> frozenset[str]:
    return frozenset(_vocabulary(_lexicons()))


@cache
def _own_syllables() -> frozenset[str]:
    words = (view(unicodedata.normalize("NFC", word.strip())) for word in _lexicons())
    return frozenset(word for word in words if " " not in word)


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
