"""The numbers and dashes that a browser prints before the items of HTML lists.

`labels(<ol type="a"><li>…<li>…)` gives "a." and "b." for its items; bullets are dashes, as the
Word reader writes them; a list without marks gives none.
"""

from __future__ import annotations

from extractor.reading.docx_formats import written
from extractor.reading.web_look import Element, declared

_TYPES = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_STYLES = {
    "decimal-leading-zero": "decimalZero", "decimal": "decimal", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
}  # fmt: skip
_BULLET = "-"
_MAX_NUMBER = 100_000


def labels(listed: Element) -> dict[Element, str]:
    """The label of each item of an `ol` or `ul`, by element; no entry where it prints none."""
    format = _format(listed)
    if format is None:
        return {}
    items = [item for item in listed if item.tag == "li"]
    if format == "bullet":
        return dict.fromkeys(items, _BULLET)
    found = {}
    step = -1 if listed.get("reversed") is not None else 1
    count = _number(listed.get("start"), len(items) if step < 0 else 1)
    for item in items:
        count = _number(item.get("value"), count)
        found[item] = f"{written(count, format)}."
        count += step
    return found


def _format(listed: Element) -> str | None:
    style = declared(listed)
    named = style.get("list-style-type") or style.get("list-style", "")
    if "none" in named.split():
        return None
    for word in named.split():
        if word in _STYLES:
            return _STYLES[word]
    if listed.tag == "ol":
        return _TYPES.get((listed.get("type") or "1").strip(), "decimal")
    return "bullet"


def _number(stated: str | None, default: int) -> int:
    try:
        found = int(stated) if stated else default
    except ValueError:
        return default
    return found if abs(found) <= _MAX_NUMBER else default
