"""What a reader could not read is left behind as gaps, each with its page or the text beside it."""

from __future__ import annotations

import pytest

from extractor.document.model import Document, Gap
from extractor.reading.docx import read_docx
from extractor.reading.pdf import read_pdf
from extractor.reading.text import read_text
from extractor.reading.web import read_web
from tests.reading.pdf_files import body, page, pdf
from tests.reading.test_pdf_quality import GOOD, SHIFTED
from tests.reading.word_files import cell, par, row, run, table, word

OBJECT = "<w:r><w:object><o:OLEObject/></w:object></w:r>"
NAMES = 'xmlns:wp="urn:wp" xmlns:a="urn:a" xmlns:pic="urn:pic"'
POINT = 12_700  # units of a drawing in a Word file


def picture(width: int, height: int) -> str:
    """A picture in a run, so many points wide and high."""
    extent = f'<wp:extent cx="{width * POINT}" cy="{height * POINT}"/>'
    graphic = "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
    return f"<w:r><w:drawing {NAMES}><wp:inline>{extent}{graphic}</wp:inline></w:drawing></w:r>"


def beside(document: Document) -> list[tuple[str, str]]:
    """Why each gap is there, and the text beside it."""
    return [(gap.reason, gap.span.of(document.text) if gap.span else "") for gap in document.gaps]


def test_a_page_of_broken_letters_is_a_gap() -> None:
    broken = body(SHIFTED.replace("&", "&amp;"))
    assert read_pdf(pdf(body(GOOD), *page(), broken, *page(), body(GOOD))).gaps == (
        Gap("image", page=2),
    )


def test_a_page_with_some_wrong_words_is_a_gap_of_letters() -> None:
    assert read_pdf(pdf(body(GOOD + " 7ӵ GR +ҥQK Yj"))).gaps == (Gap("letters", page=1),)


def test_a_sound_file_has_no_gaps() -> None:
    assert read_pdf(pdf(body(GOOD))).gaps == ()
    assert read_docx(word(par(run(GOOD)))).gaps == ()
    assert read_text(GOOD.encode()).gaps == ()


def test_an_object_in_a_word_file_stands_beside_its_paragraph() -> None:
    found = read_docx(word(par(run("Một")) + par("Hai", OBJECT) + par("Ba")))
    assert beside(found) == [("embedded", "Hai")]


def test_an_object_on_its_own_stands_behind_the_paragraph_before() -> None:
    found = read_docx(word(par(run("Một")) + par(OBJECT) + par("Ba")))
    assert beside(found) == [("embedded", "Một")]


def test_an_object_in_a_table_stands_in_its_cell() -> None:
    rows = row(cell(par("a")), cell(par("b"))) + row(cell(par("c")), cell(par("d", OBJECT)))
    assert beside(read_docx(word(table(rows)))) == [("embedded", "d")]


@pytest.mark.parametrize(("size", "gaps"), [((60, 60), []), ((400, 500), [("picture", "Một")])])
def test_a_picture_that_may_show_text_is_a_gap_and_an_emblem_is_none(
    size: tuple[int, int], gaps: list[tuple[str, str]]
) -> None:
    found = read_docx(word(par(run("Một")) + par(picture(*size))))
    assert beside(found) == gaps
    assert [notice.code for notice in found.notices] == ["embedded_content"] * len(gaps)


def test_a_text_that_is_not_vietnamese_is_a_gap_as_a_whole() -> None:
    english = "This contract is made between the parties named below. " * 20
    assert read_text(english.encode()).gaps == (Gap("letters"),)


def test_a_frame_in_a_web_page_is_a_gap() -> None:
    found = read_web(b'<body><p>Xem t\xe1\xbb\x87p</p><iframe src="a.pdf"></iframe></body>', "html")
    assert found.gaps == (Gap("embedded"),)
