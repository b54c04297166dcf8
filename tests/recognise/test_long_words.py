"""A run of letters without blanks, or of one word, costs no more than its length."""

from __future__ import annotations

import pytest

from extractor.recognise.mentions import recognise


@pytest.mark.parametrize("before", ["từ 5", "ít nhất 5", "5%", "giảm từ 10%"])
def test_a_number_before_thousands_of_letters_is_read(before: str) -> None:
    text = f"{before} {'đ' * 20_000} trở"
    assert recognise(text).quantities


@pytest.mark.parametrize("word", ["Sở", "Văn phòng", "Chủ tịch", "UBND xã", "Ban Chỉ đạo"])
def test_a_body_named_thousands_of_times_on_end_is_read(word: str) -> None:
    assert recognise(f"{word} " * 3000).organisations
