"""The PDF reader: the bytes of a .pdf in, a `Document` with pages and boxes out.

Page by page: the text layer where it is sound (`Page(method="text")`); else, for a scan or a broken
font map, never its letters but what is read from its picture ("ocr"). Where that cannot be done the
page is an "image" with a notice; a file without a single readable page is refused with a line for
the clerk.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from extractor.document.model import Document
from extractor.errors import MissingComponent, UnreadableFile
from extractor.reading import pdf_messages as messages
from extractor.reading.pdf_characters import lookalikes, repair
from extractor.reading.pdf_page import Drawn, RawPage, Word
from extractor.reading.pdf_pages import ILLUSTRATED, ReadPage, document_of
from extractor.reading.pdf_plumber import Plumber
from extractor.reading.pdf_quality import CLEAN, SOUND, score
from extractor.reading.pdf_signatures import signatures_of
from extractor.reading.pdf_tables import take_tables
from extractor.reading.pdf_words import read_page

if TYPE_CHECKING:
    from PIL.Image import Image

FORMAT = "pdf"
MAX_PAGES = 1000
MAX_SECONDS = 300.0  # for all pages with text
SCALE = 200 / 72  # pixels a point of a page's picture
MAX_SCANNED = 200  # pages; one takes two seconds and more
MAX_PIXELS = 30_000_000  # of a page's picture: four times A3 at 200 dots an inch

Progress = Callable[[int, int], None]

_AT_A_TIME = 100  # pages that are read from the file before it is opened anew
_SCANNED = 0.6  # of the page under images: the page is a picture …
_FEW_WORDS = 25  # … whose few letters are a stamp or a page number
_CURVES = 60  # strokes on a page without words: letters drawn as curves
_PDF_HEAD = 1024
_HEADER = b"%PDF-"
_LOCKED = (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)


def read_pdf(data: bytes, *, name: str | None = None, progress: Progress | None = None) -> Document:
    """Read the bytes of a .pdf file; `progress` is told of each scanned page (done, of how many).

    Raises `UnreadableFile` (no PDF, broken, locked, too long, or no page with a readable word) or
    `MissingComponent` (nothing but scans, and no program to read them), with a Vietnamese message.
    `name` is the file's name, kept for display. Boxes are in points from the top left.
    """
    pages = _recognised(data, _pages(data), progress)
    if not any(page.words or page.tables for page in pages):
        scanned = any(page.method == "image" for page in pages)
        raise UnreadableFile(messages.SCAN if scanned else messages.EMPTY)
    document = document_of(hashlib.sha256(data).hexdigest(), FORMAT, pages, name)
    with _opened(data) as file:
        return replace(document, signatures=tuple(signatures_of(file)))


def _pages(data: bytes) -> list[ReadPage]:
    deadline = time.monotonic() + MAX_SECONDS
    raws = []
    for raw in _raw_pages(data):
        raws.append(raw)
        if time.monotonic() > deadline:
            raise UnreadableFile(messages.TOO_SLOW)
    slow = [raw.number for raw in raws if raw.drawn.ruled or raw.quality < SOUND]
    with Plumber(data, slow) as plumber:
        pages = []
        for raw in raws:
            pages.append(_read(raw, plumber))
            if time.monotonic() > deadline:
                raise UnreadableFile(messages.TOO_SLOW)
    return pages


def _raw_pages(data: bytes) -> Iterator[RawPage]:
    """The pages as they come; pdfium keeps what it parsed of each until the file is closed."""
    first, count = 0, 1
    while first < count:
        with _opened(data) as document:
            count = len(document)
            for index in range(first, min(count, first + _AT_A_TIME)):
                yield _raw_page(document, index)
        first += _AT_A_TIME


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    if _HEADER not in data[:_PDF_HEAD]:
        raise UnreadableFile(messages.NOT_PDF)
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in _LOCKED
        raise UnreadableFile(messages.LOCKED if locked else messages.BROKEN) from error
    try:
        if count > MAX_PAGES:
            raise UnreadableFile(messages.too_long(count, MAX_PAGES))
        yield document
    finally:
        document.close()


def _raw_page(document: pdfium.PdfDocument, index: int) -> RawPage:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise UnreadableFile(messages.BROKEN) from error
    try:
        return read_page(page, index + 1)
    finally:
        page.close()


def _read(raw: RawPage, plumber: Plumber) -> ReadPage:
    """The better of both readings of a page, with its tables; an image where neither is sound."""
    words: Sequence[Word] = raw.words
    quality = raw.quality
    if quality < SOUND:
        slow = plumber.words(raw.number)
        slow_quality = _quality(slow) if slow else 0.0
        words, quality = (slow, slow_quality) if slow_quality > quality else (words, quality)
    if quality < SOUND or _is_picture(raw.drawn, len(words)):
        return ReadPage(raw, "image")
    grids = plumber.grids(raw.number) if raw.drawn.ruled else []
    tables, rest = take_tables(raw.number, grids or [], repaired(words))
    return ReadPage(
        raw=raw,
        method="layer" if raw.drawn.image_share >= _SCANNED else "text",
        words=tuple(rest),
        tables=tuple(tables),
        doubtful=quality < CLEAN,
        unruled=grids is None,
        lookalikes=sum(lookalikes(word.text) for word in words),
    )


def _is_picture(drawn: Drawn, words: int) -> bool:
    """Whether what a page says is drawn: a scan, or letters turned into curves."""
    if words == 0 and (drawn.image_share >= ILLUSTRATED or drawn.strokes >= _CURVES):
        return True
    return drawn.image_share >= _SCANNED and words < _FEW_WORDS


def _quality(words: Sequence[Word]) -> float:
    return score(word.text for word in words)


def repaired(words: Sequence[Word]) -> list[Word]:
    """The words with their characters made right; those that have none left are dropped."""
    pairs = ((word, repair(word.text)) for word in words)
    return [word if text == word.text else word._replace(text=text) for word, text in pairs if text]


def _recognised(data: bytes, pages: list[ReadPage], progress: Progress | None) -> list[ReadPage]:
    """The pages, those that are pictures read by their pictures."""
    wanted = [page for page in pages if page.method == "image"]
    if not wanted:
        return pages
    from extractor.reading.scan.sheets import Sheet, recognised  # what few files need

    if len(wanted) > MAX_SCANNED:
        raise UnreadableFile(messages.too_many_scans(len(wanted), MAX_SCANNED))
    with _opened(data) as document:
        sheets = [
            Sheet(raw.number, raw.width, raw.height, partial(_drawn, document, raw.number))
            for raw in (page.raw for page in wanted)
        ]
        try:
            read = {page.raw.number: page for page in recognised(sheets, progress)}
        except MissingComponent:
            if len(wanted) == len(pages):
                raise
            return pages
    return [read.get(page.raw.number, page) for page in pages]


def _drawn(document: pdfium.PdfDocument, number: int) -> Image:
    """The picture of a page as it is shown, 200 dots an inch."""
    page = document[number - 1]
    try:
        area = max(1.0, page.get_width() * page.get_height())
        scale = min(SCALE, (MAX_PIXELS / area) ** 0.5)
        picture: Image = page.render(scale=scale).to_pil()
        return picture
    finally:
        page.close()


__all__ = ["FORMAT", "MAX_PAGES", "MAX_SECONDS", "read_pdf"]
