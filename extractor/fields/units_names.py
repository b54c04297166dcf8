"""When two names mean one body: abbreviations, spelling variants and the words around a name.

"Sở KH&CN" and "Sở Khoa học và Công nghệ" meet in one key, "UBND các xã" and "Ủy ban nhân dân xã"
too; so do "phường, xã" and "xã, phường".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.fields.context import Reading
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.text import clean, folded

_LETTERS = re.compile(r"(?<!\w)[A-ZĐ][A-ZĐ&]+(?!\w)")
_PUNCTUATION = re.compile(r"[^\w&]+")
_LEVEL_TAIL = re.compile(r"(?: của| thuộc| cấp)? (?:tỉnh|thành phố|xã|phường|đặc khu|huyện)$")
_LEVEL_WORDS = frozenset(
    ["tỉnh", "thành", "phố", "tp", "xã", "phường", "đặc", "khu", "huyện", "cấp"]
)
_FORCE = re.compile(r"^(?:các )?(?:lực lượng|cơ quan) (?=công an|quân sự|biên phòng|hải quan)")
_GROUP = re.compile(r"(?:các |những )?(?:sở|ban|ngành|phòng)\b")
_NOISE = frozenset(
    {"các", "những", "mọi", "tất", "cả", "toàn", "thể", "có", "và", "đồng", "chí", "đ", "c"}
    | {"trên", "địa", "bàn"}
)


def same_body(reading: Reading, one: Span, other: Span) -> bool:
    """Whether two spans name the same body."""
    return key_of(one.of(reading.text)) == key_of(other.of(reading.text))


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """The key under which spellings of one name meet: its words, folded, sorted, without các."""
    text = _FORCE.sub("", folded(clean(name)))
    if _GROUP.match(text):
        text = _LEVEL_TAIL.sub("", text)
    text = _shortened(text)
    words = [word for word in _PUNCTUATION.split(text) if word]
    kept = [word for word in words if word not in _NOISE]
    return " ".join(sorted(kept or words))  # "phường, xã" is "xã, phường"


def begins(name: str, longer: str) -> bool:
    """Whether `longer` says more of the one body `name`: "Trưởng khối", "Trưởng khối thi đua".

    "các hội và các trường" goes on to another one.
    """
    one, whole = _shortened(folded(name)), _shortened(folded(longer))
    return whole.startswith(one + " ") and not whole.startswith(("và ", "& "), len(one) + 1)


def _shortened(text: str) -> str:
    for long, short in _abbreviations():
        text = text.replace(long, short)
    return text.replace("mttq việt nam", "mttq")


def spells_out(full: str, short: str) -> bool:
    """Whether `full` writes out what `short` abbreviates: "Sở Nội vụ", "SNV"."""
    letters = set(_LETTERS.findall(short)) - set(_LETTERS.findall(full))
    return bool(letters) and len(full.split()) > len(short.split())


def is_variant(key: str, keys: Iterable[str]) -> bool:
    """Whether `key` says one of `keys` with or without its level: "công an" is "công an tỉnh"."""
    words = set(key.split())
    longer = [k for k in keys if words < set(k.split()) <= words | _LEVEL_WORDS]
    return len(longer) == 1


@cache
def _abbreviations() -> tuple[tuple[str, str], ...]:
    pairs = [
        (folded(entry.canonical), folded(alias))
        for entry in load("body_abbreviations").entries
        for alias in entry.aliases[:1]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
