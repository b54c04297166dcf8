"""The best pairing over the whole table."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from extractor.compare.assign import best_pairs

CELLS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 100).map(float), max_size=20
)


def test_the_sum_counts_and_not_the_best_cell() -> None:
    assert best_pairs({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == [(0, 1), (1, 0)]


def test_what_no_cell_allows_is_not_paired() -> None:
    assert best_pairs({(0, 3): 0.2}) == [(0, 3)]
    assert best_pairs({}) == []


def test_a_pair_may_stay_away_for_the_good_of_the_whole() -> None:
    assert best_pairs({(0, 0): 1.0, (1, 0): 0.4}) == [(0, 0)]


@given(CELLS)
def test_no_other_pairing_gains_more(gains: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(gains)

    assert all(pair in gains for pair in pairs)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    best = max(
        sum(gains.get((row, column), 0.0) for row, column in enumerate(order))
        for order in permutations(range(5))
    )
    assert sum(gains[pair] for pair in pairs) == best
