"""The words in which a plan says what it measures, as notions that two plans share.

Goes in: `Mức thanh toán trực tuyến khi làm DVC`. Comes out: a `Wording`
whose notions are `online_pay` (and with it `pay`, `online`), `service`, each with a weight, and
whose head is empty; `người dân có tài khoản VNeID` has the head `citizen`. Abbreviations are
opened, words of one meaning become one notion (`measure_terms.yml`), and what no entry knows
stays as single syllables and pairs of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from extractor.compare.figures import figures_one_way
from extractor.compare.notions import notions
from extractor.lexicon.load import Entry, load
from extractor.text import folded

_WORD = re.compile(r"\w+(?:[.,]\d+)?%?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BREAK = re.compile(r"[.,;:()\[\]\"]")
_JOINT = re.compile(r" *(?:,|và|hoặc|/|-|,? *các) *")
_OPENED = "measure_abbreviations"
_WEIGHT = 2.0  # of a notion that sets none
_TELLING = 1.5  # a notion of this weight says what is measured
_SYLLABLE = 0.6  # of a syllable that no entry knows, and of a pair of such
_FRAME = 0.3
_TAIL = 0.5  # what a notion keeps behind a word that only narrows
_HEAD_SYLLABLES = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """Notions with their weights; who or what the target is about; what sets it apart."""

    text: str
    weights: Mapping[str, float]
    shown: Mapping[str, str]  # each notion as it is written here
    head: frozenset[str]
    plain_head: frozenset[str]  # first syllables, where no notion is named first
    actors: frozenset[str]
    faults: frozenset[str]
    musts: frozenset[str]  # notions that the other of a pair must name too
    contrasts: Mapping[str, frozenset[str]]
    telling: frozenset[str]  # known things and acts of weight: what the target is about

    def has(self, notion: str) -> bool:
        """Whether the notion is named, by itself or in one that includes it."""
        return notion in self.weights


@dataclass(slots=True)
class _Piece:
    """One notion or unknown word at its place; `entry` None for an unknown word."""

    start: int
    end: int
    entry: Entry | None
    word: str


@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """The wording of an indicator, a unit or a group, as printed."""
    opened = figures_one_way(opened_text(text))
    pieces = list(_pieces(opened))
    weights: dict[str, float] = {}
    shown: dict[str, str] = {}
    for name, weight, word in _weighted(pieces, opened):
        if weight > weights.get(name, 0.0):
            weights[name] = weight
            shown.setdefault(name, word)
    return Wording(
        opened,
        weights,
        shown,
        _head(pieces, opened),
        _plain_head(pieces),
        frozenset(n for p in pieces if _role(p) == "actor" for n in _notions(p)),
        _flagged(pieces, "fault"),
        _flagged(pieces, "both"),
        _contrasts(pieces),
        frozenset(p.entry.id for p in pieces if p.entry and _tells(p.entry)),
    )


def opened_text(text: str) -> str:
    """The folded text with its abbreviations written out."""
    plain = folded(text)
    return load(_OPENED).pattern.sub(_written_out, plain)


def _written_out(found: re.Match[str]) -> str:
    entry = load(_OPENED).entry_of(found.group())
    if entry is None or not _means(entry, found):
        return found.group()
    return folded(entry.canonical)


def _means(entry: Entry, found: re.Match[str]) -> bool:
    """Whether a short form of several meanings stands before a word that tells which."""
    before = entry.words("before")
    rest = found.string[found.end() :].lstrip(" ")
    return not before or any(re.match(rf"{re.escape(word)}\b", rest) for word in before)


def _pieces(text: str) -> Iterator[_Piece]:
    position = 0
    for hit in notions(text):
        yield from _unknown(text, position, hit.span.start)
        yield _Piece(hit.span.start, hit.span.end, hit.entry, hit.span.of(text))
        position = hit.span.end
    yield from _unknown(text, position, len(text))


def _unknown(text: str, start: int, end: int) -> Iterator[_Piece]:
    for found in _WORD.finditer(text, start, end):
        if not _YEAR.fullmatch(found.group()):  # when, not what
            yield _Piece(found.start(), found.end(), None, found.group())


def _weighted(pieces: list[_Piece], text: str) -> Iterator[tuple[str, float, str]]:
    share, last = 1.0, None
    for piece in pieces:
        role = _role(piece)
        if role == "tail":
            share = _TAIL if last is not None else share
        elif piece.entry is None:
            yield piece.word, _SYLLABLE * share, piece.word
            if last and last.entry is None and not _BREAK.search(text, last.end, piece.start):
                pair = f"{last.word} {piece.word}"
                yield pair, _SYLLABLE * share, pair
        elif role == "frame":
            yield piece.entry.id, _FRAME * share, piece.word
        elif role != "noise":
            yield piece.entry.id, _weight(piece.entry) * share, piece.word
            for kin in piece.entry.words("kin"):
                yield kin, 0.1 * share, piece.word
        if role not in ("noise", "tail"):
            last = piece


def _role(piece: _Piece) -> str:
    return piece.entry.word("role") if piece.entry else "word"


def _notions(piece: _Piece) -> tuple[str, ...]:
    return (piece.entry.id, *piece.entry.words("kin")) if piece.entry else ()


def _head(pieces: list[_Piece], text: str) -> frozenset[str]:
    """The first person or thing named, with those that are joined to it."""
    found: list[_Piece] = []
    for piece in pieces:
        role = _role(piece)
        if role == "tail" and found:
            break
        if role in ("actor", "thing"):
            if found and not _JOINT.fullmatch(text, found[-1].end, piece.start):
                break
            found.append(piece)
        elif role == "word" and not found:
            break
    return frozenset(notion for piece in found for notion in _notions(piece))


def _plain_head(pieces: list[_Piece]) -> frozenset[str]:
    words: list[str] = []
    for piece in pieces:
        role = _role(piece)
        if role in ("noise", "frame", "tail") and not words:
            continue
        if role != "word" or len(words) == _HEAD_SYLLABLES:
            break
        words.append(piece.word)
    return frozenset(words)


def _flagged(pieces: list[_Piece], flag: str) -> frozenset[str]:
    return frozenset(p.entry.id for p in pieces if p.entry and p.entry.flag(flag))


def _tells(entry: Entry) -> bool:
    return entry.word("role") in ("thing", "act") and _weight(entry) >= _TELLING


def _weight(entry: Entry) -> float:
    return float(str(entry.values.get("weight", _WEIGHT)))


def _contrasts(pieces: list[_Piece]) -> dict[str, frozenset[str]]:
    sets: dict[str, set[str]] = {}
    for piece in pieces:
        if piece.entry and (name := piece.entry.word("contrast")):
            sets.setdefault(name, set()).add(piece.entry.id)
    return {name: frozenset(ids) for name, ids in sets.items()}
