"""Folding for comparison: what is alike and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.wording import document_code, fold_words, token_f1, unit_class

texts = st.text(alphabet="aoòóỏuyỳýđĐ UBNDhành phố-–,.", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân xã Phú Lạc", "UBND XÃ PHÚ LẠC"),
        ("số hoá hồ sơ", "số hóa hồ sơ"),
        ("giai đoạn 2026 – 2030", "giai đoạn 2026-2030"),
        ("“Chính quyền phục vụ”", "Chính quyền phục vụ."),
        ("thành phố Hòa Giang", "TP. Hòa Giang"),
    ],
)
def test_spellings_of_one_text_fold_alike(one: str, other: str) -> None:
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("one", "other"), [("hồ sơ", "hố sơ"), ("Sở Nội vụ", "Sở Công Thương")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert fold_words(one) != fold_words(other)


def test_token_f1_counts_shared_words_once_for_each_time() -> None:
    assert token_f1("Văn phòng Sở", "Văn phòng") == 0.8
    assert token_f1("thôn thôn", "thôn") == pytest.approx(2 / 3)
    assert token_f1("", "") == 1.0
    assert token_f1("thôn", "") == 0.0


@given(texts, texts)
def test_token_f1_is_a_share_and_symmetric(one: str, other: str) -> None:
    assert 0.0 <= token_f1(one, other) <= 1.0
    assert token_f1(one, other) == token_f1(other, one)
    assert token_f1(one, one) == 1.0


def test_document_numbers_agree_without_spaces_dashes_and_case() -> None:
    assert document_code("57 – NQ/TW") == document_code("57-nq/tw")
    assert document_code("57-NQ/TW") != document_code("58-NQ/TW")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("percent", "percent", True),
        ("percent", "hồ sơ", False),
        ("cuộc", "cuộc kiểm tra", True),
        ("sáng kiến", "tập thể", False),
    ],
)
def test_units_count_the_same_kind_of_thing(one: str, other: str, alike: bool) -> None:
    assert unit_class(one, other) is alike
