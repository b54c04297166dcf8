"""Number, place and date: from the lines of the letterhead to values with their spans.

"Số: 108/KH-UBND" gives `108/KH-UBND`; "Số:     /KH-UBND" is a blank (`number` None); "Phú Lạc, ngày
tháng 01 năm 2026" gives the place and `2026-01`. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.span import Span
from extractor.text import UPPER

_NUMBER = re.compile(
    r"(?:Số|SỐ|Sô)\s{0,4}[:.]?\s{0,40}(?P<digits>[\d][\d\s]{0,6})?(?P<code>\s{0,20}[/-]\s{0,3}"
    rf"[{UPPER}][\w&.]{{0,14}}(?:\s?[-–/]\s?[{UPPER}][\w&.()]{{0,24}}){{0,3}})"
)
_BLANK_NUMBER = re.compile(r"(?:Số|SỐ|Sô)\s{0,4}[:.]?\s{0,40}[.…_\s]{0,40}[/-]\s{0,3}[A-ZĐ]")
_BLANK = r"[\s.…_]{0,30}"
_DATE = re.compile(
    rf"(?P<place>[^\d\n,|]{{2,60}}?)?\s{{0,4}},?\s{{0,4}}[Nn]gày{_BLANK}(?P<day>\d\s?\d?)?{_BLANK}tháng{_BLANK}(?P<month>\d\s?\d?)?"
    rf"{_BLANK}năm{_BLANK}(?P<year>\d\s?\d\s?\d\s?\d)?"
)
_SLASH_DATE = re.compile(
    r"(?P<place>[^\d\n,|]{2,60}?)\s{0,4},\s{0,4}(?:[Nn]gày\s{0,4})?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\s*$"
)

# A number that shares its line with the dateline ("Số: /KH-UBND  Phú Lạc, ngày …").
_CODE_BEFORE = re.compile(rf"[/-]\s?[{UPPER}][{UPPER}\d&-]{{1,24}}(?=\s)")


@dataclass(frozen=True, slots=True)
class Read:
    """A value (None for a blank) and the span it was read from."""

    value: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date of issue; `blank` says that day, month or year is left open."""

    place: Read | None
    date: Read
    blank: bool


def read_number(blocks: Iterable[Block]) -> Read | None:
    """The document's own number, a blank one with value None, or None where no line has one."""
    for block in blocks:
        found = _NUMBER.search(block.text)
        if found and _own(block, found.start()):
            return Read(
                _number(found), Span(block.start + found.start(), block.start + found.end())
            )
    for block in blocks:
        blank = _BLANK_NUMBER.search(block.text)
        if blank and _own(block, blank.start()):
            return Read(None, block.span.trimmed(" " * block.start + block.text))
    return None


def _own(block: Block, start: int) -> bool:
    # "Quyết định số 12/QĐ-UBND" in running text names another document.
    return not re.search(r"\w\s*$", block.text[:start]) or start == 0


def _number(found: re.Match[str]) -> str | None:
    digits = re.sub(r"\s+", "", found["digits"] or "")
    code = re.sub(r"\s+", "", found["code"]).replace("–", "-")
    return digits + code if digits else None


def read_dateline(blocks: Iterable[Block]) -> Dateline | None:
    """Place and date of the first line that reads like one ("X, ngày … tháng … năm …")."""
    for block in blocks:
        found = _SLASH_DATE.match(block.text) or _DATE.search(block.text)
        if found and (found["year"] or found["month"] or found["place"]):
            return _dateline(block, found)
    return None


def _dateline(block: Block, found: re.Match[str]) -> Dateline:
    year, month, day = (_digits(found, key) for key in ("year", "month", "day"))
    place = _place(block, found)
    whole = Span(block.start + _date_start(found), block.start + found.end())
    return Dateline(place, Read(iso(year, month, day), whole), not (year and month and day))


def _date_start(found: re.Match[str]) -> int:
    return found.end("place") if found["place"] else found.start()


def _digits(found: re.Match[str], key: str) -> str:
    return re.sub(r"\s", "", found[key] or "")


def _place(block: Block, found: re.Match[str]) -> Read | None:
    if not found["place"]:
        return None
    start, end = found.span("place")
    code = _CODE_BEFORE.search(block.text, start, end)
    start = code.end() if code else start
    text = block.text[start:end]
    start += len(text) - len(text.lstrip(" \t\u00a0*_-–—."))
    value = re.sub(r"\s+", " ", block.text[start:end]).strip(" ,.*_-–—")
    return Read(value, Span(block.start + start, block.start + end)) if value else None


def iso(year: str, month: str, day: str) -> str | None:
    """An ISO date cut to what is stated; None without a year or for what is no date."""
    if not year:
        return None
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
