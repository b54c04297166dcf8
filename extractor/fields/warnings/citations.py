"""Citations that are normalised, or whose numbers and dates cannot both be right.

"163/2024/QH15 ngày 27/11/2025" carries the year 2024 and is dated 2025: `possible_typo`. "57-
NQ/TW" was printed with a blank: `normalized_number`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.document.locate import block_at
from extractor.fields.context import Reading, source_of
from extractor.outline.model import Part
from extractor.plan.model import Plan, Warning
from extractor.recognise.model import Citation

_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)/")
_WHOLE_DATE = len("2026-01-05")


def doubtful_citations(reading: Reading, plan: Plan) -> Iterator[Warning]:
    """Warnings about the numbers and dates of cited documents, each once."""
    yield from _own_number(plan)
    yield from _normalised(reading)
    seen: dict[str, str] = {}
    for citation in reading.mentions.citations:
        message = _doubt(citation, plan.document.date, seen)
        if message:
            place = citation.date_span or citation.head
            yield Warning(code="possible_typo", message=message, source=source_of(reading, place))


def _own_number(plan: Plan) -> Iterator[Warning]:
    place = plan.document.evidence.get("number")
    number = plan.document.number
    if place and number and number not in place.source.text:
        printed = " ".join(place.source.text.split())
        yield Warning(
            code="normalized_number",
            message=f"Số của văn bản “{printed}” đã chuẩn hóa thành “{number}”.",
            source=place.source,
        )


def _normalised(reading: Reading) -> Iterator[Warning]:
    seen: set[str] = set()
    for citation in reading.mentions.citations:
        raw, number = citation.number_raw, citation.number
        if _is_own(reading, citation):
            continue
        if raw and number and raw != number and raw not in seen:
            seen.add(raw)
            yield Warning(
                code="normalized_number",
                message=f"Số hiệu “{raw}” đã chuẩn hóa thành “{number}”.",
                source=source_of(reading, citation.number_span or citation.head),
            )


def _is_own(reading: Reading, citation: Citation) -> bool:
    block = block_at(reading.document, citation.head.start)
    return reading.outline.part_at(block) is Part.LETTERHEAD


def _doubt(citation: Citation, issued: str | None, seen: dict[str, str]) -> str | None:
    """What is wrong with a citation's date; `seen` keeps the first date of each number."""
    number, date = citation.number, citation.date
    if not number or not date:
        return None
    year = _YEAR.search(number)
    if year and year["year"] != date[:4]:
        return f"Số hiệu “{number}” mang năm {year['year']} nhưng ghi ngày {_printed(date)}."
    if len(date) == _WHOLE_DATE and issued and len(issued) == _WHOLE_DATE and date > issued:
        return f"“{number}” ghi ngày {_printed(date)}, sau ngày ban hành văn bản này."
    return _two_dates(number, date, seen)


def _two_dates(number: str, date: str, seen: dict[str, str]) -> str | None:
    # Numbers without a year start anew each year: only dates of one year contradict each other.
    if len(date) < _WHOLE_DATE:
        return None
    first = seen.setdefault(f"{number}@{date[:4]}", date)
    if first == date:
        return None
    return f"“{number}” ghi hai ngày khác nhau: {_printed(first)} và {_printed(date)}."


def _printed(date: str) -> str:
    return "/".join(reversed(date.split("-")))
