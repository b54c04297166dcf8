"""Whether a Word table is ruled (it holds data) or only sets text side by side (it is layout).

Letterhead and signature block are tables without visible lines. The lines come from the table's
style, the table, the row and the cell, each over the one before.
"""

from __future__ import annotations

from extractor.reading.docx_styles import Styles
from extractor.reading.docx_xml import TC, TR, VAL, Element, W, value

_TOP, _LEFT, _BOTTOM, _RIGHT = W + "top", W + "left", W + "bottom", W + "right"
_ACROSS, _DOWN = W + "insideH", W + "insideV"
_ALIASES = {W + "start": _LEFT, W + "end": _RIGHT}
_INVISIBLE = frozenset((None, "nil", "none"))
_WHITE = frozenset(("FFFFFF", "ffffff"))
_MIN_SIDES = 2  # one line alone underlines a name in a letterhead

Borders = dict[str, bool]


def ruled(table: Element, styles: Styles) -> bool:
    """Whether at least half of the table's cells have visible lines on two or more sides."""
    base = _visible(styles.table_borders(value(table, f"{W}tblPr/{W}tblStyle")).values())
    base |= _stated(table, f"{W}tblPr/{W}tblBorders")
    rows = list(table.iterdescendants(TR))
    cells = boxed = 0
    for at, row in enumerate(rows):
        borders = base | _stated(row, f"{W}tblPrEx/{W}tblBorders")
        found = list(row.iterdescendants(TC))
        for column, cell in enumerate(found):
            edges = (at == 0, at == len(rows) - 1, column == 0, column == len(found) - 1)
            cells += 1
            boxed += _sides(cell, borders, edges) >= _MIN_SIDES
    return 0 < cells <= 2 * boxed


def _sides(cell: Element, borders: Borders, edges: tuple[bool, bool, bool, bool]) -> int:
    """How many of a cell's four sides show a line."""
    first, last, leftmost, rightmost = edges
    sides = {
        _TOP: borders.get(_TOP if first else _ACROSS, False),
        _BOTTOM: borders.get(_BOTTOM if last else _ACROSS, False),
        _LEFT: borders.get(_LEFT if leftmost else _DOWN, False),
        _RIGHT: borders.get(_RIGHT if rightmost else _DOWN, False),
    }
    own = _stated(cell, f"{W}tcPr/{W}tcBorders")
    return sum(own.get(side, shown) for side, shown in sides.items())


def _stated(element: Element, path: str) -> Borders:
    found = element.find(path)
    return {} if found is None else _visible(found)


def _visible(borders: Element) -> Borders:
    return {
        _ALIASES.get(side.tag, side.tag): side.get(VAL) not in _INVISIBLE
        and side.get(W + "color") not in _WHITE
        for side in borders
    }
