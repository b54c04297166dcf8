"""From the cells of a "one cell a line" table to its rows.

In: what stands between each two bars, empty or not: the bars of `| TT | Việc | | 1 | Rà soát |`
leave TT, Việc, nothing, 1, Rà soát. Out: rows of cells. Nothing between two bars is either an
empty cell or the end of one row and the start of the next; which, is settled for the whole table
at once, by the number of columns that explains most rows (least cost), by serial numbers and by
headings that span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from extractor.reading.text_marks import mark_of
from extractor.reading.text_markup import StyledLine

_SERIAL = re.compile(
    r"\(?(?:\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,4}|[IVX]{1,6}|[A-Za-zĐđ])\)?[.)]?|[-+*•]"
)
_MORE_COLUMNS = 8  # columns tried beyond the longest run of filled cells
_MOST_COLUMNS = 60
_GOOD = 0.12  # mean cost a row at which a number of columns is taken without trying more
_MARGIN = 0.5
_RUN_ON = 1.4  # a row that seems to begin in the middle of another
_COLUMN = 0.15  # what each column costs that no row shows filled


@dataclass(frozen=True)
class Content:
    """What one cell holds: its printed lines, none for an empty cell.

    `given` tells of a cell that is surely one, though it is empty: the copy has blank lines in it.
    """

    lines: tuple[StyledLine, ...] = ()
    given: bool = False

    @cached_property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @cached_property
    def is_serial(self) -> bool:
        """Whether it is a number, letter or dash that counts rows."""
        return len(self.text) < 16 and _SERIAL.fullmatch(self.text) is not None

    @cached_property
    def stands_out(self) -> bool:
        """Whether it is set like a heading: emphasised or in capitals."""
        return bool(self.lines) and (
            self.text.isupper() or all(line.bold or line.italic for line in self.lines)
        )


Row = list[Content]
_NOTHING = Content()


def rows_of(slots: Sequence[Content]) -> tuple[int, list[Row]]:
    """The number of columns and the rows of a table, from its slots in reading order."""
    if not any(slot.lines for slot in slots):
        return 0, []
    split = _Split(slots)
    best: tuple[float, int, list[Row]] | None = None
    for more in range(_MORE_COLUMNS + 1):
        columns = max(2, split.longest) + more
        cost, rows = split.best(columns)
        cost += _COLUMN * more
        if best is None or cost + _MARGIN < best[0]:
            best = (cost, columns, rows)
        if cost <= _GOOD * len(rows) or columns > _MOST_COLUMNS:
            break
    return best[1:] if best else (1, [])


def _longest_run(slots: Sequence[Content]) -> int:
    longest = run = 0
    for slot in slots:
        run = run + 1 if slot.lines else 0
        longest = max(longest, run)
    return longest


def _has_serials(slots: Sequence[Content]) -> bool:
    """Whether rows are counted: most cells behind a gap are serial numbers."""
    heads = [b for a, b in pairwise(slots) if b.lines and not a.lines]
    return bool(heads) and sum(cell.is_serial for cell in heads) >= len(heads) / 2


class _Split:
    """The cheapest way to part `slots` into rows of at most `columns` cells."""

    def __init__(self, slots: Sequence[Content]) -> None:
        self.slots = slots
        self.gaps = [at for at, slot in enumerate(slots) if not (slot.lines or slot.given)]
        self.serial = _has_serials(slots)
        self.longest = _longest_run(slots)
        # Sums from the left, so that a row's share is one subtraction.
        begins = map(_begins_row, [_NOTHING, *slots], slots, [*slots[1:], _NOTHING])
        self.filled = list(accumulate((bool(slot.lines) for slot in slots), initial=0))
        self.begun = list(accumulate(begins, initial=0))

    def best(self, columns: int) -> tuple[float, list[Row]]:
        """The cost of the cheapest rows, and the rows."""
        costs: dict[int, float] = {-1: 0.0}
        came: dict[int, int] = {}
        for end in (*self.gaps, len(self.slots)):
            for start in self._starts(end, costs, columns):
                cost = costs[start] + self._cost(start + 1, end, columns)
                if end not in costs or cost < costs[end]:
                    costs[end], came[end] = cost, start
        return costs[len(self.slots)], list(self._rows(came))

    def _starts(self, end: int, costs: dict[int, float], columns: int) -> list[int]:
        """Row ends before `end` that leave a row of a possible length, else the nearest one."""
        near = [at for at in range(end - 2, max(-2, end - columns - 2), -1) if at in costs]
        if near:
            return near
        return [max(at for at in costs if at <= end - 2)] if end >= 1 else []

    def _rows(self, came: dict[int, int]) -> Iterator[Row]:
        bounds = [len(self.slots)]
        while bounds[-1] != -1:
            bounds.append(came[bounds[-1]])
        bounds.reverse()
        for start, end in pairwise(bounds):
            yield list(self.slots[start + 1 : end])

    def _cost(self, start: int, end: int, columns: int) -> float:
        length, filled = end - start, self.filled[end] - self.filled[start]
        if length > columns:
            return 4.0 * (length - columns) + 4.0
        if not filled:
            return 3.0
        if _counts_columns(self.slots, start, end):
            return -2.0 if length == columns else 3.0
        run_on = _RUN_ON * (self.begun[end] - self.begun[start + 1])
        if length == columns:
            return run_on + self._full(start, length - filled)
        return run_on + self._short(start, end, length - filled, columns)

    def _full(self, start: int, empty: int) -> float:
        first = self.slots[start]
        if start == 0 or not self.serial or first.is_serial:
            return 0.02 * empty
        return 0.02 * empty + (0.6 if first.lines else 0.3)

    def _short(self, start: int, end: int, empty: int, columns: int) -> float:
        if start == 0:
            return 0.5
        first, length = self.slots[start], end - start
        cost = 0.3 * empty - (0.1 if first.is_serial else -0.1)
        if length == 1:
            return cost + (0.3 if first.stands_out and not first.is_serial else 1.2)
        if length == 2 and first.is_serial:
            return cost + (0.4 if self.slots[start + 1].stands_out else 0.8)
        if length > columns / 2:  # some cells are merged with the row above
            return cost + 0.4 + 0.1 * (columns - length)
        heading = all(cell.stands_out for cell in self.slots[start:end] if cell.lines)
        return cost + (0.8 if heading else 1.2)


def _begins_row(before: Content, cell: Content, after: Content) -> bool:
    """Whether a row more likely begins at `cell`: a number and words, behind an empty place."""
    if before.lines or not cell.lines:
        return False
    if cell.is_serial:
        return bool(after.lines) and not after.text[:1].isdigit() and not after.is_serial
    return cell.stands_out and mark_of(cell.text) not in (None, "-", "+")


def _counts_columns(slots: Sequence[Content], start: int, end: int) -> bool:
    """The row "1 2 3 4 …" or "(1) (2) (3) …" under a head."""
    if end - start < 3 or slots[start + 1].text.strip("().") != "2":
        return False
    numbers = [cell.text.strip("().") for cell in slots[start:end]]
    return numbers == [str(n) for n in range(1, end - start + 1)]
