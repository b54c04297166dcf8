"""Names that a computer can use: slugs, and ids that follow from what is named.

`slug("Sở Nội vụ tỉnh Hòa Giang")` is `so-noi-vu-tinh-hoa-giang`; `name_key("UBND xã Phú Lạc")` is
the same as that of `ỦY BAN NHÂN DÂN XÃ PHÚ LẠC`. Nothing here is random: the same words give the
same id on every run.
"""

from __future__ import annotations

import hashlib
import re

from extractor.lexicon.load import Entry, key_of, load
from extractor.text import folded, without_marks

_OTHER = re.compile(r"[^a-z0-9]+")
_DIGITS = 8


def slug(text: str | None, longest: int = 80) -> str:
    """`text` in small ASCII letters and digits with hyphens, cut between words."""
    plain = _OTHER.sub("-", without_marks(text or "")).strip("-")
    if len(plain) <= longest:
        return plain
    return plain[: longest + 1].rpartition("-")[0] or plain[:longest]


def name_key(name: str) -> str:
    """A body's name for comparison: folded, abbreviations opened, signs dropped."""
    opened = _opened(folded(name))
    return " ".join(re.findall(r"\w+", opened))


def stable_id(letter: str, *parts: object) -> str:
    """`letter` and eight hexadecimal digits that follow from `parts`."""
    ground = "\x1f".join("" if part is None else str(part) for part in parts)
    return letter + hashlib.sha256(ground.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _opened(viewed: str) -> str:
    # Twice: "ubmttq" opens to words of which one is short again.
    short = load("body_abbreviations")
    for _ in range(2):
        viewed = short.pattern.sub(lambda found: _words(short.by_alias, found.group()), viewed)
    return viewed


def _words(by_alias: dict[str, Entry], surface: str) -> str:
    return key_of(by_alias[key_of(surface)].canonical)
