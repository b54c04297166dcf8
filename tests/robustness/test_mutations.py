"""A few of the mutants that `make fuzz` makes by the thousand: each ends in a record or error."""

from __future__ import annotations

import pytest

from tests.robustness.fuzz import Mutant, made, samples
from tests.robustness.outcome import outcome

SEED = 3
KNOWN = ("record", "unreadable_file", "unsupported_format")


@pytest.fixture(scope="module")
def plans() -> dict[str, list[bytes]]:
    return {kind: found for kind, found in samples().items() if kind != ".pdf"}


@pytest.mark.parametrize("number", range(16))
def test_a_spoilt_plan_ends_in_a_record_or_an_error(
    number: int, plans: dict[str, list[bytes]]
) -> None:
    kind, data = made(Mutant(number, SEED), plans)
    assert outcome(data, f"a{kind}") in KNOWN


def test_the_same_seed_makes_the_same_mutant(plans: dict[str, list[bytes]]) -> None:
    assert made(Mutant(5, SEED), plans) == made(Mutant(5, SEED), plans)
    assert made(Mutant(5, SEED), plans) != made(Mutant(6, SEED), plans)
