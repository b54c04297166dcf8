"""Years that head several columns: each column under one names what it measures.

Under `Kế hoạch 2026` stand `Lượng (Tấn)` and `Giá trị (Nghìn USD)`: two figures a row for 2026,
told apart by measure and unit. Columns of one year that no measure tells apart give nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from extractor.fields.tables_grid import Row
from extractor.text import clean

_UNIT = re.compile(r"\s*\((?:ĐVT:? ?|[Đđ]ơn vị:? ?)?([^()\d]{1,30})\)\s*\Z")
_NUMBERING = re.compile(r"\W*(?:\d{1,2}|[A-Z])\W*")


@dataclass(frozen=True, slots=True)
class Values:
    """A column of figures and the year by which they are to be reached.

    `measure` and `unit` are named in the header where a year has more than one column.
    """

    column: int
    by: str | None
    measure: str = ""
    unit: str = ""


def told_apart(header: tuple[Row, ...], values: tuple[Values, ...]) -> tuple[Values, ...]:
    """The columns with their measures where years repeat; none where that leaves two alike."""
    years = Counter(value.by for value in values if value.by)
    if all(count == 1 for count in years.values()):
        return values
    measured = tuple(_measured(header, value) for value in values)
    names = Counter((value.by, value.measure) for value in measured)
    clear = all(value.measure for value in measured) and max(names.values()) == 1
    return measured if clear else ()


def _measured(header: tuple[Row, ...], value: Values) -> Values:
    text = _lowest(header, value.column)
    unit = _UNIT.search(text)
    name = text[: unit.start()] if unit else text
    return replace(value, measure=clean(name), unit=clean(unit[1]) if unit else "")


def _lowest(header: tuple[Row, ...], column: int) -> str:
    """The words of the lowest header cell over one column alone."""
    for row in reversed(header):
        cell = row.cells[column] if column < len(row.cells) else None
        if cell is None or cell.cell is None or cell.cell.row != row.index:
            continue
        if cell.text.strip() and not _NUMBERING.fullmatch(cell.text):
            return cell.text.strip() if cell.cell.column_span == 1 else ""
    return ""
