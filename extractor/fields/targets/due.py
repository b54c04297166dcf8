"""The date by which: stated in a clause, and cut out of the words that say what is measured.

"đến năm 2030 đạt 1.700 ha" is due `2030`; in "giảm 30% so với năm 2025" the year only compares.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_DATE_LEAD = re.compile(
    r"(?:,\s*)?(?:(?:ngay\s+)?(?<!\w)(?:vào|đến|trong|tới|trước|kể từ|từ|hết|cuối|giai đoạn|năm|tháng|ngày|kết thúc)\s+)+$",
    re.IGNORECASE,
)

_COMPARED = ("so với", "so với năm", "so với cuối", "so với cùng kỳ")


def due_date(date: DateMention) -> str | None:
    """The date by which something is due, when the mention states one; None for recurrences."""
    if date.kind in ("recurrence", "blank") or date.context in ("term", "school_year"):
        return None
    return date.end or (date.start if date.kind in ("day", "month", "quarter", "year") else None)


def stated_by(reading: Reading, *spans: Span) -> str | None:
    """The first date stated in `spans`, taken in their order."""
    for span in spans:
        for date in reading.mentions.dates_in(span):
            value = due_date(date)
            if value and not _compares(reading.text, date):
                return value
    return None


def without_dates(reading: Reading, span: Span) -> str:
    """The span's text with the date phrases that `by` carries cut out."""
    text, at, parts = reading.text, span.start, []
    for date in reading.mentions.dates_in(span):
        if due_date(date) is None or _compares(text, date):
            continue
        parts.append(text[at : max(at, _phrase_start(text, date, span.start))])
        at = max(at, date.core.end)
    parts.append(text[at : span.end])
    return " ".join(part.strip() for part in parts if part.strip(" ,;"))


def _compares(text: str, date: DateMention) -> bool:
    before = view(text[max(0, date.core.start - 30) : date.core.start])
    return before.rstrip().endswith(_COMPARED)


def _phrase_start(text: str, date: DateMention, floor: int) -> int:
    lead = _DATE_LEAD.search(text, max(floor, date.core.start - 40), date.core.start)
    return lead.start() if lead else date.core.start
