"""The letters of one paragraph as it is printed: pieces of like look, text boxes, note references.

Inserted text, hyperlinks, content controls and the results of fields are in; deleted and hidden
text and the instructions of fields are out. In a piece "\\n" is a soft line break, "\\f" a page or
column break, "\\t" a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from extractor.reading.docx_styles import Look, Styles, over, read_look
from extractor.reading.docx_symbols import symbol, without_private
from extractor.reading.docx_xml import (
    ALTERNATE,
    BOX,
    DELETED,
    INSERTED,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    Element,
    R,
    T,
    W,
    chosen,
)
from extractor.reading.old_codes import code_of

_M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FONTS = W + "rFonts"
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_BREAK, _SYM, _FIELD, _RUBY = W + "br", W + "sym", W + "fldChar", W + "ruby"
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
# Embedded workbooks, formulas of old editors, charts and diagrams keep their text elsewhere.
_UNREAD = ("}chart", "}relIds", "}OLEObject")
_PICTURE, _EXTENT = "}pic", "}extent"
_EMU = 12_700  # a point; drawings are measured in these
_LARGE = 0.15 * 595 * 842 * _EMU**2  # of an A4 page, as for the pictures of a PDF
_SKIPPED = DELETED | {P_PR, R_PR, W + "rt", W + "sdtPr", W + "instrText", W + "delText"}
_SOFT = "\u00ad"  # a hyphen that is not there, but in TCVN3 the letter ư
# Characters that print as nothing; line ends and tabs inside w:t print as spaces.
_NOTHING, _SPACES = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "\n\r\t"
_INVISIBLE = {**dict.fromkeys(map(ord, _NOTHING)), **dict.fromkeys(map(ord, _SPACES), " ")}
_ODD = re.compile(f"[{_NOTHING}{_SPACES}\uf020-\uf0ff]")


class Piece(NamedTuple):
    """A stretch of text with one look (a tuple: a long plan has thousands)."""

    text: str
    bold: bool = False
    italic: bool = False
    code: str = ""  # of its font, where that is an old one: the letters are not Unicode yet
    capitals: bool = False  # shown as capitals, when they are Unicode


Words = tuple[str, str, str]  # the code, what the file has, what is read


@dataclass(slots=True)
class Inline:
    """What stands in one paragraph; `fields` is the state of the fields open at this place."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # ("footnote", its id)
    words: list[Words] = field(default_factory=list)  # of paragraphs that hold old codes
    unread: int = 0
    pictures: int = 0
    revised: bool = False
    fields: list[bool] = field(default_factory=list)  # True: in the instruction


def read_inline(paragraph: Element, look: Look, styles: Styles) -> Inline:
    """The letters of `paragraph`; its style gives them `look` where they say nothing themselves."""
    found = Inline()
    _walk(paragraph, look, styles, found)
    return found


def _walk(node: Element, look: Look, styles: Styles, found: Inline) -> None:
    for child in node:
        tag = child.tag
        if tag == R:
            _run(child, look, styles, found)
        elif tag in _SKIPPED or not isinstance(tag, str):
            found.revised = found.revised or tag in DELETED
        elif tag == SDT:
            for inner in child.iterchildren(SDT_CONTENT):
                _walk(inner, look, styles, found)
        elif tag == ALTERNATE:
            _walk(chosen(child), look, styles, found)
        elif tag == _M_T:
            _add(found, child.text or "", look)
        else:
            # Links, smart tags, inserted ranges, formulas: whatever they are, their text counts.
            found.revised = found.revised or tag in INSERTED
            _walk(child, look, styles, found)


def _run(run: Element, base: Look, styles: Styles, found: Inline, stated: Element = None) -> None:
    """The signs of one run; its properties, where it has any, come first (ECMA-376 17.3.2.25)."""
    look = base
    for child in run:
        tag = child.tag
        if tag == T:
            _add(found, _text(child.text or "", stated), look)
        elif tag == R_PR:
            look, stated = _look(child, base, styles), child
        elif tag in _SIGNS:
            _add(found, _SIGNS[tag], look)
        elif tag == _BREAK:
            hard = child.get(W + "type") in ("page", "column")
            _add(found, "\f" if hard else "\n", look)
        elif tag == _SYM:
            _add(found, symbol(child.get(W + "font"), child.get(W + "char")), look)
        elif tag == ALTERNATE:
            _run(chosen(child), look, styles, found, stated)
        elif tag == _RUBY:
            _walk(child, look, styles, found)
        else:
            _unprinted(child, tag, found)


def _unprinted(child: Element, tag: str, found: Inline) -> None:
    """What a run holds that is no text of its own: fields, references to notes, drawings."""
    if tag == _FIELD:
        _turn(child.get(W + "fldCharType"), found.fields)
    elif tag in _NOTES:
        found.notes.append((_NOTES[tag], child.get(W + "id", "")))
    elif tag in _DRAWN:
        _drawn(child, found)


def _look(properties: Element, base: Look, styles: Styles) -> Look:
    own, style = read_look(properties)
    if style is not None:
        own = over(own, styles.character(style))
    return over(own, base)


def _text(text: str, properties: Element | None) -> str:
    if not _ODD.search(text):
        return text
    fonts = None if properties is None else properties.find(_FONTS)
    font = None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")
    return without_private(text.translate(_INVISIBLE), font)


def _add(found: Inline, text: str, look: Look) -> None:
    if not text or look.hidden or any(found.fields):
        return
    bold, italic = bool(look.bold), bool(look.italic)
    code = code_of(look.font) if look.font else ""
    if code:  # run by run: some of them may be Unicode all the same
        found.pieces.append(Piece(text, bold, italic, code, bool(look.capitals)))
        return
    if _SOFT in text:
        text = text.replace(_SOFT, "")
    if look.capitals:
        upper = text.upper()
        text = upper if len(upper) == len(text) else text
    # Word cuts runs anywhere; neighbours of one look are one piece.
    last = found.pieces[-1] if found.pieces else None
    if last and last.bold is bold and last.italic is italic and not last.code:
        text = found.pieces.pop().text + text
    found.pieces.append(Piece(text, bold, italic))


def _turn(step: str | None, fields: list[bool]) -> None:
    if step == "begin":
        fields.append(True)
    elif step == "separate" and fields:
        fields[-1] = False
    elif step == "end" and fields:
        fields.pop()


def _drawn(drawing: Element, found: Inline) -> None:
    before = len(found.boxes)
    found.boxes.extend(_boxes(drawing))
    if len(found.boxes) == before:
        tags = [str(part.tag) for part in drawing.iter()]
        unread = any(tag.endswith(_UNREAD) for tag in tags)
        found.unread += unread
        if not unread and any(tag.endswith(_PICTURE) for tag in tags):
            found.pictures += _is_large(drawing)


def _is_large(drawing: Element) -> bool:
    """Whether a drawing covers so much of a page that it may show text: no emblem, no signature."""
    for part in drawing.iter():
        if str(part.tag).endswith(_EXTENT):
            across, down = part.get("cx", ""), part.get("cy", "")
            return across.isdigit() and down.isdigit() and int(across) * int(down) >= _LARGE
    return False


def _boxes(drawing: Element) -> Iterator[Element]:
    """The outermost text boxes of a drawing; a box inside a box comes with that one's text."""
    for child in drawing:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            yield from _boxes(chosen(child))
        else:
            yield from _boxes(child)
