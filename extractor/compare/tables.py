"""Tables that every output draws from: what stands in a cell, and how it should look.

Goes in: text, or a value. Comes out: `Cell("≥ 80%", tone="bad")`, rows, and a `Table` with a title
and columns. A terminal, a page and a workbook draw the same tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

Tone = Literal["", "bad", "warn", "good", "mute", "head"]
Value = str | float | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; `value` where it is a number or a day, `note` what else to say."""

    text: str
    tone: Tone = ""
    value: Value = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `empty` is what to say where there is no row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "Không có."
    intro: str = ""
    shares: tuple[int, ...] = ()  # how wide the columns are among each other


def row(*cells: str | Cell | None) -> tuple[Cell, ...]:
    """A row of cells; a bare string is a plain cell."""
    return tuple(cell if isinstance(cell, Cell) else Cell(cell or "") for cell in cells)


def labelled(pairs: Sequence[tuple[str, str | None]]) -> str:
    """`Ngày: 2026; Số: 15` of those that have a value."""
    return "; ".join(f"{name}: {value}" for name, value in pairs if value)
