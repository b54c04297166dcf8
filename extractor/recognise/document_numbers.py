"""Numbers of documents: where one stands, how it is written out, what type its code names.

`document_numbers(page)` finds "152/2025/NĐ CP" and gives `152/2025/NĐ-CP`, marked as normalised;
the code NĐ names the type Nghị định. Forms: number/code ("115/KH-SNNMT"), number/year/code
("06/2022/QH15"), the Party's number-code/body ("57-NQ/TW"), a công văn without code
("8609/SNNMT-VPĐK"). Source: Nghị định 30/2020/NĐ-CP, phụ lục III; Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.load import load
from extractor.recognise.page import Page
from extractor.span import Span

_SHAPE = re.compile(
    r"(?<![\w/.,:-])(?P<lead>\d{1,6}(?:\.\d{1,2})?[a-c]?) ?[/-] ?"
    r"(?P<tail>(?:\d{4}[a-z]? ?[/-] ?)?[\dđ]{0,6}[^\W\d_](?:[^\W_]|&(?=\w)){0,13}"
    r"(?: ?[/-] ?(?:[^\W_]|&(?=\w)){1,14}){0,5})"
)
_LOST_HYPHEN = re.compile(r" ([^\W\d_][^\W_]{0,9})(?!\w)")
_ASSEMBLY = re.compile(r"(?:ubtv)?qh\d{1,2}\Z")
_TERM = re.compile(r" {1,2}\d{1,2}(?![\w/-])")  # "43/2013/QH 13": the term apart from its mark
_FORM = re.compile(r"(?:mẫu|biểu|phụ lục|biểu mẫu|mẫu biểu)(?: +\w+)?(?: +số)?:? *\Z")
_SO = re.compile(r"(?<!\w)số *:? *\Z")
_DAY = re.compile(r",? *ngày +\d")
_PARTS = re.compile(r" ?[/-] ?")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number at its place; `restored` if a lost hyphen was put back, `known` if its code is."""

    span: Span
    value: str
    raw: str
    restored: bool
    code_type: str | None
    known: bool


def document_numbers(page: Page) -> Iterator[DocumentNumber]:
    """Every document number of the page, left to right."""
    for match in _SHAPE.finditer(page.viewed):
        found = _read(page, match)
        if found is not None:
            yield found


def _read(page: Page, match: re.Match[str]) -> DocumentNumber | None:
    if _FORM.search(page.viewed, max(0, match.start() - 24), match.start()):
        return None
    start, end = match.start(), _with_term(page, _trimmed(page, match))
    codes = _codes(page, Span(match.start("tail"), end))
    lost = _LOST_HYPHEN.match(page.viewed, end) if len(codes) == 1 else None
    restored = bool(
        lost and _is_code(codes[0]) and _is_code_like(page.text[lost.start(1) : lost.end(1)])
    )
    if lost and restored:
        end = lost.end()
    elif not (_plausible(codes, page.viewed[start:end]) or _dated(page, codes, start, end)):
        return None
    raw = page.text[start:end]
    named = _type(page, codes, start, end)
    known = named is not None or _ASSEMBLY.search(codes[-1].lower()) is not None
    return DocumentNumber(
        Span(start, end), _written(raw), raw, restored, named if known else "Công văn", known
    )


def _trimmed(page: Page, match: re.Match[str]) -> int:
    """The end without what only stands behind a spaced dash: "24/KH-UBND - Sở Nội vụ"."""
    end = match.end()
    for part in _PARTS.finditer(page.viewed, match.start("tail"), end):
        following = _PARTS.search(page.viewed, part.end(), end)
        code = page.text[part.end() : following.start() if following else end]
        if " " in part.group() and not _is_code_like(code):
            return part.start()
    return end


def _with_term(page: Page, end: int) -> int:
    """The end of a number whose mark of the National Assembly stands apart from the term."""
    mark = page.viewed.endswith(("/qh", "/ubtvqh"), max(0, end - 8), end)
    term = _TERM.match(page.viewed, end) if mark else None
    return term.end() if term else end


def _is_code_like(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) * 2 > len(letters)


def _codes(page: Page, tail: Span) -> list[str]:
    """The letter parts of a number; empty if one is not written in capitals."""
    parts = [part for part in _PARTS.split(tail.of(page.text)) if not part.isdigit()]
    return parts if all(_is_capitals(part) for part in parts) else []


def _is_capitals(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return (
        bool(letters)
        and letters[0].isupper()
        and sum(map(str.isupper, letters)) * 2 >= len(letters)
    )


def _plausible(codes: list[str], number: str) -> bool:
    """Two letter parts, or the National Assembly's mark: "01/KH" alone is a form, "1/A" a house."""
    if not codes:
        return False
    if _ASSEMBLY.search(codes[-1].lower()):
        return True
    return len(codes) >= 2 and all(len(code) >= 2 for code in codes[:2])


def _dated(page: Page, codes: list[str], start: int, end: int) -> bool:
    """One code is enough between số and a date: "Văn bản số 51/GĐN ngày 04/3/2026"."""
    numbered = _SO.search(page.viewed, max(0, start - 12), start) is not None
    return len(codes) == 1 and numbered and _DAY.match(page.viewed, end) is not None


def _written(raw: str) -> str:
    """The number without blanks, dashes as hyphens; a lost hyphen comes back."""
    tight = re.sub(r"\s*([/\-‐‑‒–—−])\s*", r"\1", unicodedata.normalize("NFC", raw).strip())
    tight = re.sub(r"(?<=QH)\s+(?=\d)", "", tight)
    return re.sub(r"[‐‑‒–—−]", "-", re.sub(r"\s+", "-", tight))


@cache
def _types_by_code() -> tuple[dict[str, str], dict[str, str]]:
    plain: dict[str, str] = {}
    party: dict[str, str] = {}
    for entry in load("document_types").entries:
        plain.update((code, entry.canonical) for code in entry.words("codes"))
        party.update((code, entry.canonical) for code in entry.words("party_codes"))
    return plain, party


def _is_code(part: str) -> bool:
    return _type_of_code(part, False) is not None


def _type_of_code(code: str, party: bool) -> str | None:
    plain, of_party = _types_by_code()
    found = of_party.get(code) if party else None
    return found or plain.get(code) or plain.get(code.upper())


def _type(page: Page, codes: list[str], start: int, end: int) -> str | None:
    """The type that the code names; a Party number has its hyphen before the code."""
    if not codes or _ASSEMBLY.fullmatch(codes[0].lower()):
        return None
    party = re.match(r"\d+ ?[-–] ?", page.text[start:end]) is not None
    code = re.sub(r"^\d+", "", codes[0])
    return _type_of_code(code, party)
