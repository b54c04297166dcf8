"""The element of a web page that holds the document, found by where its words are.

In: the `body` of a page. Out: the smallest element that holds nearly all of the page's words that
are no links, and all of the lines by which a document is known (its number, its kind, Nơi nhận).
Menus, columns at the side and lists of other news are links, and stand outside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.reading import text_marks as marks
from extractor.reading.web_look import Element, declared, is_hidden
from extractor.reading.web_tables import is_frame

UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "head", "title", "meta", "link",
     "button", "select", "option", "input", "textarea", "datalist", "iframe", "object", "embed",
     "audio", "video", "canvas", "map", "del", "rt", "rp")
)  # fmt: skip
FURNITURE = frozenset(("nav", "aside", "header", "footer", "menu", "dialog"))
_CONTAINERS = frozenset(
    ("div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td", "details")
)
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "menu"))
_SHARE = 0.75  # of the words of an element that one child must hold to be gone into
_SIGNS = 400  # texts of a neighbour that are looked through for signs of a document


def main_of(body: Element) -> Element:
    """The element that holds the document; `body` itself where no smaller one does."""
    weights = _weights(body)
    found = body
    while True:
        child = max(found, key=lambda one: weights.get(one, 0), default=None)
        if child is None or weights.get(child, 0) < _SHARE * max(1, weights.get(found, 0)):
            break
        others = (one for one in found if one is not child and isinstance(one.tag, str))
        if any(has_signs(one) for one in others):
            break
        if not _may_frame(child):
            break
        found = child
    return found


def _may_frame(element: Element) -> bool:
    """Whether a document can stand in an element: no paragraph, no phrase, no table of data."""
    if element.tag == "table":
        return is_frame(element)
    return element.tag in _CONTAINERS or any(
        one.tag in _CONTAINERS for one in element.iterdescendants()
    )


def is_furniture(element: Element) -> bool:
    """Whether an element is the site's own: a menu, a banner, a foot without a document in it."""
    role = (element.get("role") or "").strip().lower()
    if element.tag not in FURNITURE and role not in _ROLES:
        return False
    return not has_signs(element)


def has_signs(element: Element) -> bool:
    """Whether an element holds a line that only a document has."""
    return any(_is_sign(text) for text in _texts(element))


def _is_sign(text: str) -> bool:
    return (
        marks.is_motto(text)
        or marks.is_number(text)
        or marks.is_type_line(text)
        or marks.is_recipients(text)
        or marks.heads_annex(text)
        or (text.isupper() and marks.begins_post(text) and len(text) < 40)
    )


def _texts(element: Element) -> Iterator[str]:
    for number, text in enumerate(element.itertext()):
        if number >= _SIGNS:
            return
        stripped = " ".join(text.split())
        if 1 < len(stripped) < 100:
            yield stripped


def _weights(body: Element) -> dict[Element, int]:
    """How many letters outside links each element holds."""
    weights: dict[Element, int] = {}
    for element in reversed([one for one in body.iter() if isinstance(one.tag, str)]):
        if element.tag in UNSEEN or is_hidden(element, declared(element)):
            weights[element] = 0
            continue
        own = 0 if _is_link(element) else _length(element.text)
        for child in element:
            own += _length(child.tail)
            if not _is_link(element):
                own += weights.get(child, 0)
        weights[element] = own
    return weights


def _is_link(element: Element) -> bool:
    return element.tag == "a" and not (element.get("href") or "#").startswith("#")


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
