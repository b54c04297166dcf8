"""Folding: one view for many spellings, with the way back to the text as it stands."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from extractor.span import Span
from extractor.text import clean, fold, folded, squeeze, without_marks


def test_old_and_new_tone_places_fold_alike() -> None:
    assert folded("số hoá, thuỷ sản, ủy ban") == folded("số hóa, thủy sản, ủy ban")


def test_the_tone_of_quy_stays_on_y() -> None:
    assert folded("Quý I, quỹ") == "quý i, quỹ"


def test_dashes_quotes_and_runs_of_blanks_fold_alike() -> None:
    assert folded("“Văn hóa –  Xã hội”") == folded('"Văn hóa - Xã hội"')


def test_a_span_of_the_view_comes_back_to_the_source() -> None:
    source = "UBND  xã\u00a0Phú Lạc"
    view = fold(source)
    start = view.text.index("xã phú")
    assert view.back(Span(start, start + len("xã phú"))).of(source) == "xã\u00a0Phú"


def test_clean_drops_marks_at_the_ends_and_keeps_those_inside() -> None:
    assert clean(" - Sở A, Sở B;  ") == "Sở A, Sở B"


def test_squeeze_keeps_the_marks() -> None:
    assert squeeze(" a \n b. ") == "a b."


def test_without_marks_keeps_the_length() -> None:
    assert without_marks("Đặc khu Quý") == "dac khu quy"


@given(st.text(max_size=60))
def test_every_view_maps_back_inside_its_source(text: str) -> None:
    source = unicodedata.normalize("NFC", text)
    view = fold(source)
    assert len(view.text) == len(view.offsets) <= len(source)
    assert list(view.offsets) == sorted(set(view.offsets))
    for index in range(len(view.text)):
        place = view.back(Span(index, index + 1))
        assert 0 <= place.start < place.end <= len(source)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
