"""The best way to pair two lists over the whole table, not pair by pair.

Goes in: gains of possible pairs, `{(0, 1): 0.4, (1, 1): 0.3}`. Comes out: pairs of which no index
stands in two, and whose gains add up to the most: `[(0, 1)]`. Pairs that are not in the table are
not made.
"""

from __future__ import annotations

from collections.abc import Mapping

Cell = tuple[int, int]


def best_pairs(gains: Mapping[Cell, float]) -> list[Cell]:
    """The pairs with the largest sum of gains, in order of the rows. Gains are above zero."""
    if not gains:
        return []
    # Loaded here: who only shows a comparison, or finds nothing to pair, need not wait for it.
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    height, width = (1 + max(indices) for indices in zip(*gains, strict=True))
    table = np.zeros((height, width))
    for cell, gain in gains.items():
        table[cell] = gain
    chosen = linear_sum_assignment(table, maximize=True)
    pairs = ((int(row), int(column)) for row, column in zip(*chosen, strict=True))
    return sorted(pair for pair in pairs if pair in gains)
