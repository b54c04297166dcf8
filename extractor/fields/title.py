"""Type, title and theme: from the lines under the letterhead to `type`, `title`, `theme`.

"KẾ HOẠCH" / "Phát động phong trào thi đua “Xã số” năm 2026" gives type `Kế hoạch`, the title whole
and the theme `Xã số`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.document.model import Block
from extractor.fields.issuing import issues
from extractor.fields.read import Read
from extractor.lexicon.load import load
from extractor.outline.cues import bare, starts
from extractor.outline.head import inline_type
from extractor.outline.look import is_rule
from extractor.span import Span
from extractor.text import clean

_QUOTED = re.compile(r"[“\"«](?P<inside>[^”\"»]{4,})[”\"»]")
_ENCLOSED = re.compile(r"\s*\((?:ban hành )?kèm theo", re.IGNORECASE)
_NUMBER = re.compile(r"\d*(?P<mark>[/-])(?P<code>[^\W\d]+)")


def read_type(blocks: Iterable[Block]) -> Read | None:
    """The official name of the document's type from its type line."""
    for block in blocks:
        name = bare(block.text)
        if name:
            return Read(_official(name), block.span)
    return None


def read_inline_type(blocks: Iterable[Block]) -> Read | None:
    """The type where it stands on one line with the title ("KẾ HOẠCH Triển khai …")."""
    for block in blocks:
        end = inline_type(block.text)
        if end:
            return Read(_official(bare(block.text[:end])), Span(block.start, block.start + end))
    return None


def type_of_number(number: Read | None) -> Read | None:
    """The type that a number's code stands for: `108/KH-UBND` is a Kế hoạch, `66-QĐ/TW` a Quy định.

    Source of the codes: Nghị định 30/2020/NĐ-CP, phụ lục III; Hướng dẫn 36-HD/VPTW for the Party's.
    """
    found = _NUMBER.match(number.value) if number and number.value else None
    if number is None or found is None:
        return None
    party = found["mark"] == "-" and _types_by_code("party_codes").get(found["code"])
    kind = party or _types_by_code("codes").get(found["code"])
    return Read(_official(kind), number.span) if kind else None


def read_issued_type(blocks: Iterable[Block]) -> Read | None:
    """The type from the sentence that issues the document ("… ban hành Kế hoạch …")."""
    for block in blocks:
        for issue in issues(block.text):
            entry = load("issued").entry_of(issue.thing.of(block.text))
            if entry is not None and entry.word("type"):
                return Read(entry.word("type"), issue.thing.shift(block.start))
    return None


def read_title(blocks: Sequence[Block]) -> Read | None:
    """The title whole, its lines joined by a space; enclosure notes and rules left out."""
    lines = [block for block in blocks if _is_title_line(block)]
    if not lines:
        return None
    behind_type = inline_type(lines[0].text) or 0
    joined = " ".join(block.text for block in lines)[behind_type:]
    note = _ENCLOSED.search(joined)
    value = clean(joined[: note.start()] if note else joined)
    return Read(value, Span(lines[0].start + behind_type, lines[-1].end)) if value else None


def read_theme(title: Read | None, text: str) -> Read | None:
    """What stands in quotation marks in the title; None without quotes."""
    found = _QUOTED.search(text, title.span.start, title.span.end) if title else None
    if found is None:
        return None
    return Read(clean(found["inside"]), Span(*found.span("inside")))


def _official(name: str) -> str:
    # A kế hoạch hành động, liên tịch or phối hợp is a Kế hoạch: so says the contract.
    entry = load("document_types").by_id["ke-hoach"]
    if name.lower().startswith(entry.canonical.lower()):
        return entry.canonical
    return name[:1].upper() + name[1:]


@cache
def _types_by_code(key: str) -> dict[str, str]:
    entries = load("document_types").entries
    return {code: entry.canonical for entry in entries for code in entry.words(key)}


def _is_title_line(block: Block) -> bool:
    if is_rule(block.text) or starts("recipients", block.text) or starts("addressee", block.text):
        return False
    return not (starts("enclosed", block.text) and block.text.lstrip(" *_").startswith("("))
