"""Parts of the product exchanged for a measurement, and put back."""

from __future__ import annotations

import pytest

from evaluation.switches import forget, replaced
from extractor import text
from extractor.outline import topics
from extractor.outline.topics import topics_of
from extractor.text import folded


def test_every_module_that_holds_a_function_has_the_substitute_and_then_its_own() -> None:
    def shout(words: str) -> str:
        return words.upper()

    with replaced(folded, shout):
        assert text.folded("Mục tiêu") == "MỤC TIÊU"
        assert vars(topics)["folded"]("Mục tiêu") == "MỤC TIÊU"
    assert text.folded is folded
    assert vars(topics)["folded"] is folded


def test_what_a_block_raises_leaves_nothing_exchanged() -> None:
    with pytest.raises(ZeroDivisionError), replaced(folded, str.upper):
        raise ZeroDivisionError
    assert text.folded is folded


def test_a_function_that_the_product_does_not_hold_is_refused() -> None:
    with (
        pytest.raises(LookupError),
        replaced(test_what_a_block_raises_leaves_nothing_exchanged, len),
    ):
        pass


def test_what_was_kept_of_earlier_calls_hides_no_substitute() -> None:
    topics_of("Tổ chức thực hiện")
    assert topics_of.cache_info().currsize
    forget()
    assert topics_of.cache_info().currsize == 0
