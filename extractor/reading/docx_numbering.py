"""List definitions of a Word file: what `numbering.xml` says about list 7, level 2.

A list (`w:num`) points to an abstract list and may override its levels; an abstract list may point
on through a numbering style. `Lists.get("7")` resolves all of it, on demand: files carry hundreds
of definitions and use a handful.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractor.reading.docx_styles import Styles
from extractor.reading.docx_xml import Element, W, is_on, number, value

_ILVL, _LVL, _ABSTRACT_ID = W + "ilvl", W + "lvl", W + "abstractNumId"
_MAX_LINKS = 4


@dataclass(frozen=True, slots=True)
class Level:
    """One level: `text` is the pattern with %1 … %9, `restart` as `w:lvlRestart` states it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """A list resolved: lists with the same `abstract` count on together; `starts` are overrides."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Lists:
    """The numbering part, indexed; every list is resolved once."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str | None, Element] = {}
        self._nums: dict[str | None, Element] = {}
        self._resolved: dict[str, ListDefinition | None] = {}
        for child in () if root is None else root:
            if child.tag == W + "abstractNum":
                self._abstracts[child.get(_ABSTRACT_ID)] = child
            elif child.tag == W + "num":
                self._nums[child.get(W + "numId")] = child

    def get(self, list_id: str) -> ListDefinition | None:
        """The definition of a list; None for "0" (no list) and for a list that is not defined."""
        if list_id not in self._resolved:
            self._resolved[list_id] = self._resolve(list_id)
        return self._resolved[list_id]

    def level_of_style(self, list_id: str, style_id: str | None) -> int | None:
        """The level that is tied to a paragraph style by `w:pStyle`."""
        found = self.get(list_id)
        if found is None or style_id is None:
            return None
        return next((at for at, level in found.levels.items() if level.style == style_id), None)

    def _resolve(self, list_id: str) -> ListDefinition | None:
        num = self._nums.get(list_id)
        abstract = None if num is None else self._abstract_of(num)
        if num is None or abstract is None:
            return None
        levels = {at: _level(one) for one in abstract.iterchildren(_LVL) if (at := _at(one)) >= 0}
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            at, replaced = _at(override), override.find(_LVL)
            start = number(override, W + "startOverride")
            if replaced is not None:
                levels[at] = _level(replaced)
            if start is not None:
                starts[at] = start
        return ListDefinition(abstract.get(_ABSTRACT_ID, ""), levels, starts)

    def _abstract_of(self, num: Element) -> Element | None:
        """The abstract list that holds the levels, links through numbering styles followed."""
        abstract = self._abstracts.get(value(num, _ABSTRACT_ID))
        for _ in range(_MAX_LINKS):
            link = None if abstract is None else value(abstract, W + "numStyleLink")
            if link is None:
                return abstract
            linked = self._nums.get(self._styles.list_of(link))
            abstract = None if linked is None else self._abstracts.get(value(linked, _ABSTRACT_ID))
        return abstract


def _at(element: Element) -> int:
    stated = element.get(_ILVL, "")
    return int(stated) if stated.isdecimal() else -1


def _level(element: Element) -> Level:
    legal = element.find(W + "isLgl")
    start = number(element, W + "start")
    return Level(
        # ECMA-376 17.9.25: a level without w:start begins at 0.
        start=0 if start is None else start,
        format=_format(element),
        text=value(element, W + "lvlText") or "",
        restart=number(element, W + "lvlRestart"),
        legal=legal is not None and is_on(legal),
        style=value(element, W + "pStyle"),
    )


def _format(level: Element) -> str:
    """The number format; newer ones stand in an `mc:AlternateContent` with a plain one beside."""
    stated = next(level.iter(W + "numFmt"), None)
    if stated is None:
        return "decimal"
    zeros: str = stated.get(W + "format", "")
    return "decimalZero" if zeros.startswith("01") else str(stated.get(W + "val", "decimal"))
