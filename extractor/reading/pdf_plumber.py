"""The slow path through pdfplumber: words where pdfium's are broken, grids of drawn tables.

Only for the pages that need it, one page open at a time: `Plumber(data, [4])` is asked for
`.words(4)` and `.grids(4)`; a grid is the boxes of a table's cells, `(85.1, 120.4, 112.0,
160.2)`.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeVar

from extractor.reading.pdf_page import Word

# What pdfminer says of broken fonts and tables of contents helps no clerk.
logging.getLogger("pdfminer").setLevel(logging.ERROR)

CellBox = tuple[float, float, float, float]
Edge = dict[str, Any]  # a line as pdfplumber has it
_Answer = TypeVar("_Answer")

_DESCENT = 0.22  # of the height: how far the bottom of a character's box lies below its baseline
_TABLE = {"snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 4}
_WORDS = {"x_tolerance_ratio": 0.16, "y_tolerance": 3.5, "return_chars": True}
_BOLD = re.compile("bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile("italic|oblique", re.IGNORECASE)


class Plumber:
    """pdfplumber over some pages of one file; a context manager that closes what it opened."""

    def __init__(self, data: bytes, numbers: Iterable[int]) -> None:
        self._stream = io.BytesIO(data)
        self._numbers = sorted(set(numbers))
        self._pdf: Any = None

    def __enter__(self) -> Plumber:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pdf is not None:
            with suppress(Exception):  # closing reads the pages once more
                self._pdf.close()

    def words(self, number: int) -> list[Word]:
        """The words of page `number`; empty where pdfplumber cannot read it."""
        return self._ask(number, _words) or []

    def grids(self, number: int) -> list[list[CellBox]] | None:
        """The cells of each drawn table of page `number`; None where pdfplumber cannot read it."""
        return self._ask(number, _grids)

    def _ask(self, number: int, question: Callable[[Any], _Answer]) -> _Answer | None:
        # pdfminer raises whatever a broken file makes it raise: such a page is read without it.
        try:
            if self._pdf is None:
                self._pdf = _opened(self._stream, self._numbers)
            page = self._pdf.pages[self._numbers.index(number)]
            try:
                return question(page)
            finally:
                page.close()
        except Exception as error:
            logging.getLogger(__name__).debug("pdfplumber on page %d: %s", number, error)
            return None


def edge_of(x0: float, top: float, x1: float, bottom: float) -> Edge:
    """A level or upright line; coordinates in points from the top left."""
    size = {"width": x1 - x0, "height": bottom - top}
    place = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top}
    return {**place, **size, "orientation": "h" if top == bottom else "v"}


def cells_of(edges: list[Edge]) -> list[tuple[CellBox, ...]]:
    """The cells of each table that ruled lines make; the lines come from elsewhere (a scan)."""
    from pdfplumber import table

    tolerance = 4.0
    joined = table.merge_edges(edges, 3, 3, 8, 8) if edges else []
    crossings = table.edges_to_intersections(joined, tolerance, tolerance)
    cells = table.intersections_to_cells(crossings)
    return [tuple(found) for found in table.cells_to_tables(cells)]


def _opened(stream: io.BytesIO, numbers: list[int]) -> Any:
    import pdfplumber  # half a second that most files never need

    return pdfplumber.open(stream, pages=numbers)


def _words(page: Any) -> list[Word]:
    left, above = page.cropbox[:2]
    return [_word(word, left, above) for word in page.extract_words(**_WORDS)]


def _grids(page: Any) -> list[list[CellBox]]:
    left, above = page.cropbox[:2]
    return [
        [(x0 - left, top - above, x1 - left, bottom - above) for x0, top, x1, bottom in table.cells]
        for table in page.find_tables(table_settings=_TABLE)
    ]


def _word(word: dict[str, Any], left: float, above: float) -> Word:
    font = str(word["chars"][0].get("fontname", ""))
    top, bottom = word["top"] - above, word["bottom"] - above
    return Word(
        word["text"],
        word["x0"] - left,
        top,
        word["x1"] - left,
        bottom,
        bottom - _DESCENT * (bottom - top),
        bool(_BOLD.search(font)),
        bool(_ITALIC.search(font)),
    )
