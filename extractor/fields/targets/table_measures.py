"""Years that head several columns: each column under one names what it measures.

Under `Kế hoạch 2026` stand `Lượng (Tấn)` and `Giá trị (Nghìn USD)`: two figures a row for 2026,
told apart by measure and unit. Columns of one year that no measure tells apart give nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from extractor.fields.tables_grid import Row
from extractor.fields.targets.table_units import bracketed

_NUMBERING = re.compile(r"\W*(?:\d{1,2}|[A-Z])\W*")


@dataclass(frozen=True, slots=True)
class Values:
    """A column of figures and the year by which they are to be reached.

    `measure` is named in the header where a year has more than one column, `unit` where it stands
    there in brackets; `stage` is a part of the plan's run whose end another line tells.
    """

    column: int
    by: str | None
    measure: str = ""
    unit: str = ""
    stage: str = ""


def told_apart(header: tuple[Row, ...], values: tuple[Values, ...]) -> tuple[Values, ...]:
    """The columns with their measures where years repeat; none where that leaves two alike."""
    years = Counter(value.by for value in values if value.by)
    measured = tuple(_measured(header, value) for value in values)
    if all(count == 1 for count in years.values()):
        return tuple(replace(value, measure="") for value in measured)
    names = Counter((value.by, value.measure) for value in measured)
    clear = all(value.measure for value in measured) and max(names.values()) == 1
    return measured if clear else ()


def _measured(header: tuple[Row, ...], value: Values) -> Values:
    name, unit = bracketed(_lowest(header, value.column))
    return replace(value, measure=name, unit=unit)


def _lowest(header: tuple[Row, ...], column: int) -> str:
    """The words of the lowest header cell over one column alone."""
    for row in reversed(header):
        cell = row.cells[column] if column < len(row.cells) else None
        if cell is None or cell.cell is None or cell.cell.row != row.index:
            continue
        if cell.text.strip() and not _NUMBERING.fullmatch(cell.text):
            return cell.text.strip() if cell.cell.column_span == 1 else ""
    return ""
