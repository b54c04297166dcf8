"""Document, Block, Origin: what a reader hands on, whatever the format.

A document is an ordered run of immutable blocks. Its canonical text is their texts joined by
newlines, so that one pair of offsets serves every format. A block is one paragraph (wrapped lines
rejoined, emphasis marks dropped, automatic number written out) or one table cell; its text holds no
newline: "1. Văn phòng Sở: Chủ trì …" is one block, however many lines it took on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from extractor.span import Span


class BlockKind(StrEnum):
    """What a block is by its form; what it says is the outline's business."""

    PARAGRAPH = "paragraph"
    CELL = "cell"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # site menus, running heads: kept to be seen, read by nobody


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page: points from the top left corner, page counted from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Recoded:
    """A stretch of a block's text, by offsets in it, that the file holds in an old code.

    `original` are the file's own characters ("KÕ ho¹ch"), `code` is tcvn3, tcvn3-h or vni.
    """

    start: int
    end: int
    original: str
    code: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block was read: page and boxes (PDF), part and path (Word), lines (text, from 1).

    `chars` are the offsets in the block's text at which each of `boxes` begins (one box a printed
    line), so that a span can be narrowed to its own lines.
    """

    page: int | None = None
    boxes: tuple[Box, ...] = ()
    chars: tuple[int, ...] = ()
    part: str | None = None
    path: str | None = None
    lines: tuple[int, int] | None = None
    recoded: tuple[Recoded, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table: table, row and column from 0; spans count grid positions.

    `borderless` marks layout tables (letterhead, signature block), which hold no data.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    borderless: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What the format itself says of a paragraph; all of it may be absent."""

    heading: int | None = None  # 1 for a top heading (Word style, Markdown #)
    bold: bool = False  # the whole block is bold
    italic: bool = False
    centred: bool = False
    lead_bold: int = 0  # so many characters at the start are bold ("**1. Sở Nội vụ:** Chủ trì …")


def style_of_all(styles: Sequence[Style], text: str) -> Style:
    """The style of a cell with the paragraphs of `styles`, whose words joined are `text`."""
    if not styles:
        return Style()
    bold = all(style.bold for style in styles)
    return Style(
        bold=bold,
        italic=all(style.italic for style in styles),
        centred=all(style.centred for style in styles),
        lead_bold=len(text) if bold else styles[0].lead_bold,
    )


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or one cell; `start` is its offset in the canonical text."""

    index: int
    start: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None
    style: Style = field(default_factory=Style)
    origin: Origin = field(default_factory=Origin)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a PDF or image: size in points, and how the text on it was got."""

    number: int
    width: float
    height: float
    method: str = "text"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader wants a person to know: a code, a Vietnamese message, a place if any."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that may have been misread (scans): why, and how sure its reading is, 0 to 1.

    `reason` is one of `DOUBTS`; "unread" means that the text holds "…" for what nobody could read.
    """

    span: Span
    reason: str
    sure: float


DOUBTS = ("unread", "unsure", "number", "sign", "roman", "seal", "repaired")


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the file that nobody could read: why (one of `GAPS`), on which page or where.

    `span` is the text beside it where the format has no pages; neither is known of a whole file.
    """

    reason: str
    page: int | None = None
    span: Span | None = None


GAPS = ("image", "letters", "picture", "embedded")


@dataclass(frozen=True, slots=True)
class SignatureField:
    """An electronic signature that a PDF holds: who, when (ISO 8601), which body, on which page."""

    signer: str | None = None
    time: str | None = None
    organisation: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before it has a place: what readers yield, one after the other.

    The spans of `doubts` count from the start of the draft's own text. `gap` says that something at
    this place could not be read (one of `GAPS`); such a draft may have no text.
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None
    style: Style = field(default_factory=Style)
    origin: Origin = field(default_factory=Origin)
    doubts: tuple[Doubt, ...] = ()
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A read document. `id` is the SHA-256 of the source bytes, `format` docx, pdf, txt,
    md, html, mht, doc, rtf, odt, png, jpg or tif."""

    id: str
    format: str
    blocks: tuple[Block, ...]
    text: str
    pages: tuple[Page, ...] = ()
    notices: tuple[Notice, ...] = ()
    name: str | None = None
    doubts: tuple[Doubt, ...] = ()
    gaps: tuple[Gap, ...] = ()
    signatures: tuple[SignatureField, ...] = ()

    @property
    def body(self) -> Iterator[Block]:
        """The blocks that belong to the document itself, site furniture left out."""
        return (block for block in self.blocks if block.kind is not BlockKind.FURNITURE)


def assemble(
    document_id: str,
    format: str,
    drafts: Iterable[Draft],
    *,
    pages: Iterable[Page] = (),
    notices: Iterable[Notice] = (),
    name: str | None = None,
    gaps: Iterable[Gap] = (),
) -> Document:
    """Give each draft its index and offset and join the texts into the canonical text.

    A newline inside a draft becomes a space (same length); drafts without text are left out, except
    table cells, which keep their place in the grid.
    """
    blocks: list[Block] = []
    doubts: list[Doubt] = []
    missed = list(gaps)
    offset = 0
    for draft in drafts:
        text = draft.text.replace("\n", " ").replace("\r", " ")
        empty = not text.strip() and draft.cell is None
        if draft.gap:
            before = blocks[-1].span if blocks else None
            own = Span(offset, offset + len(text))
            missed.append(Gap(draft.gap, draft.origin.page, before if empty else own))
        if empty:
            continue
        blocks.append(
            Block(len(blocks), offset, text, draft.kind, draft.cell, draft.style, draft.origin)
        )
        doubts.extend(replace(doubt, span=doubt.span.shift(offset)) for doubt in draft.doubts)
        offset += len(text) + 1
    canonical = "\n".join(block.text for block in blocks)
    return Document(
        document_id,
        format,
        tuple(blocks),
        canonical,
        tuple(pages),
        tuple(notices),
        name,
        tuple(doubts),
        tuple(missed),
    )
