"""The tokenizer: document numbers stay whole, and the Doc is the text that went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from extractor.language.tokenizer import Tokenizer

TOKENIZER = Tokenizer(Vocab())


@pytest.mark.parametrize(
    "whole",
    [
        "152/2025/NĐ-CP",
        "41-CT/TW",
        "1479/BTĐKT-VIII",
        "24-CTr/ĐU",
        "06/2022/QH15",
        "UBTVQH15",
        "95%",
        "7‰",
        "01/01/2026",
        "4.758,5",
        "13/13",
    ],
)
def test_kept_whole(whole: str) -> None:
    assert whole in [token.text for token in TOKENIZER(f"Theo {whole}, đạt ({whole}).")]


def test_words_and_marks_apart() -> None:
    tokens = [token.text for token in TOKENIZER("Sở Nội vụ: 60-70%; xong.")]
    assert tokens == ["Sở", "Nội", "vụ", ":", "60", "-", "70%", ";", "xong", "."]


def test_newlines_are_tokens_of_their_own() -> None:
    assert [token.text for token in TOKENIZER("a\n\nb  c")] == ["a", "\n\n", "b", " ", "c"]


@given(st.text(alphabet="aăĐ 5/.-%,;\n\t\u00a0\u200b“", max_size=60))
def test_the_text_is_kept(text: str) -> None:
    assert TOKENIZER(text).text == text
