"""Sentences: where they end and where they do not; they cover their span in order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fields.sentences import sentences
from extractor.span import Span


def _cut(text: str, *, semicolons: bool = False) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)), semicolons=semicolons)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Tham mưu kế hoạch. Theo dõi, đôn đốc.", ["Tham mưu kế hoạch.", "Theo dõi, đôn đốc."]),
        ("Làm a; làm b. Làm c.", ["Làm a; làm b.", "Làm c."]),
        ("Tại TP. Hòa Giang. Đồng thời báo cáo.", ["Tại TP. Hòa Giang.", "Đồng thời báo cáo."]),
        ("ThS. Lò Thị Hạnh chủ trì.", ["ThS. Lò Thị Hạnh chủ trì."]),
        ("Phong trào “Xã số. Dân số” năm 2026.", ["Phong trào “Xã số. Dân số” năm 2026."]),
        ("Tăng 1.500 lượt. Giảm 2.", ["Tăng 1.500 lượt.", "Giảm 2."]),
        ("Làm a. làm b", ["Làm a. làm b"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
        ("Đã làm chưa? Rồi!", ["Đã làm chưa?", "Rồi!"]),
        ("Trích “mở mà không đóng. Câu hai.", ["Trích “mở mà không đóng.", "Câu hai."]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, pieces: list[str]) -> None:
    assert _cut(text) == pieces


def test_a_semicolon_ends_a_clause_when_asked_for() -> None:
    assert _cut("Làm a; làm b (c; d). Làm e.", semicolons=True) == [
        "Làm a;",
        "làm b (c; d).",
        "Làm e.",
    ]


def test_only_the_span_is_cut() -> None:
    text = "Câu một. Câu hai. Câu ba."
    assert [s.of(text) for s in sentences(text, Span(9, 17))] == ["Câu hai."]


@given(st.text(alphabet="aĂ. ;?(“”)\n1", max_size=60), st.booleans())
def test_sentences_cover_their_span_in_order(text: str, semicolons: bool) -> None:
    found = list(sentences(text, Span(0, len(text)), semicolons=semicolons))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert all(len(s) and s.of(text).strip() == s.of(text) for s in found)
