"""The PDF reader: the bytes of a born-digital .pdf in, a `Document` with pages and boxes out.

A page whose text layer cannot be trusted (a scan, a broken font map) gives `Page(method="image")`
and a notice, never its letters; a file without a single sound page is refused with a line for the
clerk.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium

from extractor.document.model import BlockKind, Document, Draft, Notice, Page, assemble
from extractor.errors import UnreadableFile
from extractor.reading import pdf_messages as messages
from extractor.reading.pdf_characters import lookalikes, repair
from extractor.reading.pdf_flow import drafts
from extractor.reading.pdf_furniture import PageRows, take_furniture
from extractor.reading.pdf_joining import draft
from extractor.reading.pdf_lines import lines, rows
from extractor.reading.pdf_page import Drawn, Line, RawPage, Word
from extractor.reading.pdf_plumber import Plumber
from extractor.reading.pdf_quality import CLEAN, SOUND, score
from extractor.reading.pdf_tables import Table, take_tables
from extractor.reading.pdf_words import read_page
from extractor.reading.text_furniture import set_aside_behind

FORMAT = "pdf"
MAX_PAGES = 1000
MAX_SECONDS = 300.0

_SCANNED = 0.6  # of the page under images: the page is a picture …
_FEW_WORDS = 25  # … whose few letters are a stamp or a page number
_ILLUSTRATED = 0.15  # … or holds a picture that may say something
_CURVES = 60  # strokes on a page without words: letters drawn as curves
_PDF_HEAD = 1024
_HEADER = b"%PDF-"
_LOCKED = (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with its words repaired; `method` is text, ocr (a scan with a text layer) or image."""

    raw: RawPage
    method: str
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    doubtful: bool = False  # some of its words cannot be right
    unruled: bool = False  # its drawn lines could not be read
    lookalikes: int = 0


def read_pdf(data: bytes, *, name: str | None = None) -> Document:
    """Read the bytes of a .pdf file.

    Raises `UnreadableFile` (no PDF, broken, locked, too long, or no page with sound text) with a
    Vietnamese message. `name` is the file's name, kept for display. Boxes are in points from the
    top left.
    """
    pages = _pages(data)
    if not any(page.words or page.tables for page in pages):
        scanned = any(page.method == "image" for page in pages)
        raise UnreadableFile(messages.SCAN if scanned else messages.EMPTY)
    return assemble(
        hashlib.sha256(data).hexdigest(),
        FORMAT,
        set_aside_behind(_drafts(pages)),
        pages=(_page(page) for page in pages),
        notices=_notices(pages),
        name=name,
    )


def _pages(data: bytes) -> list[ReadPage]:
    deadline = time.monotonic() + MAX_SECONDS
    with _opened(data) as document:
        raws = []
        for index in range(len(document)):
            raws.append(_raw_page(document, index))
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
        method="ocr" if raw.drawn.image_share >= _SCANNED else "text",
        words=tuple(rest),
        tables=tuple(tables),
        doubtful=quality < CLEAN,
        unruled=grids is None,
        lookalikes=sum(lookalikes(word.text) for word in words),
    )


def _is_picture(drawn: Drawn, words: int) -> bool:
    """Whether what a page says is drawn: a scan, or letters turned into curves."""
    if words == 0 and (drawn.image_share >= _ILLUSTRATED or drawn.strokes >= _CURVES):
        return True
    return drawn.image_share >= _SCANNED and words < _FEW_WORDS


def _quality(words: Sequence[Word]) -> float:
    return score(word.text for word in words)


def repaired(words: Sequence[Word]) -> list[Word]:
    """The words with their characters made right; those that have none left are dropped."""
    pairs = ((word, repair(word.text)) for word in words)
    return [word if text == word.text else word._replace(text=text) for word, text in pairs if text]


def _drafts(pages: Sequence[ReadPage]) -> list[Draft]:
    laid = [_laid(page) for page in pages]
    aside = [line for page in pages for line in _turned(page)]
    furniture = take_furniture(laid)
    furniture.extend(draft([line], kind=BlockKind.FURNITURE) for line in aside)
    return [*drafts(laid, [page.tables for page in pages]), *furniture]


def _laid(page: ReadPage) -> PageRows:
    raw = page.raw
    level = [word for word in page.words if not word.turn]
    return PageRows(raw.number, raw.width, raw.height, rows(level))


def _turned(page: ReadPage) -> list[Line]:
    """What runs aslant or up the side of a page: watermarks, stamps in the margin."""
    turned = [word for word in page.words if word.turn]
    return lines(page.raw.number, turned) if turned else []


def _page(page: ReadPage) -> Page:
    return Page(page.raw.number, page.raw.width, page.raw.height, page.method)


def _is_illustrated(page: ReadPage) -> bool:
    return page.method == "text" and page.raw.drawn.image_share >= _ILLUSTRATED


def _notices(pages: Sequence[ReadPage]) -> Iterator[Notice]:
    chosen = (
        ("low_text_quality", messages.IMAGE, [p for p in pages if p.method == "image"]),
        ("low_text_quality", messages.OCR, [p for p in pages if p.method == "ocr"]),
        ("low_text_quality", messages.DOUBTFUL, [p for p in pages if p.doubtful]),
        ("embedded_content", messages.PICTURE, [p for p in pages if _is_illustrated(p)]),
        ("tables_unread", messages.UNRULED, [p for p in pages if p.unruled]),
    )
    for code, message, found in chosen:
        if found:
            numbers = messages.pages([page.raw.number for page in found])
            yield Notice(code, message.format(pages=numbers))
    count = sum(page.lookalikes for page in pages)
    if count:
        yield Notice("repaired_letters", messages.REPAIRED.format(count=count))


__all__ = ["FORMAT", "MAX_PAGES", "MAX_SECONDS", "ReadPage", "read_pdf"]
