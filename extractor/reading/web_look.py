"""How the letters of an HTML element look, by its tag and its own `style`.

`look_of(element, base)` gives bold, italic and capitals over what surrounds it;
`<b style="font-style:italic">` is both. Style sheets are not read.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

# lxml ships no types.
Element = Any

_DECLARED = re.compile(
    r"(?:^|;)\s{0,20}(font-weight|font-style|text-align|text-transform|display|visibility|"
    r"white-space|list-style|list-style-type|mso-hide)\s{0,20}:\s{0,20}([^;]{1,60})",
    re.IGNORECASE,
)
_BOLD_TAGS = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITALIC_TAGS = frozenset(("i", "em", "cite", "dfn", "address"))
_PLAIN_WEIGHTS = ("normal", "400", "300", "200", "100", "lighter")
_NO_STYLE: dict[str, str] = {}


class Look(NamedTuple):
    """What letters look like; `kept` keeps blanks and line ends as they are written."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    kept: bool = False


PLAIN = Look()


def declared(element: Element) -> dict[str, str]:
    """The properties of an element's own `style` that matter here, in small letters."""
    style = element.get("style")
    if not style:
        return _NO_STYLE
    return {name.lower(): value.strip().lower() for name, value in _DECLARED.findall(style[:2000])}


def look_of(element: Element, base: Look, style: dict[str, str]) -> Look:
    """The look of what stands in `element`, where `base` is around it."""
    tag = element.tag
    weight, slant = style.get("font-weight"), style.get("font-style")
    bold = tag in _BOLD_TAGS or base.bold
    if weight:
        bold = not weight.startswith(_PLAIN_WEIGHTS)
    italic = tag in _ITALIC_TAGS or base.italic
    if slant:
        italic = slant.startswith(("italic", "oblique"))
    capitals = style.get("text-transform")
    space = style.get("white-space", "")
    return Look(
        bold,
        italic,
        capitals == "uppercase" if capitals else base.capitals,
        tag == "pre" or space.startswith(("pre", "break-spaces")) or (base.kept and not space),
    )


def is_hidden(element: Element, style: dict[str, str]) -> bool:
    """Whether a browser shows nothing of an element."""
    if element.get("hidden") is not None:
        return True
    return (
        style.get("display", "").startswith("none")
        or style.get("visibility", "").startswith(("hidden", "collapse"))
        or style.get("mso-hide", "").startswith("all")
    )


def alignment_of(element: Element, style: dict[str, str], around: str) -> str:
    """`center`, `right`, `left` or nothing: how lines of a block are set."""
    if element.tag == "center":
        return "center"
    stated = style.get("text-align") or (element.get("align") or "").strip().lower()
    if element.tag in ("table", "img"):  # their own place on the page, not that of their lines
        return around
    return stated if stated in ("center", "right", "left", "justify") else around
