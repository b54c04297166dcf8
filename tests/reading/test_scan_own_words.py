"""A document as its own word list: slips beside many right words, and what must stay."""

from __future__ import annotations

import pytest

from extractor.reading.pdf_page import Drawn, RawPage, Word
from extractor.reading.pdf_pages import ReadPage
from extractor.reading.scan.own_words import settled_by_itself

RAW = RawPage(1, 595, 842, (), 0.0, Drawn(1.0))


def page(said: str, unsure: str = "", sure: float = 0.4) -> ReadPage:
    words = tuple(
        Word(text, 0, 0, 10, 10, 8, sure=sure if text == unsure else 0.97) for text in said.split()
    )
    return ReadPage(RAW, "ocr", words)


def texts(pages: list[ReadPage]) -> list[str]:
    return [" ".join(word.text for word in page.words) for page in pages]


def test_a_lost_mark_is_seen_where_the_rest_spells_it_otherwise() -> None:
    often = " ".join(["theo dõi tình hình,"] * 3)
    found = settled_by_itself([page(often), page("Theo Đòi tình hình", "Đòi")])
    assert texts(found)[1] == "Theo Dõi tình hình"
    assert found[1].words[1].doubt == "repaired"
    assert found[0].words[0].doubt == ""


@pytest.mark.parametrize(
    ("often", "once", "unsure", "sure"),
    [
        ("theo dõi tình hình", "theo đòi tình hình", "đòi", 0.96),  # read surely
        ("theo dõi tình hình", "sự đòi tình nghĩa", "đòi", 0.4),  # other neighbours
        ("bệnh viện của xã", "nhân viên của xã", "viên", 0.4),  # another word, one neighbour
    ],
)
def test_what_may_be_meant_stays(often: str, once: str, unsure: str, sure: float) -> None:
    found = settled_by_itself([page(" ".join([often] * 4)), page(once, unsure, sure)])
    assert texts(found)[1] == once


def test_what_stands_both_ways_as_often_stays() -> None:
    both = " ".join(["giá chất lượng"] * 3 + ["giá chật lượng"] * 2)
    assert texts(settled_by_itself([page(both, "chật")])) == [both]


def test_a_short_form_that_nobody_trusts_is_the_one_that_was_read_well() -> None:
    found = settled_by_itself([page("hành nghề KHDT, dược; hành nghề KHBT, mỹ phẩm", "KHBT,")])
    assert texts(found) == ["hành nghề KHDT, dược; hành nghề KHDT, mỹ phẩm"]


@pytest.mark.parametrize(
    ("said", "unsure"),
    [
        ("HÒA BÌNH và HỎA TỐC", "HỎA"),  # words, no short forms
        ("mục VII. và III. nêu trên", "III."),  # numbers
        ("PCKD, PCKT và PCKB", "PCKB"),  # two that it may be
        ("UBND và HĐND", "UBND"),  # more than one letter
    ],
)
def test_capitals_that_are_no_slips_of_a_short_form_stay(said: str, unsure: str) -> None:
    assert texts(settled_by_itself([page(said, unsure)])) == [said]


def test_a_full_stop_between_two_lines_does_not_part_a_word() -> None:
    found = settled_by_itself([page("bố trí phương. tiện cho đoàn. Các đơn vị. Tự lo")])
    assert texts(found) == ["bố trí phương tiện cho đoàn. Các đơn vị. Tự lo"]
