"""Ruled tables written as text: in come lines of cells between bars, out comes a `Grid`.

Example, with the signs of merged cells:

    TT | Chỉ tiêu | Kết quả | <          `<` carries on the cell to the left
    ^  | ^        | 2026    | 2027       `^` carries on the cell above
    == I. Nhóm chỉ tiêu về hồ sơ         one cell over the whole row
    1  | Tỷ lệ hồ sơ được số hóa | 90% | 95%
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.layout import Grid, GridCell

LEFT, ABOVE, WHOLE = "<", "^", "=="


def grid(text: str, widths: Sequence[float], header: int) -> Grid:
    """The table that `text` draws; every row must have as many cells as there are `widths`."""
    rows = [_row(line, len(widths)) for line in text.splitlines() if line.strip()]
    cells = [
        GridCell(r, c, value, _down(rows, r, c), _across(row, c))
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
        if value not in (LEFT, ABOVE)
    ]
    return Grid(tuple(widths), header, len(rows), tuple(cells))


def _row(line: str, columns: int) -> list[str]:
    if line.startswith(WHOLE):
        return [line[len(WHOLE) :].strip()] + [LEFT] * (columns - 1)
    row = [cell.strip() for cell in line.split("|")]
    if len(row) != columns:
        raise ValueError(f"a row of {len(row)} cells in a table of {columns}: {line!r}")
    return row


def _across(row: Sequence[str], column: int) -> int:
    end = column + 1
    while end < len(row) and row[end] == LEFT:
        end += 1
    return end - column


def _down(rows: Sequence[Sequence[str]], row: int, column: int) -> int:
    end = row + 1
    while end < len(rows) and rows[end][column] == ABOVE:
        end += 1
    return end - row
