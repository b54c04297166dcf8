"""The view for matching: one spelling for all, and every offset kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.view import view


def test_case_dashes_quotes_and_blanks_are_alike() -> None:
    assert view("“Hoà–BÌNH”\u00a0SỐ") == '"hòa-bình" số'


def test_the_tone_moves_to_its_modern_place_but_not_after_q() -> None:
    assert view("thuỷ, quý, hoá, hoàn") == "thủy, quý, hóa, hoàn"


def test_newlines_stay() -> None:
    assert view("A\nB") == "a\nb"


@given(st.text(max_size=60))
def test_the_length_is_kept(text: str) -> None:
    assert len(view(text)) == len(text)
