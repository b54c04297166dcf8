"""Spans: half-open ranges that know what they cover."""

import pytest

from extractor.span import Span


def test_a_span_cuts_its_slice() -> None:
    assert Span(0, 4).of("Căn cứ Luật") == "Căn "


def test_trimming_drops_white_space_at_both_ends_only() -> None:
    text = "  Sở Nội vụ \t"
    assert Span(0, len(text)).trimmed(text).of(text) == "Sở Nội vụ"


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_covering_includes_equal_ends() -> None:
    assert Span(2, 6).covers(Span(2, 6))
    assert not Span(2, 6).covers(Span(2, 7))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_an_impossible_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
