"""List markers: from the start of a block to its number or bullet.

`parse_marker("1.2. Nâng cao …")` is `Marker("1.2.", "decimal2", 4.1, 5)`; a web page's own number
before the real one ("4. a) Thi đua …", "1. I TỔ CHỨC THỰC HIỆN") gives way to the real one.
"""

from __future__ import annotations

import re

from extractor.outline.model import Marker
from extractor.text import UPPER

# Higher sections have the smaller rank. Nghị định 30/2020/NĐ-CP, phụ lục I: phần, chương, mục,
# điều, khoản, điểm; plans number I. 1. a) and go on with bullets.
_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
_ORDINAL = rf"(?:{_ROMAN}|\d{{1,2}}|[A-Z]|NHẤT|HAI|BA|TƯ|nhất|hai|ba|tư)"
_FORMS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("part", 0.0, re.compile(rf"(?:PHẦN|Phần)\s+(?:thứ\s+)?{_ORDINAL}\b[.:]?\s*")),
    ("chapter", 0.5, re.compile(rf"(?:CHƯƠNG|Chương)\s+(?:{_ROMAN}|\d{{1,2}})\b[.:]?\s*")),
    ("article", 1.5, re.compile(r"Điều\s+\d{1,3}\s*[.:]\s*")),
    ("upper", 1.0, re.compile(r"[A-H]\s*[.)/]\s+(?=\S)")),
    ("roman2", 3.0, re.compile(rf"(?:{_ROMAN}|[A-H])\.\d{{1,2}}[.)]?\s+(?=[^\W\d])")),
    ("roman3", 3.1, re.compile(rf"(?:{_ROMAN}|[A-H])(?:\.\d{{1,2}}){{2,3}}[.)]?\s+(?=[^\W\d])")),
    ("roman", 2.0, re.compile(rf"{_ROMAN}\s*(?:[.)](?!\d)|[/:-]\s|\s[-–]\s)\s*(?=\S|$)")),
    ("decimal4", 4.3, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+")),
    ("decimal3", 4.2, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+")),
    ("decimal2", 4.1, re.compile(r"\d{1,2}\.\d{1,2}[.)]?\s+(?=[^\W\d])")),
    ("decimal2", 4.1, re.compile(r"\d{1,2}\.\d{1,2}[.)](?=[^\W\d])")),
    ("decimal", 4.0, re.compile(r"\d{1,2}\s?[.)/](?!\d)\s*(?=\D|\d+%)")),
    ("decimal2", 4.1, re.compile(rf"\d{{1,2}}\.\d{{1,2}}[-–]\s+(?=[{UPPER}])")),
    ("decimal", 4.0, re.compile(rf"\d{{1,2}}[-–]\s+(?=[{UPPER}])")),
    ("bracketed", 5.4, re.compile(r"\(\d{1,2}\)\s*")),
    ("letter", 5.0, re.compile(r"[a-zđ]\s?[.)](?![\w.])\s*")),
    ("letter", 5.0, re.compile(r"\([a-zđ]\)\s*")),
    ("letter2", 5.1, re.compile(r"[a-zđ]\.?\d{1,2}[.)]\s*")),
    ("dash", 7.0, re.compile(r"[-–—−‑]\s*(?=[^\s\d%-]|\d)")),
    ("star", 7.5, re.compile(r"[*•●▪■◦o]\s+(?=\S)")),
    ("plus", 8.0, re.compile(r"\+\s*(?=\S)")),
)  # fmt: skip
_WEB_NUMBER = re.compile(r"\d{1,2}\.\s+")
_BARE_ROMAN = re.compile(rf"{_ROMAN}\s+(?=[{UPPER}]{{2,}})")


def parse_marker(text: str) -> Marker | None:
    """The marker at the start of `text`, or None; its `length` counts leading space too."""
    lead = len(text) - len(text.lstrip())
    web = _WEB_NUMBER.match(text, lead)
    if web:
        bare = _BARE_ROMAN.match(text, web.end())
        if bare and text[bare.end() :].isupper():
            return Marker(bare.group().strip(), "roman", 2.0, bare.end())
        inner = _match(text, web.end())
        if inner and inner.kind in ("letter", "decimal2", "upper"):
            return inner
    return _match(text, lead)


def _match(text: str, at: int) -> Marker | None:
    for kind, rank, pattern in _FORMS:
        found = pattern.match(text, at)
        if found and found.end() > at:
            return Marker(found.group().strip(), kind, rank, found.end())
    return None
