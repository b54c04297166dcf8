"""No regular expression of the program hangs on a line made to choke it.

Lines are short here, enough for what grows without measure (nested repeats). What grows with the
square or the cube of a line's length shows in `python -m tests.robustness.patterns --length 2000`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from extractor.commands.crew import Crew, Lost
from extractor.reading.limits import Limits
from tests.robustness.patterns import Expression, gathered, lines

LENGTH = 400  # characters
BOUND = Limits(seconds=60)  # for all lines of one expression: a hang, not a pace
CARELESS = Expression(r"(?:a+ ?)+b")


def choked(expressions: Sequence[Expression]) -> Iterator[int]:
    """How many lines each expression was tried with."""
    for one in expressions:
        one.slowest(LENGTH, tries=1)
        yield sum(1 for _ in lines(one, LENGTH, tries=1))


def outcomes(expressions: Sequence[Expression], limits: Limits = BOUND) -> list[int | Lost]:
    batches = [range(at, at + 1) for at in range(len(expressions))]
    return list(Crew(expressions, batches, choked, 1, limits).outcomes())


@pytest.fixture(scope="module")
def expressions() -> list[Expression]:
    return gathered()


def test_those_of_every_room_are_gathered(expressions: list[Expression]) -> None:
    rooms = {one.place.split(".")[1] for one in expressions}
    assert {"fields", "outline", "reading", "recognise"} <= rooms
    assert len(expressions) > 500


@pytest.mark.parametrize("part", range(4))
def test_none_hangs_on_a_line_made_to_choke_it(part: int, expressions: list[Expression]) -> None:
    own = expressions[part::4]
    told = outcomes(own)
    lost = [one for one, found in zip(own, told, strict=True) if isinstance(found, Lost)]
    assert lost == []


def test_a_careless_one_would_be_found() -> None:
    assert outcomes([CARELESS], Limits(seconds=3)) == [Lost(3)]
