"""No regular expression of the program hangs on a line made to choke it.

Lines are short here, enough for what grows without measure (nested repeats). What grows with the
square or the cube of a line's length shows in `python -m tests.robustness.patterns --length 2000`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from extractor import pipeline
from extractor.commands.crew import Crew, Lost
from extractor.reading.limits import Limits
from tests.robustness.patterns import Expression, gathered

LENGTH = 150  # characters: 2 to the 75th ways for a nested repeat
BOUND = Limits(seconds=60)  # for all lines of one expression: a hang, not a pace
CARELESS = Expression(r"(?:a+ ?)+b")


def choked(expressions: Sequence[Expression]) -> Iterator[str]:
    """The beginning of the slowest line of each expression."""
    for one in expressions:
        yield one.slowest(LENGTH, tries=1)[1]


def outcomes(expressions: Sequence[Expression], limits: Limits = BOUND) -> list[str | Lost]:
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


def test_brackets_behind_backslashes_are_read() -> None:
    text = "KẾ HOẠCH\n[" + "\\[\\]" * 60 + " (a)\n"
    assert pipeline.read(text.encode(), name="a.md").text.startswith("KẾ HOẠCH")
