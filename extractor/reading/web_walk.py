"""The walk over a web page: its blocks in reading order, as the Word reader would give them.

In: the page's `body` and the element that holds the document. Out: `Found` drafts: one a
paragraph or line, one a cell of a data table, one a line of a letterhead or foot; each with whether
it stands inside the document and whether it is nothing but a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from extractor.document.model import BlockKind, Draft, Style
from extractor.reading import text_marks as marks
from extractor.reading.docx_inline import Piece
from extractor.reading.docx_lines import Breaks, Line, lines
from extractor.reading.encoding import tidy
from extractor.reading.web_lists import labels
from extractor.reading.web_look import (
    Element,
    alignment_of,
    declared,
    is_hidden,
    look_of,
)
from extractor.reading.web_main import UNSEEN, is_furniture
from extractor.reading.web_model import Around, Found, origin
from extractor.reading.web_tables import table

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav",
     "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "ul")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BY_LINE = frozenset(("center", "right"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NUMBER = re.compile(r"\s*\[?(\d{1,3})\]?\s*")
_UNIT = re.compile(r"(?:^|[\s\d/])[kcdm]?m$")  # m², km³: the only powers that plans print
_LINKED = 0.9


@dataclass(slots=True)
class Pen:
    """Letters of the block that is being read, not yet a block."""

    pieces: list[Piece] = field(default_factory=list)
    label: str = ""
    linked: int = 0

    def write(self, text: str | None, around: Around) -> None:
        if not text:
            return
        clean = tidy(text) if not text.isascii() or around.look.kept else text
        clean = clean if around.look.kept else _BLANKS.sub(" ", clean)
        if around.look.capitals:
            clean = clean.upper()
        if around.link:
            self.linked += len(clean.strip())
        if clean:
            self.pieces.append(Piece(clean, around.look.bold, around.look.italic))

    def said(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def take(self, breaks: Breaks) -> tuple[tuple[Line, ...], bool]:
        """The lines written since last time, and whether they are a link's."""
        said = self.said()
        linked = self.linked >= _LINKED * max(1, len(said.strip()))
        marked = linked or marks.mark_of(said.lstrip()) is not None
        found = lines(self.pieces, breaks, "" if marked or not said.strip() else self.label)
        if found:
            self.label = ""
        self.pieces, self.linked = [], 0
        return found, linked


@dataclass(slots=True)
class Walk:
    """One page being read."""

    main: Element
    tables: Iterator[int] = field(default_factory=count)
    pictures: int = 0
    frames: int = 0

    def block(self, element: Element, around: Around) -> Iterator[Found]:
        """The blocks of an element and all in it."""
        pen = Pen()
        yield from self._content(element, self._within(element, around), pen)

    def _within(self, element: Element, around: Around) -> Around:
        style = declared(element)
        return replace(
            around,
            look=look_of(element, around.look, style),
            alignment=alignment_of(element, style, around.alignment),
            heading=_HEADINGS.get(element.tag, around.heading),
            inside=around.inside or element is self.main,
            furniture=around.furniture or (element is not self.main and is_furniture(element)),
            link=around.link
            or (element.tag == "a" and not (element.get("href") or "#").startswith("#")),
        )

    def _content(self, element: Element, around: Around, pen: Pen) -> Iterator[Found]:
        names = labels(element) if element.tag in ("ol", "ul", "menu", "dir") else {}
        pen.write(element.text, around)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._child(child, around, pen, names.get(child, ""))
            pen.write(child.tail, around)
        if element.tag in _BLOCKS:
            yield from self._ended(pen, around, element)

    def _child(self, child: Element, around: Around, pen: Pen, label: str) -> Iterator[Found]:
        tag = child.tag
        if tag in UNSEEN or is_hidden(child, declared(child)):
            self.frames += tag in ("iframe", "object", "embed") and around.inside
        elif tag == "br":
            pen.pieces.append(Piece("\n"))
        elif tag == "img":
            self.pictures += around.inside
        elif tag == "sup":
            pen.write(_raised(child, pen), around)
        elif tag in _BLOCKS:
            yield from self._ended(pen, around, child)
            yield from self._inner_block(child, self._within(child, around), pen, label)
        else:
            yield from self._content(child, self._within(child, around), pen)

    def _inner_block(self, child: Element, around: Around, pen: Pen, label: str) -> Iterator[Found]:
        if child.tag == "table":
            yield from table(child, around, self.block, self.tables)
            return
        if child.tag == "li":
            pen.label = label
        yield from self._content(child, around, pen)
        if child.tag == "li":
            pen.label = ""

    def _ended(self, pen: Pen, around: Around, element: Element) -> Iterator[Found]:
        by_line = around.alignment in _BY_LINE
        found, linked = pen.take(Breaks.PART if by_line else Breaks.SENSE)
        for line in found:
            yield Found(_draft(line, around, element), around.inside, linked)


def _draft(line: Line, around: Around, element: Element) -> Draft:
    style = Style(
        around.heading, line.bold, line.italic, around.alignment == "center", line.lead_bold
    )
    kind = BlockKind.FURNITURE if around.furniture else BlockKind.PARAGRAPH
    return Draft(line.text, kind, None, style, origin(element))


def _raised(element: Element, pen: Pen) -> str:
    """What stands raised: the number of a footnote in brackets, anything else as it is."""
    text = "".join(element.itertext())
    number = _NUMBER.fullmatch(text)
    if number is None or (text.strip() in ("2", "3") and _UNIT.search(pen.said()[-8:])):
        return text
    return f"[{number[1]}]"
