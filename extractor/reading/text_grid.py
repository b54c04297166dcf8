"""From rows of cells to their places in the grid: which column a cell stands in, how many it spans.

In: rows, some shorter than the table is wide, because a cell spans columns (a heading, a grouped
head) or was merged with the row above (then a copy leaves it out). Out: `Placed` cells. A row "I
| Hạ tầng" in a table of five columns is column 0 and column 1 spanning four; "2 | Rà soát | Quý
II" under a merged "Sở Nội vụ" goes into the columns whose other cells look alike, and the merged
cell's row span grows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice, pairwise

from extractor.reading.text_rows import Content, Row

_NUMERIC = re.compile(r"[\d.,\s%()≥≤<>=–-]*\d[\d.,\s%()-]*")
_DIGITS = re.compile(r"\d+")
_MOST_CHOICES = 2000
_MOSTLY = 0.7


@dataclass(slots=True)
class Placed:
    """A cell and its place; row and column from 0."""

    row: int
    column: int
    content: Content
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class _Column:
    """What the cells of one column look like, from the rows that fill the whole width."""

    texts: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    numeric: int = 0
    serial: int = 0
    filled: int = 0

    def add(self, cell: Content) -> None:
        if cell.lines:
            self.filled += 1
            self.texts[cell.text] += 1
            self.words[_first_word(cell.text)] += 1
            self.numeric += _is_numeric(cell.text)
            self.serial += cell.is_serial

    def likeness(self, cell: Content) -> float:
        """How well a cell fits in: 0 or less not at all, up to 3 for a text seen before."""
        if not cell.lines or not self.filled:
            return 0.2
        if self.serial > _MOSTLY * self.filled and not cell.is_serial:
            return -1.0
        share = self.numeric / self.filled
        kind = share if _is_numeric(cell.text) else 1 - share
        return kind + min(1.0, self.words[_first_word(cell.text)] / 2) + bool(self.texts[cell.text])

    def alike(self, other: _Column) -> float:
        """How much two columns look like parts of one: 0 to 3."""
        if not self.filled or not other.filled:
            return 0.5
        mine, its = self.numeric / self.filled, other.numeric / other.filled
        kind = 1 - abs(mine - its) + (min(mine, its) > _MOSTLY)
        shared = sum((self.words & other.words).values()) / min(self.filled, other.filled)
        return kind + shared


def placed(rows: Sequence[Row], width: int) -> list[Placed]:
    """Every cell with its place in a grid of `width` columns; rows without text are left out."""
    kept = [_fitted(row, width) for row in rows if any(cell.lines for cell in row)]
    columns = _columns(kept, width)
    heads = _heads(kept, width, columns)
    if heads:
        kept[1] = [cell for cell in kept[1] if cell.lines]
    cells: list[Placed] = []
    for at, row in enumerate(kept):
        spans = heads[at] if at < len(heads) else _spans(row, width, columns, at)
        cells += [Placed(at, c, cell, 1, n) for cell, (c, n) in zip(row, spans, strict=True)]
        if at >= len(heads):
            _stretch(cells, at, width)
    return cells


def _fitted(row: Row, width: int) -> Row:
    """The row cut to the width by leaving out empty cells, from the right."""
    spare = len(row) - width
    kept: Row = []
    for cell in reversed(row):
        if spare > 0 and not cell.lines:
            spare -= 1
        else:
            kept.append(cell)
    return kept[::-1]


def _columns(rows: Sequence[Row], width: int) -> list[_Column]:
    columns = [_Column() for _ in range(width)]
    for row in rows[1:]:
        if len(row) == width:
            for column, cell in zip(columns, row, strict=True):
                column.add(cell)
    return columns


def _first_word(text: str) -> str:
    return text.split(None, 1)[0].lower() if text.strip() else ""


def _is_numeric(text: str) -> bool:
    return _NUMERIC.fullmatch(text) is not None


Span = tuple[int, int]  # column, how many columns


def _heads(rows: Sequence[Row], width: int, columns: Sequence[_Column]) -> list[list[Span]]:
    """The places in a head of two rows whose first groups columns; empty where there is none."""
    if len(rows) < 3 or not 1 < len(rows[0]) < width:
        return []
    parts = [cell for cell in rows[1] if cell.lines]
    counted = parts[0].is_serial and not all(part.is_serial for part in parts)
    groups = len(rows[0]) + len(parts) - width
    if counted or len(parts) >= width or not 1 <= groups <= len(rows[0]):
        return []
    scored = (
        (_group_score(rows[0], parts, at, sizes, columns), at, sizes)
        for sizes in islice(_sizes(len(parts), groups), _MOST_CHOICES)
        for at in range(len(rows[0]) - groups + 1)
    )
    _, first, sizes = max(scored)
    return _head_spans(rows, first, sizes)


def _sizes(total: int, groups: int) -> Iterator[tuple[int, ...]]:
    """The ways to part `total` columns among groups, each of at least one."""
    for cuts in combinations(range(1, total), groups - 1):
        bounds = (0, *cuts, total)
        yield tuple(b - a for a, b in pairwise(bounds))


def _head_spans(rows: Sequence[Row], first: int, sizes: tuple[int, ...]) -> list[list[Span]]:
    upper: list[Span] = []
    at = 0
    for index in range(len(rows[0])):
        span = sizes[index - first] if 0 <= index - first < len(sizes) else 1
        upper.append((at, span))
        at += span
    return [upper, [(first + offset, 1) for offset in range(sum(sizes))]]


def _group_score(
    head: Row, parts: Sequence[Content], at: int, sizes: tuple[int, ...], columns: Sequence[_Column]
) -> float:
    """How likely the cells from `at` on head the columns under them: like data, like words."""
    shapes = Counter(map(_shape, head))
    score = -0.1 * (max(sizes) - min(sizes))
    done = 0
    for index, size in enumerate(sizes):
        cell, inner = head[at + index], parts[done : done + size]
        under = columns[at + done : at + done + size]
        score += sum(a.alike(b) for a, b in pairwise(under)) / size
        score -= 0.3 * sum(_shape(a) != _shape(b) for a, b in pairwise(inner))
        score -= 0.5 * (len(sizes) == 1 and shapes[_shape(cell)] > 1)
        score += _years_within(cell, inner)
        done += size
    return score


def _shape(cell: Content) -> str:
    return _DIGITS.sub("#", cell.text.lower())


def _years_within(cell: Content, parts: Sequence[Content]) -> bool:
    years = [int(year) for year in _DIGITS.findall(cell.text) if len(year) == 4]
    inner = [int(year) for part in parts for year in _DIGITS.findall(part.text) if len(year) == 4]
    return bool(years and inner) and min(years) <= min(inner) and max(inner) <= max(years)


def _spans(row: Row, width: int, columns: Sequence[_Column], at: int) -> list[Span]:
    if len(row) == width:
        return [(column, 1) for column in range(width)]
    if len(row) == 1:
        return [(0, width)]
    spare = width - len(row)
    if row[0].is_serial and not row[1].is_serial and (len(row) == 2 or _is_sum(row)):
        return [(0, 1), (1, 1 + spare), *((column + spare, 1) for column in range(2, len(row)))]
    if at == 0:
        return [(column, 1) for column in range(len(row))]
    return [(column, 1) for column in _best_columns(row, width, columns)]


def _is_sum(row: Row) -> bool:
    """A heading with its sums: "I | Hạ tầng (spanning) | 120.000 | …"."""
    return row[1].stands_out and all(not cell.lines or _is_numeric(cell.text) for cell in row[2:])


def _best_columns(row: Row, width: int, columns: Sequence[_Column]) -> tuple[int, ...]:
    """The columns whose cells look most like those of `row`; the left ones if in doubt."""
    choices = combinations(range(width), len(row))
    scored = (
        (
            sum(columns[c].likeness(cell) for c, cell in zip(choice, row, strict=True)),
            -index,
            choice,
        )
        for index, choice in enumerate(islice(choices, _MOST_CHOICES))
    )
    return max(scored)[2]


def _stretch(cells: list[Placed], at: int, width: int) -> None:
    """Cells of the row above grow over the places that row `at` leaves out."""
    taken = {
        c
        for cell in cells
        if cell.row == at
        for c in range(cell.column, cell.column + cell.column_span)
    }
    for column in set(range(width)) - taken:
        above = next((c for c in reversed(cells) if c.row < at and c.column == column), None)
        if (
            above
            and above.content.lines
            and above.column_span == 1
            and above.row + above.row_span == at
        ):
            above.row_span += 1
