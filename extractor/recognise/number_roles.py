"""Numbers that count nothing: "Điều 5", "lần thứ 2", "08 giờ 00", "1.", “mô hình 5 không”.

`role_of(page, core, kind)` gives reference, ordinal, time or name, or None for an amount.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import Entry, load
from extractor.recognise.date_atoms import YEAR
from extractor.recognise.page import Page
from extractor.recognise.quantity_units import Kind
from extractor.span import Span

_HOUR = re.compile(
    r" *(?:giờ|h)(?: *\d{1,2}(?!\d)(?: *(?:phút|'))?|(?= *,? *(?:ngày|sáng|chiều|tối)))"
    r"|[:h]\d\d(?!\d)"
)
_MINUTE = re.compile(r"\d{1,2} *giờ *\Z")
_BEFORE_MARK = re.compile(r"(?:\A|\n) *(?:\d{1,2}\.){0,4}\Z")
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}")
_INNER_MARK = re.compile(r"\. +[a-zđ][).] ")
_PROPER = re.compile(r"(?:[^\W\d_]+ +){2}\Z")
_YEAR = re.compile(YEAR)
_QUOTE = re.compile(r'"[^"\n]{1,80}"')
_LISTED = re.compile(r"(?:\d{1,2} *(?:,|và|-) *){1,6}\Z")
_TELEPHONE = 9


def role_of(page: Page, core: Span, kind: Kind) -> str | None:
    """What the number is if it is no amount; percentages always are amounts."""
    if kind.name == "percent":
        return None
    if _is_mark(page, core) or _is_telephone(page, core):
        return "reference"
    if _is_time(page, core, kind):
        return "time"
    said, told = _governed(page, core.start), kind.known and kind.unit
    if said and (said.flag("firm") or not told):
        return said.word("kind")
    if not told and _continues(page, core.start):
        return "reference"
    return "name" if _is_quoted(page, core) or _ends_name(page, core, kind) else None


def _is_mark(page: Page, core: Span) -> bool:
    """ "1.", "2.1 Nội dung", "(3)" and the "2. a)" of web copies that lost their line breaks."""
    before, behind = page.viewed[core.start - 1 : core.start], page.viewed[core.end : core.end + 1]
    if _INNER_MARK.match(page.viewed, core.end) or (before == "(" and behind == ")"):
        return True
    if _BEFORE_MARK.search(page.viewed, max(0, core.start - 16), core.start) is None:
        return False
    titled = page.capital(page.after_blanks(core.end) or core.end)
    return behind in {".", ")"} or bool(titled and _LEVELS.fullmatch(core.of(page.text)))


def _is_telephone(page: Page, core: Span) -> bool:
    figures = core.of(page.text)
    return figures.startswith("0") and sum(map(str.isdigit, figures)) >= _TELEPHONE


def _is_time(page: Page, core: Span, kind: Kind) -> bool:
    if _HOUR.match(page.viewed, core.end) or _MINUTE.search(
        page.viewed, core.start - 10, core.start
    ):
        return True
    return kind.unit is None and _YEAR.fullmatch(core.of(page.text)) is not None


def _governed(page: Page, start: int) -> Entry | None:
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - 32)
    before = page.viewed[low:start].rstrip(" :.")
    hits = load("number_contexts").find(before)
    return next((hit.entry for hit in hits if hit.span.end == len(before)), None)


def _continues(page: Page, start: int) -> bool:
    """Whether a number goes on with a list of references: the 4 of "tại mục 2, 3, 4 phần II"."""
    listed = _LISTED.search(page.viewed, max(0, start - 32), start)
    said = _governed(page, listed.start()) if listed else None
    return said is not None and said.flag("firm")


def _is_quoted(page: Page, core: Span) -> bool:
    line = page.viewed.rfind("\n", 0, core.start) + 1
    end = page.viewed.find("\n", core.end)
    quotes = _QUOTE.finditer(page.viewed, line, len(page.viewed) if end < 0 else end)
    return any(quote.start() < core.start < quote.end() for quote in quotes)


def _ends_name(page: Page, core: Span, kind: Kind) -> bool:
    """The number of "Trường THPT Phú Lạc 2": two capitals stand right before it."""
    words = _PROPER.search(page.viewed, max(0, core.start - 24), core.start)
    if words is None or (kind.known and kind.unit):
        return False
    first, second = words.start(), page.viewed.find(" ", words.start()) + 1
    return page.proper(first) and page.proper(second)
