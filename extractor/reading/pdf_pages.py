"""Pages that were read to the blocks, pages and notices of a document, wherever their words are
from.

In: a `ReadPage` for every page, from a PDF's own text or from a picture of it. Out: a `Document`
with boxes in points from the top left of the page as it lies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.document.model import (
    BlockKind,
    Box,
    Document,
    Draft,
    Gap,
    Notice,
    Origin,
    Page,
    assemble,
)
from extractor.reading import pdf_messages as messages
from extractor.reading.pdf_flow import drafts
from extractor.reading.pdf_furniture import PageRows, take_furniture
from extractor.reading.pdf_joining import draft
from extractor.reading.pdf_lines import lines, rows
from extractor.reading.pdf_page import Line, RawPage, Word, make_line
from extractor.reading.pdf_stamps import take_stamps
from extractor.reading.pdf_tables import Table
from extractor.reading.scan.first_marks import first_marks
from extractor.reading.scan.turn import Turn
from extractor.reading.text_furniture import set_aside_behind

ILLUSTRATED = 0.15  # of the page under an image: a picture that may say something


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with its words repaired.

    `method` is text, ocr (read from a picture), layer (a picture with letters by another program
    under it) or image (not read).

    A page from a picture is straightened: its words lie as in `size`, and `turn` leads back.
    """

    raw: RawPage
    method: str
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    doubtful: bool = False  # some of its words cannot be right
    unread: int = 0  # lines of a picture of which no word was made
    unruled: bool = False  # its drawn lines could not be read
    lookalikes: int = 0
    turn: Turn | None = None

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page on which the words lie, in points."""
        return self.turn.after if self.turn else (self.raw.width, self.raw.height)


def document_of(identity: str, form: str, pages: Sequence[ReadPage], name: str | None) -> Document:
    """The document of pages in their order; `identity` is the SHA-256 of the file."""
    return assemble(
        identity,
        form,
        set_aside_behind(first_marks(_drafts(pages), _recognised(pages))),
        pages=(_page(page) for page in pages),
        notices=_notices(pages),
        name=name,
        gaps=_gaps(pages),
    )


def _gaps(pages: Sequence[ReadPage]) -> Iterator[Gap]:
    """The pages of which nothing could be read, or not all."""
    for page in pages:
        if page.method == "image":
            yield Gap("image", page.raw.number)
        elif page.doubtful or page.unread:
            yield Gap("letters", page.raw.number)
        elif _is_illustrated(page):
            yield Gap("picture", page.raw.number)


def _recognised(pages: Sequence[ReadPage]) -> frozenset[int]:
    return frozenset(page.raw.number for page in pages if page.method == "ocr")


def _drafts(pages: Sequence[ReadPage]) -> list[Draft]:
    parted = [take_stamps(page.words) for page in pages]
    laid = [_laid(page, words) for page, (words, _) in zip(pages, parted, strict=True)]
    aside = [line for page in pages for line in _turned(page)]
    furniture = take_furniture(laid)
    furniture.extend(draft([line], kind=BlockKind.FURNITURE) for line in aside)
    for page, (_, stamps) in zip(pages, parted, strict=True):
        furniture.extend(_stamped(page.raw.number, stamp) for stamp in stamps)
    found = [*drafts(laid, [page.tables for page in pages]), *furniture]
    turns = {page.raw.number: page.turn for page in pages if page.turn and page.turn.degrees}
    return [_as_it_lies(one, turns) for one in found] if turns else found


def _stamped(number: int, stamp: list[list[Word]]) -> Draft:
    """The stamp of an electronic signature as one block, beside the document's text."""
    return draft([make_line(number, row) for row in stamp], kind=BlockKind.FURNITURE)


def _laid(page: ReadPage, words: Sequence[Word]) -> PageRows:
    level = [word for word in words if not word.turn]
    return PageRows(page.raw.number, *page.size, rows(level))


def _turned(page: ReadPage) -> list[Line]:
    """What runs aslant or up the side of a page: watermarks, stamps in the margin."""
    turned = [word for word in page.words if word.turn]
    return lines(page.raw.number, turned) if turned else []


def _as_it_lies(found: Draft, turns: dict[int, Turn]) -> Draft:
    """The draft with its boxes on the page as it was before straightening."""
    origin = found.origin
    if not any(box.page in turns for box in origin.boxes):
        return found
    boxes = tuple(_back(box, turns[box.page]) if box.page in turns else box for box in origin.boxes)
    return replace(found, origin=Origin(origin.page, boxes, origin.chars))


def _back(box: Box, turn: Turn) -> Box:
    corners = [turn.back(x, y) for x in (box.x0, box.x1) for y in (box.top, box.bottom)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    edges = (min(across), min(down), max(across), max(down))
    return Box(box.page, *(round(edge, 1) for edge in edges))


def _page(page: ReadPage) -> Page:
    return Page(page.raw.number, page.raw.width, page.raw.height, page.method)


def _is_illustrated(page: ReadPage) -> bool:
    return page.method == "text" and page.raw.drawn.image_share >= ILLUSTRATED


def _notices(pages: Sequence[ReadPage]) -> Iterator[Notice]:
    chosen = (
        ("low_text_quality", messages.IMAGE, [p for p in pages if p.method == "image"]),
        ("low_text_quality", messages.OCR, [p for p in pages if p.method in ("ocr", "layer")]),
        ("low_text_quality", messages.DOUBTFUL, [p for p in pages if p.doubtful]),
        ("low_text_quality", messages.UNREAD, [p for p in pages if p.unread]),
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
