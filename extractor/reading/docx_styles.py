"""What the styles of a Word file say: by id, inherited through `basedOn`, each worked out once.

`styles.paragraph("Heading1")` gives the look of its letters, alignment, heading level and list;
a paragraph's own properties come on top of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extractor.reading.docx_xml import NUM_PR, P_PR, R_PR, VAL, Element, W, is_on, number, value

_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)$|table of figures$", re.IGNORECASE)
_BODY_LEVEL = 9  # outlineLvl counts headings from 0; 9 is body text


class Look(NamedTuple):
    """How letters look; None is "not said here". A tuple: a long plan asks for thousands."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None  # of the letters beyond ASCII


@lru_cache(maxsize=1024)
def over(own: Look, below: Look) -> Look:
    """`own` where it says something, `below` where it does not."""
    pairs = zip(own, below, strict=True)
    return Look._make(stated if said is None else said for said, stated in pairs)


NO_LOOK = Look()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style settles; `list_style` is the style whose `w:numPr` names the list."""

    look: Look = NO_LOOK
    alignment: str | None = None
    heading: int | None = None
    contents: bool = False  # a line of a generated table of contents
    list_id: str | None = None
    list_level: int | None = None
    style_id: str | None = None


_SWITCHES = {W + "b": 0, W + "i": 1, W + "vanish": 2, W + "caps": 3}
_RUN_STYLE = W + "rStyle"
_FONTS, _FONT, _ASCII_FONT = W + "rFonts", W + "hAnsi", W + "ascii"


def read_look(properties: Element | None) -> tuple[Look, str | None]:
    """The look that one `w:rPr` states itself, and the character style it names, if any."""
    if properties is None:
        return NO_LOOK, None
    said: list[bool | None] | None = None
    style: str | None = None
    font: str | None = None
    for child in properties:
        tag = child.tag
        place = _SWITCHES.get(tag)
        if place is not None:
            said = said or [None, None, None, None]
            said[place] = is_on(child)
        elif tag == _RUN_STYLE:
            style = child.get(VAL)
        elif tag == _FONTS:
            font = child.get(_FONT) or child.get(_ASCII_FONT)
    if said is None:
        return (_of_font(font) if font else NO_LOOK), style
    return Look(said[0], said[1], said[2], said[3], font), style


@lru_cache(maxsize=256)
def _of_font(font: str) -> Look:
    return Look(font=font)


def heading_level(outline: str | None) -> int | None:
    """The heading level (from 1) of a `w:outlineLvl`; 0 for body text, None where not stated."""
    if outline is None or not outline.isdecimal():
        return None
    level = int(outline)
    return 0 if level >= _BODY_LEVEL else level + 1


class Styles:
    """The styles part, indexed; every answer is worked out once."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._default_paragraph: str | None = None
        self._base = NO_LOOK
        if root is not None:
            self._index(root)

    def _index(self, root: Element) -> None:
        for style in root.iterchildren(W + "style"):
            style_id = style.get(W + "styleId", "")
            self._elements[style_id] = style
            default = style.get(W + "default", "0") in ("1", "true", "on")
            if default and style.get(W + "type") == "paragraph":
                self._default_paragraph = style_id
        self._base, _ = read_look(root.find(f"{W}docDefaults/{W}rPrDefault/{R_PR}"))

    def chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while style_id and style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            yield self._elements[style_id]
            style_id = value(self._elements[style_id], W + "basedOn")

    def character(self, style_id: str) -> Look:
        """The look of a character style."""
        if style_id not in self._characters:
            look = NO_LOOK
            for style in self.chain(style_id):
                look = over(look, read_look(style.find(R_PR))[0])
            self._characters[style_id] = look
        return self._characters[style_id]

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """The settled paragraph style; an unknown or absent id means the default one."""
        if style_id not in self._paragraphs:
            known = style_id if style_id in self._elements else self._default_paragraph
            self._paragraphs[style_id] = self._settle(known)
        return self._paragraphs[style_id]

    def _settle(self, style_id: str | None) -> ParagraphStyle:
        styles = list(self.chain(style_id))
        look = NO_LOOK
        for style in styles:
            look = over(look, read_look(style.find(R_PR))[0])
        properties = [found for style in styles if (found := style.find(P_PR)) is not None]
        list_id, list_level = _list_of(properties)
        return ParagraphStyle(
            over(look, self._base),
            next((stated for one in properties if (stated := value(one, W + "jc"))), None),
            _settled_heading(styles, properties),
            any(_CONTENTS.match(value(style, W + "name") or "") for style in styles),
            list_id,
            list_level,
            style_id,
        )

    def list_of(self, style_id: str) -> str | None:
        """The list that a numbering style names (`w:numStyleLink` points to such a style)."""
        style = self._elements.get(style_id)
        return None if style is None else value(style, f"{P_PR}/{NUM_PR}/{W}numId")

    def table_borders(self, style_id: str | None) -> dict[str, Element]:
        """The borders of a table style by side (`top`, `insideV`), nearest style first."""
        borders: dict[str, Element] = {}
        for style in self.chain(style_id):
            stated = style.find(f"{W}tblPr/{W}tblBorders")
            for side in () if stated is None else stated:
                borders.setdefault(side.tag, side)
        return borders


def _settled_heading(styles: list[Element], properties: list[Element]) -> int | None:
    for one in properties:
        stated = heading_level(value(one, W + "outlineLvl"))
        if stated is not None:
            return stated or None
    for style in styles:
        named = _HEADING.match(value(style, W + "name") or "")
        if named:
            return int(named.group(1))
    return None


def _list_of(properties: list[Element]) -> tuple[str | None, int | None]:
    """The list and level that the nearest style with a `w:numId` names."""
    level: int | None = None
    for one in properties:
        listed = one.find(NUM_PR)
        if listed is None:
            continue
        level = number(listed, W + "ilvl") if level is None else level
        list_id = value(listed, W + "numId")
        if list_id is not None:
            return list_id, level
    return None, level
