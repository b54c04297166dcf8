"""Pictures of pages to pages that were read: two at a time, in their order.

In: `Sheet`s, each with a function that draws its picture. Out: `ReadPage`s with method "ocr"; a
page without a readable word stays an "image". The pages of a scanned PDF come here as well as
files of pictures (`scan_files`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PIL import Image

from extractor.reading.pdf_page import Drawn, RawPage
from extractor.reading.pdf_pages import ReadPage
from extractor.reading.pdf_quality import plausible
from extractor.reading.scan.engine import engine
from extractor.reading.scan.own_words import settled_by_itself
from extractor.reading.scan.page import Scanned, read_picture

Progress = Callable[[int, int], None]  # pages done, pages to do

_AT_ONCE = 2
_TRUSTED = 0.5
_READABLE = 0.5  # of the words must be plausible; less is a drawing or a map
_CLEAN = 0.8  # real scans have 0.97 and more


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be read from its picture: `draw` gives it at `DPI` dots an inch."""

    number: int
    width: float
    height: float
    draw: Callable[[], Image.Image]


def recognised(sheets: Sequence[Sheet], progress: Progress | None = None) -> list[ReadPage]:
    """The pages, in the order of `sheets`. Raises MissingComponent, UnreadableFile."""
    engine()
    pages = []
    for sheet, scanned in zip(sheets, _scanned(sheets), strict=True):
        pages.append(_page(sheet, scanned))
        if progress:
            progress(len(pages), len(sheets))
    return settled_by_itself(pages)


def _scanned(sheets: Iterable[Sheet]) -> Iterator[Scanned]:
    """Pictures are drawn one after the other, as pdfium draws in one thread only, and few ahead."""
    pool = ThreadPoolExecutor(_AT_ONCE)
    waiting: deque[Future[Scanned]] = deque()
    try:
        for sheet in sheets:
            waiting.append(pool.submit(read_picture, sheet.draw(), sheet.number))
            if len(waiting) > _AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _page(sheet: Sheet, scanned: Scanned) -> ReadPage:
    raw = RawPage(sheet.number, sheet.width, sheet.height, (), 0.0, Drawn(1.0))
    quality = _quality(scanned)
    if quality < _READABLE:
        return ReadPage(raw, "image")
    doubtful = quality < _CLEAN
    return ReadPage(
        raw, "ocr", scanned.words, scanned.tables,
        doubtful=doubtful, unread=scanned.unread, turn=scanned.turn,
    )  # fmt: skip


def _quality(scanned: Scanned) -> float:
    """The share of a page's words that may be words, 0 to 1; 0 where it has none."""
    words = [word for word in scanned.words if word.sure >= _TRUSTED]
    texts = [word.text for word in words]
    texts += [
        part for table in scanned.tables for cell in table.cells for part in cell.text.split()
    ]
    verdicts = [plausible(text) for text in texts]
    good = verdicts.count(1)
    doubtful = len(scanned.words) - len(words) + verdicts.count(-1)
    return good / max(1, good + doubtful) if texts else 0.0
