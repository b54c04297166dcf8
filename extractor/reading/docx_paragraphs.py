"""One Word paragraph read: its pieces, its automatic number, what style and properties say of it.

`read_paragraph(element, reading)` counts the paragraph's list on the way, so paragraphs are read
once and in order. A paragraph whose end mark is deleted goes into the next one and gives None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.reading.docx_codes import Judge, recoded
from extractor.reading.docx_counters import Counters
from extractor.reading.docx_inline import Inline, Piece, Words, read_inline
from extractor.reading.docx_numbering import Lists
from extractor.reading.docx_styles import ParagraphStyle, Styles, heading_level, read_look
from extractor.reading.docx_xml import (
    DELETED,
    NUM_PR,
    P_PR,
    R_PR,
    VAL,
    Element,
    P,
    W,
    number,
    value,
)

_STYLE, _ALIGNMENT, _OUTLINE = W + "pStyle", W + "jc", W + "outlineLvl"
# Marks of a paragraph end that is not there for the reader: deleted, or a style separator.
_ENDLESS = DELETED | {W + "specVanish"}


@dataclass(slots=True)
class Reading:
    """What the reading of one document carries along: styles, counts, what it met on the way."""

    part: str
    styles: Styles
    lists: Lists
    counters: Counters
    tables: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    unread: int = 0  # objects
    pictures: int = 0  # large enough to say something
    revised: bool = False
    carried: Inline = field(default_factory=Inline)  # of paragraphs that run on into the next
    judge: Judge = field(default_factory=Judge)

    @property
    def lost(self) -> tuple[int, int]:
        """How many objects and large pictures were met so far: their text is out of reach."""
        return self.unread, self.pictures


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph read; `label` is its automatic number without the space after it."""

    pieces: tuple[Piece, ...]
    boxes: tuple[Element, ...]
    label: str
    heading: int | None
    alignment: str | None
    contents: bool  # a line of a generated table of contents
    words: tuple[Words, ...] = ()  # with what they were in an old code


def read_paragraph(element: Element, reading: Reading) -> Paragraph | None:
    """The paragraph of a `w:p`; None where it runs on into the next one."""
    stated = _stated(element)
    style = reading.styles.paragraph(_value(stated, _STYLE))
    inline = read_inline(element, style.look, reading.styles)
    if any(piece.code for piece in inline.pieces):
        inline.pieces, inline.words = recoded(inline.pieces, reading.judge)
    _remember(inline, reading)
    inline = _with_carried(inline, reading)
    if _runs_on(element, stated, reading):
        reading.carried = inline
        return None
    return Paragraph(
        tuple(inline.pieces),
        tuple(inline.boxes),
        _label(stated, style, reading),
        _heading(stated, style),
        _value(stated, _ALIGNMENT) or style.alignment,
        style.contents,
        tuple(inline.words),
    )


def _stated(paragraph: Element) -> Mapping[str, Element]:
    properties = paragraph.find(P_PR)
    return {} if properties is None else {child.tag: child for child in properties}


def _value(stated: Mapping[str, Element], tag: str) -> str | None:
    found = stated.get(tag)
    return None if found is None else found.get(VAL)


def _remember(inline: Inline, reading: Reading) -> None:
    reading.notes.extend(inline.notes)
    reading.unread += inline.unread
    reading.pictures += inline.pictures
    reading.revised = reading.revised or inline.revised


def _with_carried(inline: Inline, reading: Reading) -> Inline:
    before, reading.carried = reading.carried, Inline()
    if not before.pieces and not before.boxes:
        return inline
    return Inline(
        before.pieces + inline.pieces,
        before.boxes + inline.boxes,
        words=before.words + inline.words,
    )


def _runs_on(element: Element, stated: Mapping[str, Element], reading: Reading) -> bool:
    """Whether the paragraph has no end of its own and the next one takes its text."""
    marks = [sign.tag for sign in stated.get(R_PR, ()) if sign.tag in _ENDLESS]
    reading.revised = reading.revised or any(mark in DELETED for mark in marks)
    following = element.getnext() if marks else None
    return following is not None and following.tag == P


def _heading(stated: Mapping[str, Element], style: ParagraphStyle) -> int | None:
    own = heading_level(_value(stated, _OUTLINE))
    return style.heading if own is None else own or None


def _label(stated: Mapping[str, Element], style: ParagraphStyle, reading: Reading) -> str:
    """The automatic number of a paragraph, counted; empty where it has none or is hidden."""
    listed = stated.get(NUM_PR)
    list_id = None if listed is None else value(listed, W + "numId")
    level = None if listed is None else number(listed, W + "ilvl")
    if list_id is None and style.list_id is not None:
        list_id = style.list_id
        if level is None:
            level = reading.lists.level_of_style(list_id, style.style_id)
        if level is None:
            level = style.list_level
    if list_id is None or read_look(stated.get(R_PR))[0].hidden:
        return ""
    return reading.counters.label(list_id, level or 0)
