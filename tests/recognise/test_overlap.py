"""One overlap policy: who stays, who is free, what lies within."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.recognise.overlap import Blocked, free, settle, within
from extractor.span import Span


@dataclass(frozen=True)
class Found:
    span: Span


def at(start: int, end: int) -> Found:
    return Found(Span(start, end))


def test_the_earlier_start_wins_then_the_longer_span() -> None:
    assert settle([at(3, 8), at(0, 4), at(0, 2), at(8, 9)]) == (at(0, 4), at(8, 9))


def test_free_are_those_that_share_nothing_with_what_is_taken() -> None:
    assert free([at(0, 2), at(2, 4), at(5, 6)], [Span(2, 3), Span(4, 5)]) == (at(0, 2), at(5, 6))


def test_taken_places_that_touch_are_one() -> None:
    blocked = Blocked([Span(0, 2), Span(2, 4), Span(10, 12)])
    assert blocked.touches(Span(3, 5))
    assert not blocked.touches(Span(4, 10))


def test_within_are_those_that_begin_inside() -> None:
    assert within([at(0, 2), at(3, 9), at(5, 6)], Span(3, 5)) == (at(3, 9),)
