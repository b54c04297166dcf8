"""Quotes found in a record's text, and the paragraph around them."""

from __future__ import annotations

import pytest

from evaluation.place import Located, Piece, passage, passages
from extractor.span import Span

TEXT = "1. Chỉ tiêu\nTỷ lệ hồ sơ  được số hoá đạt 90% trở lên\nSở Nội vụ\nquý I năm 2026"


def _slice(quote: str) -> str | None:
    span = Located(TEXT).find(quote)
    return None if span is None else span.of(TEXT)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("hồ sơ được số hóa", "hồ sơ  được số hoá"),
        ("trở lên Sở Nội vụ quý I", "trở lên\nSở Nội vụ\nquý I"),
        ("TỶ LỆ HỒ SƠ", "Tỷ lệ hồ sơ"),
        ("2 Tỷ lệ hồ sơ được số hóa", "Tỷ lệ hồ sơ  được số hoá"),
        ("đạt 90% trở lên theo lộ trình riêng", "đạt 90% trở lên"),
        ("12 Chỉ tiêu hồ sơ được số hóa đạt 90% Sở Y tế", "hồ sơ  được số hoá đạt 90%"),
        ("một hai ba bốn năm sáu bảy tám chín đạt 90% trở lên", None),
        ("không có trong văn bản", None),
        ("", None),
    ],
)
def test_a_quote_is_found_after_folding_or_by_its_longest_run(
    quote: str, found: str | None
) -> None:
    assert _slice(quote) == found


def test_a_passage_is_the_whole_paragraph_with_its_owners() -> None:
    text = "trước\nabcdef\nsau"
    pieces = passage(text, {"answer": Span(7, 10), "found": Span(8, 12)})
    assert pieces == [
        Piece("a"),
        Piece("b", "answer"),
        Piece("cd", "both"),
        Piece("ef", "found"),
    ]


def test_places_far_apart_are_two_passages() -> None:
    text = "một hai\nba\nbốn năm"
    shown = passages(text, {"answer": Span(0, 3), "found": Span(11, 14)})
    assert ["".join(piece.text for piece in one) for one in shown] == ["một hai", "bốn năm"]
    assert passages(text, {}) == []
