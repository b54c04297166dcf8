"""Number, place and date: from the lines of the letterhead to values with their places.

"Số: 108/KH-UBND" gives `108/KH-UBND`; "Số:     /KH-UBND" is a blank (`value` None); "Phú Lạc, ngày
tháng 01 năm 2026" gives the place and `2026-01`. Number and date may share a line. Layout: Nghị
định 30/2020/NĐ-CP, phụ lục I, mục II, khoản 3 and 4; a Party number begins with a hyphen behind its
digits (`24-CTr/ĐU`, Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractor.document.model import Block
from extractor.fields.read import Read
from extractor.lexicon.load import load
from extractor.lexicon.trie import alternation
from extractor.span import Span
from extractor.text import UPPER

_PART = rf"[{UPPER}][\w&.()]{{0,24}}"
_YEAR = r"(?:\s{0,3}/\s{0,3}\d{4}(?=\s{0,3}/))?"  # a legal text: "35/2026/QĐ-UBND"
_CODE = rf"{_YEAR}\s{{0,20}}[/-]\s{{0,3}}{_PART}(?:\s?[-–/]\s?{_PART}){{0,3}}"
_BLANK = r"[\s.…_]{0,40}"
_DATE = re.compile(
    r"(?P<place>[^\d\n,|]{2,60}?)?\s{0,4},?\s{0,4}(?P<when>[Nn]gày"
    rf"{_BLANK}(?P<day>\d\s?\d?)?{_BLANK}tháng{_BLANK}(?P<month>\d\s?\d?)?"
    rf"{_BLANK}năm{_BLANK}(?P<year>\d\s?\d\s?\d\s?\d)?)"
)
_SLASH_DATE = re.compile(
    r"(?P<place>[^\d\n,|]{2,60}?)\s{0,4},\s{0,4}(?P<when>(?:[Nn]gày\s{0,4})?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4}))\s*$"
)
_BEFORE_PLACE = " \t\u00a0*_-–—."
_AROUND_PLACE = " ,.*_-–—"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date of issue; `blank` says that day, month or year is left open."""

    place: Read | None
    date: Read
    blank: bool


def read_number(blocks: Iterable[Block]) -> Read | None:
    """The document's own number, a blank one with value None, or None where no line has one."""
    found = list(_numbers(blocks))
    stated = (number for number in found if number.value is not None)
    return next(stated, found[0] if found else None)


def read_dateline(blocks: Iterable[Block]) -> Dateline | None:
    """Place and date of the first line that reads like one ("X, ngày … tháng … năm …")."""
    for block in blocks:
        start = _behind_number(block)
        found = _SLASH_DATE.match(block.text, start) or _DATE.search(block.text, start)
        if found and (found["year"] or found["month"] or found["place"]):
            return _dateline(block, found)
    return None


def iso(year: str, month: str, day: str) -> str | None:
    """An ISO date cut to what is stated; None without a year or for what is no date."""
    if not year:
        return None
    if not month or not 1 <= int(month) <= 12:
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"


@cache
def _number_line() -> re.Pattern[str]:
    label = alternation(load("layout").by_id["number_label"].aliases)
    return re.compile(
        rf"(?<!\w)(?i:{label})\s{{0,4}}[:.]?{_BLANK}(?P<digits>\d[\d\s]{{0,6}})?(?P<code>{_CODE})"
    )


def _numbers(blocks: Iterable[Block]) -> Iterator[Read]:
    for block in blocks:
        found = _own_number(block)
        if found:
            span = Span(block.start + found.start(), block.start + found.end())
            yield Read(_number(found), span)


def _own_number(block: Block) -> re.Match[str] | None:
    found = _number_line().search(block.text)
    # "Quyết định số 12/QĐ-UBND" in running text names another document.
    return found if found and not re.search(r"\w\s*$", block.text[: found.start()]) else None


def _number(found: re.Match[str]) -> str | None:
    digits = re.sub(r"\s+", "", found["digits"] or "")
    code = re.sub(r"\s+", "", found["code"]).replace("–", "-")
    return digits + code if digits else None


def _behind_number(block: Block) -> int:
    found = _own_number(block)
    return found.end() if found else 0


def _dateline(block: Block, found: re.Match[str]) -> Dateline:
    year, month, day = (re.sub(r"\s", "", found[key] or "") for key in ("year", "month", "day"))
    date = Read(iso(year, month, day), Span(*found.span("when")).shift(block.start))
    return Dateline(_place(block, found), date, not (year and month and day))


def _place(block: Block, found: re.Match[str]) -> Read | None:
    if not found["place"]:
        return None
    text = found["place"]
    start = found.start("place") + len(text) - len(text.lstrip(_BEFORE_PLACE))
    value = re.sub(r"\s+", " ", block.text[start : found.end("place")]).strip(_AROUND_PLACE)
    span = Span(block.start + start, block.start + found.end("place"))
    return Read(value, span) if value else None
