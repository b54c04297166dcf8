"""The best way to pair two lists over the whole table, not pair by pair.

Goes in: gains of possible pairs, `{(0, 1): 0.4, (1, 1): 0.3}`. Comes out: pairs of which no index
stands in two, and whose gains add up to the most: `[(0, 1)]`. Pairs that are not in the table are
not made. Shortest augmenting paths (Jonker and Volgenant 1987), cubic in the larger side of one
connected part of the table; real tables fall into parts of a few rows. SciPy solves it too, and
takes as long to load as all the rest of a comparison.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

Cell = tuple[int, int]
_NEVER = float("inf")


def best_pairs(gains: Mapping[Cell, float]) -> list[Cell]:
    """The pairs with the largest sum of gains, in order of the rows. Gains are above zero."""
    chosen = [pair for part in _parts(gains) for pair in _solved(part, gains)]
    return sorted(chosen)


def _parts(gains: Mapping[Cell, float]) -> Iterator[list[Cell]]:
    """The cells of each connected part: rows and columns that no possible pair joins are apart."""
    rows: dict[int, list[int]] = defaultdict(list)
    columns: dict[int, list[int]] = defaultdict(list)
    for row, column in sorted(gains):
        rows[row].append(column)
        columns[column].append(row)
    seen: set[int] = set()
    for start in rows:
        if start in seen:
            continue
        seen.add(start)
        waiting: list[int] = [start]
        part: list[Cell] = []
        while waiting:
            row = waiting.pop()
            part.extend((row, column) for column in rows[row])
            fresh = {r for c in rows[row] for r in columns[c]} - seen
            seen |= fresh
            waiting.extend(sorted(fresh))
        yield part


def _solved(part: list[Cell], gains: Mapping[Cell, float]) -> list[Cell]:
    if len(part) == 1:
        return part
    rows = sorted({row for row, _ in part})
    columns = sorted({column for _, column in part})
    # Every row has a column of its own in which it stays without a partner, at no gain.
    costs = [
        [-gains.get((row, column), 0.0) for column in columns]
        + [0.0 if own == place else _NEVER for own in range(len(rows))]
        for place, row in enumerate(rows)
    ]
    taken = _least_cost(costs)
    pairs = [(row, columns[c]) for row, c in zip(rows, taken, strict=True) if c < len(columns)]
    return [pair for pair in pairs if pair in gains]


def _least_cost(costs: list[list[float]]) -> list[int]:
    """For each row its column in the cheapest assignment; no more rows than columns."""
    width = len(costs[0])
    of_row, of_column = [0.0] * len(costs), [0.0] * width
    owner = [-1] * width
    for row in range(len(costs)):
        _augment(row, costs, of_row, of_column, owner)
    taken = [-1] * len(costs)
    for column, row in enumerate(owner):
        if row >= 0:
            taken[row] = column
    return taken


def _augment(
    first: int,
    costs: list[list[float]],
    of_row: list[float],
    of_column: list[float],
    owner: list[int],
) -> None:
    """Give row `first` a column, moving the owners along the cheapest path."""
    width = len(of_column)
    least, before = [_NEVER] * width, [-1] * width
    visited: list[int] = []
    open_columns = set(range(width))
    row, column, reached = first, -1, 0.0
    while True:
        for other in open_columns:
            way = reached + costs[row][other] - of_row[row] - of_column[other]
            if way < least[other]:
                least[other], before[other] = way, column
        column = min(open_columns, key=lambda other: (least[other], other))
        reached = least[column]
        open_columns.remove(column)
        visited.append(column)
        if owner[column] < 0:
            break
        row = owner[column]
    of_row[first] += reached
    for other in visited[:-1]:
        of_row[owner[other]] += reached - least[other]
        of_column[other] -= reached - least[other]
    while column >= 0:
        owner[column] = owner[before[column]] if before[column] >= 0 else first
        column = before[column]
