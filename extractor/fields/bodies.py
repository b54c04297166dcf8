"""Bodies by their names: where a name begins, the place in it, its kind and level.

`kind_and_level("SỞ NỘI VỤ TỈNH HÒA GIANG")` is `("department", "province")`; `place_in` of it is
"TỈNH HÒA GIANG". The words are those of `agencies.yml`, `letterheads.yml` and `places.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from extractor.lexicon.load import Hit, key_of, load
from extractor.lexicon.trie import alternation
from extractor.plan.model import IssuerKind, Level
from extractor.recognise.organisations import find_organisations
from extractor.text import clean
from extractor.view import view

_KINDS: dict[str, IssuerKind] = {kind: kind for kind in get_args(IssuerKind)}
_LEVELS: dict[str, Level] = {level: level for level in get_args(Level)}
_BEFORE = " /*_-–."
_LONGEST_BARE_HEAD = 3  # words: "BAN CHỈ ĐẠO", but not "NGÂN HÀNG NHÀ NƯỚC"


@dataclass(frozen=True, slots=True)
class Body:
    """What a name says of the body: kind and level, each None where it does not say."""

    kind: IssuerKind | None
    level: Level | None


def body_of(name: str) -> Body:
    """Kind and level of a body by its own name; an organ ("Ban Thường trực …") is its body's."""
    organ = organ_before(name)
    found = find_organisations(name[organ:]) or find_organisations(name)
    if not found:
        return Body(None, None)
    level = _LEVELS.get(found[0].level or "") or _level_of_place(name)
    return Body(_KINDS.get(found[0].kind), level)


def opens_body(line: str) -> bool:
    """Whether a line begins with the word for a body ("SỞ NỘI VỤ"), not with a place or a post."""
    text = line.strip(_BEFORE)
    hit = load("agencies").at(view(text), 0)
    if hit is not None:
        return hit.entry.word("kind") != "post"
    return _letterhead(text, "head") > 0


def goes_on(lines: str, line: str) -> bool:
    """Whether `line` goes on with the name of `lines`: "BAN CHỈ HUY" / "QUÂN SỰ XÃ PHÚ LẠC"."""
    above = view(lines.strip(_BEFORE))
    if line.lstrip().startswith(("-", "–")) or lines.rstrip().endswith(("-", "–", ",")):
        return True  # joint issuers: "SỞ NỘI VỤ - CÔNG AN TỈNH"
    hit = load("agencies").at(f"{above} {view(line.strip(_BEFORE))}", 0)
    if hit is not None and hit.span.end > len(above):
        return True
    return is_organ(lines) or (_is_bare_head(above) and not is_organ(line))


def is_organ(name: str) -> bool:
    """Whether `name` is an organ and nothing else: its body is named above or behind it."""
    return 0 < organ_before(name) == len(name)


def is_bare_office(name: str) -> bool:
    """Whether a name is "VĂN PHÒNG" and nothing else: it is the office of the body above."""
    return 0 < _letterhead(name, "office") == len(name)


def is_union(name: str) -> bool:
    """Whether a name is the youth union's own, without a place: its motto."""
    return 0 < _letterhead(name, "union") == len(name)


def is_part(name: str) -> bool:
    """Whether `name` is a part of the body above and nothing else: "THANH TRA" under a Sở."""
    return 0 < _letterhead(name, "part") == len(name)


def organ_before(name: str) -> int:
    """The length of the organ that opens a name, the blank behind it included; 0 without one."""
    end = _letterhead(name, "organ")
    return end + len(name[end:]) - len(name[end:].lstrip())


def bears_own_name(name: str) -> bool:
    """Whether a body of this kind is named in full without the place of the body above."""
    return _letterhead(name, "own_name") > 0


def place_in(name: str) -> str | None:
    """The place that a name ends with: "UBND TỈNH HÒA GIANG" has "TỈNH HÒA GIANG"."""
    hits = list(load("places").find(view(name)))
    local = [hit for hit in hits if hit.entry.id != "central"]
    first = (local or hits)[:1]
    return clean(name[first[0].span.start :]) if first else None


def has_local_place(name: str) -> bool:
    """Whether a name holds a place below the whole country."""
    return any(hit.entry.id != "central" for hit in load("places").find(view(name)))


def bare_level(name: str) -> str | None:
    """The word for a tier that ends a name without the place's own name ("UBND phường")."""
    last: Hit | None = None
    for hit in load("places").find(view(name)):
        last = hit
    if last is None or last.span.end != len(name) or not last.entry.word("level"):
        return None
    return last.span.of(name)


@cache
def tiers() -> str:
    """The words for tiers that stand before a proper name, as an alternation."""
    entries = load("places").entries
    words = (e.aliases for e in entries if e.word("level") and e.id != "central")
    return alternation(key_of(alias) for aliases in words for alias in aliases)


def _letterhead(text: str, entry: str) -> int:
    """The length of the words of `letterheads.yml` with which a text begins; 0 without them."""
    hit = load("letterheads").at(view(text), 0)
    return hit.span.end if hit is not None and hit.entry.id == entry else 0


def _is_bare_head(viewed: str) -> bool:
    """Whether a line is the head of a name alone: "CỤC", "BAN CHỈ ĐẠO"."""
    entry = load("agencies").entry_of(viewed)
    short = len(viewed.split()) <= _LONGEST_BARE_HEAD
    return short and entry is not None and entry.word("tail") in {"name", "free"}


def _level_of_place(name: str) -> Level | None:
    levels = (hit.entry.word("level") for hit in load("places").find(view(name)))
    return next((_LEVELS[level] for level in reversed([*levels]) if level), None)
