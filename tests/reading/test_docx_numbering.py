"""Automatic numbers, which stand in no paragraph's text, read as Word prints them."""

from __future__ import annotations

import pytest

from extractor.reading.docx import read_docx
from extractor.reading.docx_formats import bullet, written
from tests.reading.word_files import abstract, cell, item, level, num, par, row, table, word

OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "-"),
)
DECIMAL = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))


def labels(numbering: str, *paragraphs: str, styles: str = "") -> list[str]:
    """The label of each paragraph; every text is "x"."""
    document = read_docx(word("".join(paragraphs), numbering=numbering, styles=styles))
    return [block.text.removesuffix("x").strip() for block in document.blocks]


def items(list_id: int, *levels: int) -> list[str]:
    return [item("x", list_id, at) for at in levels]


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    found = labels(OUTLINE + num(1, 0), *items(1, 0, 1, 1, 2, 2, 3, 1, 2, 0, 1))
    assert found == ["I.", "1.", "2.", "a)", "b)", "-", "3.", "a)", "II.", "1."]


def test_a_label_may_show_higher_levels() -> None:
    assert labels(DECIMAL + num(1, 1), *items(1, 0, 1, 1, 0, 1)) == [
        "1.",
        "1.1.",
        "1.2.",
        "2.",
        "2.1.",
    ]


def test_a_higher_level_not_yet_counted_shows_its_start() -> None:
    assert labels(DECIMAL + num(1, 1), *items(1, 1, 1, 0)) == ["1.1.", "1.2.", "1."]


def test_plain_paragraphs_between_do_not_disturb_the_count() -> None:
    assert labels(DECIMAL + num(1, 1), item("x", 1), par("x"), item("x", 1)) == ["1.", "", "2."]


def test_an_empty_list_paragraph_counts_and_is_no_block() -> None:
    assert labels(DECIMAL + num(1, 1), item("x", 1), item("", 1), item("x", 1)) == ["1.", "3."]


def test_lists_of_one_abstract_list_count_on_together() -> None:
    numbering = DECIMAL + num(1, 1) + num(2, 1)
    assert labels(numbering, *items(1, 0, 0), *items(2, 0), *items(1, 0)) == [
        "1.",
        "2.",
        "3.",
        "4.",
    ]


def test_a_start_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = DECIMAL + num(1, 1) + num(2, 1, override)
    assert labels(numbering, *items(1, 0, 0), *items(2, 0, 0)) == ["1.", "2.", "1.", "2."]


def test_a_level_may_be_replaced_by_the_list() -> None:
    replaced = (
        f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.", start=3)}</w:lvlOverride>'
    )
    assert labels(DECIMAL + num(1, 1, replaced), *items(1, 0, 0)) == ["C.", "D."]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
    )
    assert labels(abstract(0, *levels) + num(1, 0), *items(1, 0, 1, 0, 1)) == [
        "I.",
        "1.",
        "II.",
        "2.",
    ]


def test_a_level_may_begin_anew_only_below_a_given_level() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    found = labels(abstract(0, *levels) + num(1, 0), *items(1, 0, 1, 2, 1, 2, 0, 1, 2))
    assert found == ["I.", "1.", "a)", "2.", "b)", "II.", "1.", "a)"]


def test_legal_numbering_shows_roman_levels_as_digits() -> None:
    levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    assert labels(abstract(0, *levels) + num(1, 0), *items(1, 0, 0, 1)) == ["I.", "II.", "2.1."]


def test_a_list_may_point_on_through_a_numbering_style() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr>'
        '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    numbering = DECIMAL + link + num(7, 1) + num(8, 5)
    assert labels(numbering, *items(8, 0, 1), styles=styles) == ["1.", "1.1."]


def test_links_in_a_circle_end_without_a_label() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="Vong"><w:pPr><w:numPr>'
        '<w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Vong"/></w:abstractNum>'
    assert labels(link + num(8, 5), item("x", 8), styles=styles) == [""]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/>'
    "</w:style>"
)


def styled(style: str, more: str = "") -> str:
    return par("x", look=f'<w:pStyle w:val="{style}"/>{more}')


def test_a_style_brings_its_list_and_its_heirs_the_level_tied_to_them() -> None:
    levels = (
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="Muc"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="MucCon"/>'),
    )
    numbering = abstract(0, *levels) + num(1, 0)
    found = labels(numbering, styled("Muc"), styled("MucCon"), styled("MucCon"), styles=STYLED)
    assert found == ["I.", "1.", "2."]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    found = labels(
        DECIMAL + num(1, 1), styled("Muc"), styled("Muc", none), styled("Muc"), styles=STYLED
    )
    assert found == ["1.", "", "2."]


def test_a_paragraph_may_set_only_the_level() -> None:
    deeper = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert labels(DECIMAL + num(1, 1), styled("Muc"), styled("Muc", deeper), styles=STYLED) == [
        "1.",
        "1.1.",
    ]


def test_an_undefined_list_has_no_label() -> None:
    assert labels(DECIMAL, item("x", 9)) == [""]


def test_a_column_of_row_numbers_is_read_though_its_cells_are_empty() -> None:
    rows = [row(cell(item("", 1)), "Sở Nội vụ") for _ in range(2)]
    document = read_docx(word(table(*rows), numbering=DECIMAL + num(1, 1)))
    assert [block.text for block in document.blocks] == ["1.", "Sở Nội vụ", "2.", "Sở Nội vụ"]


def test_the_label_is_parted_from_the_text_by_one_space() -> None:
    numbering = abstract(1, level(0, "decimal", "Điều %1. ", '<w:suff w:val="nothing"/>')) + num(
        1, 1
    )
    document = read_docx(word(item("Phạm vi", 1), numbering=numbering))
    assert document.text == "Điều 1. Phạm vi"


@pytest.mark.parametrize(
    ("count", "format", "text"),
    [
        (12, "decimal", "12"),
        (3, "decimalZero", "03"),
        (12, "decimalZero", "12"),
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (1994, "upperRoman", "MCMXCIV"),
        (0, "upperRoman", "0"),
        (2, "upperLetter", "B"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (999_999_999, "lowerLetter", "999999999"),
        (5, "ordinal", "5"),
        (5, "none", ""),
        (5, "aFormatOfTomorrow", "5"),
    ],
)
def test_number_formats(count: int, format: str, text: str) -> None:
    assert written(count, format) == text


@pytest.mark.parametrize(
    ("glyph", "mark"),
    [
        ("-", "-"),
        ("–", "-"),
        ("\uf0b7", "-"),
        ("o", "-"),
        ("§", "-"),
        ("+", "+"),
        ("*", "*"),
        ("", ""),
    ],
)
def test_bullets(glyph: str, mark: str) -> None:
    assert bullet(glyph) == mark
