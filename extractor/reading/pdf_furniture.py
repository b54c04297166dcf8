"""Page numbers and running heads: what a page carries besides the document's text.

A lone "2" or "Trang 2/5" on the first or last row of a page is dropped; a line that stands at the
same height on most pages is kept aside as furniture.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document.model import BlockKind, Draft
from extractor.reading import text_marks as marks
from extractor.reading.pdf_joining import draft
from extractor.reading.pdf_page import Line, Word, make_line
from extractor.reading.pdf_titles import is_label

Row = list[Word]

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—\s.]*",
    re.IGNORECASE,
)
_EDGE = 0.12  # of the page's height: where page numbers and running heads stand
_SAME_HEIGHT = 4.0  # points
_LEAST_PAGES = 3
_OFF = 1.6  # heights: a running head stands further from the text than its lines from each other
_RULE = re.compile(r"[-–—_=]{3,}")


@dataclass(slots=True)
class PageRows:
    """The rows of one page that stand in no table; furniture is taken out of `rows`."""

    number: int
    width: float
    height: float
    rows: list[Row]


def take_furniture(pages: Sequence[PageRows]) -> list[Draft]:
    """Take page numbers, rules and running heads out of the pages; keep the last."""
    for page in pages:
        _drop_numbers(page)
        page.rows = [row for row in page.rows if not _RULE.fullmatch(_text(row))]
    return [draft([line], kind=BlockKind.FURNITURE) for line in _take_running(pages)]


def _text(row: Row) -> str:
    return " ".join(word.text for word in row)


def _drop_numbers(page: PageRows) -> None:
    for at in (0, -1):
        if page.rows and _at_edge(page, at) and _PAGE_NUMBER.fullmatch(_text(page.rows[at])):
            del page.rows[at]


def _at_edge(page: PageRows, at: int) -> bool:
    row = page.rows[at]
    if at == 0:
        return row[0].top < _EDGE * page.height
    return row[0].bottom > (1 - _EDGE) * page.height


def _take_running(pages: Sequence[PageRows]) -> list[Line]:
    """The lines that repeat on the first or last row of at least half of three or more pages."""
    found: list[Line] = []
    for at in (0, -1):
        seen: dict[tuple[str, int], list[PageRows]] = defaultdict(list)
        for page in pages:
            if page.rows and _at_edge(page, at) and _stands_off(page.rows, at):
                height = round(page.rows[at][0].base / _SAME_HEIGHT)
                seen[_text(page.rows[at]), height].append(page)
        for repeated in seen.values():
            if len(repeated) >= max(_LEAST_PAGES, len(pages) / 2):
                found.append(make_line(repeated[0].number, repeated[0].rows[at]))
                for page in repeated:
                    del page.rows[at]
    return found


def _stands_off(rows: Sequence[Row], at: int) -> bool:
    """Whether the first or last row is set off from the text, and no item or annex of it."""
    row, beside = rows[at], rows[1 if at == 0 else -2] if len(rows) > 1 else None
    if marks.mark_of(_text(row)) is not None or is_label(_text(row)):
        return False
    return beside is None or abs(row[0].base - beside[0].base) > _OFF * row[0].height
