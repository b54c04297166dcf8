"""Soft line breaks, bold beginnings, alignment and headings of Word paragraphs."""

from __future__ import annotations

import pytest

from extractor.document.model import Style
from extractor.reading.docx import read_docx
from tests.reading.word_files import cell, par, row, run, table, word

BREAK = "<w:r><w:br/></w:r>"
CENTRED = '<w:jc w:val="center"/>'


def soft(*lines: str) -> str:
    """Runs parted by soft line breaks."""
    return BREAK.join(run(line) for line in lines)


def texts(body: str, **parts: str) -> list[str]:
    return [block.text for block in read_docx(word(body, **parts)).blocks]


def style(body: str, **parts: str) -> Style:
    return read_docx(word(body, **parts)).blocks[0].style


JOINED = [
    ("bảo đảm vốn chủ sở hữu của", "tổ chức, cá nhân khi tham gia"),
    ("giai đoạn 2026", "- 2030 trên địa bàn"),
    ("phong trào thi đua", "- khen thưởng"),
    ("thực hiện xong;", "đồng thời báo cáo kết quả"),
    ("kinh phí là", "2.500 triệu đồng"),
    ("Ủy ban nhân dân", "Xã Phú Lạc"),
]
PARTED = [
    ("Nơi nhận:", "- Như trên;", "- Lưu: VT."),
    ("- Như trên", "- Lưu: VT"),
    ("Nhiệm vụ gồm", "1. Tuyên truyền", "2. Tập huấn"),
    ("Nhiệm vụ gồm", "a) Tuyên truyền", "b) Tập huấn"),
    ("Chỉ tiêu:", "- 100% thôn có tổ công nghệ số;", "+ 02 buổi tập huấn."),
    ("Căn cứ Luật Thi đua, khen thưởng;", "Căn cứ Nghị quyết số 57-NQ/TW;"),
    ("Hoàn thành trong quý I.", "Ủy ban nhân dân xã báo cáo."),
]


@pytest.mark.parametrize("lines", JOINED, ids=str)
def test_a_soft_break_that_only_wraps_is_a_space(lines: tuple[str, ...]) -> None:
    assert texts(par(soft(*lines))) == [" ".join(lines)]


@pytest.mark.parametrize("lines", PARTED, ids=str)
def test_a_soft_break_before_something_new_parts_blocks(lines: tuple[str, ...]) -> None:
    assert texts(par(soft(*lines))) == list(lines)


@pytest.mark.parametrize("alignment", ["center", "right"])
def test_each_soft_line_of_a_title_or_signature_is_a_block(alignment: str) -> None:
    lines = ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert texts(par(soft(*lines), look=f'<w:jc w:val="{alignment}"/>')) == lines


def test_each_soft_line_of_a_layout_cell_is_a_block_with_the_cells_place() -> None:
    head = table(row(cell(par(soft("UBND XÃ PHÚ LẠC", "Số: 5/KH-UBND"))), "Phú Lạc"), look="")
    blocks = read_docx(word(head)).blocks
    assert [block.text for block in blocks] == ["UBND XÃ PHÚ LẠC", "Số: 5/KH-UBND", "Phú Lạc"]
    assert blocks[0].cell == blocks[1].cell


def test_a_soft_break_in_a_data_cell_is_a_space() -> None:
    assert texts(table(row(cell(par(soft("Sở Nội vụ:", "- Chủ trì"))), "x"))) == [
        "Sở Nội vụ: - Chủ trì",
        "x",
    ]


def test_an_empty_soft_line_parts_blocks() -> None:
    assert texts(par(soft("phó chủ tịch", "", "nguyễn văn an"))) == [
        "phó chủ tịch",
        "nguyễn văn an",
    ]


def test_a_page_break_parts_blocks() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(par(run("hết phần một"), page, run("phụ lục"))) == ["hết phần một", "phụ lục"]


TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("UBND XÃ PHÚ LẠC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ĐẢNG BỘ TỈNH HÒA GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("Số: 12/KH-UBND", "Phú Lạc, ngày 05 tháng 6 năm 2026"),
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
    ],
)
def test_a_letterhead_set_with_tabs_falls_into_its_columns(left: str, right: str) -> None:
    assert texts(par(run(left), TAB, TAB, run(right))) == [left, right]


@pytest.mark.parametrize("text", ["1.", "- Thời gian:"])
def test_a_tab_after_a_marker_or_a_label_parts_nothing(text: str) -> None:
    dated = "Thứ hai, ngày 05 tháng 6"
    assert texts(par(run(text), TAB, run(dated))) == [f"{text} {dated}"]


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    ("runs", "lead"),
    [
        ([run("1. Sở Nội vụ:", BOLD), run(" Chủ trì")], "1. Sở Nội vụ:"),
        ([run("1. "), run("Sở Nội vụ", BOLD), run(": Chủ trì")], "1. Sở Nội vụ"),
        ([run("- "), run("Sở", BOLD), run(" "), run("Nội vụ:", BOLD), run(" x")], "- Sở Nội vụ:"),
        ([run("Giao "), run("Sở Nội vụ", BOLD)], ""),
        ([run("Sở Nội vụ", '<w:b w:val="0"/>')], ""),
    ],
)
def test_how_much_of_the_beginning_is_bold(runs: list[str], lead: str) -> None:
    block = read_docx(word(par(*runs))).blocks[0]
    assert block.text[: block.style.lead_bold] == lead
    assert not block.style.bold


def test_a_block_is_bold_when_all_its_words_are() -> None:
    found = style(par(run("I. MỤC ĐÍCH", BOLD), run(" ./.")))
    assert found.bold and found.lead_bold == len("I. MỤC ĐÍCH ./.")


def test_bold_comes_from_styles_and_may_be_taken_back() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="DamCon"><w:basedOn w:val="Dam"/></w:style>'
        '<w:style w:type="character" w:styleId="Thuong"><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    )
    heir = '<w:pStyle w:val="DamCon"/>'
    assert style(par("x", look=heir), styles=styles).bold
    assert not style(par(run("x", '<w:rStyle w:val="Thuong"/>'), look=heir), styles=styles).bold


def test_italic_and_centred_are_told() -> None:
    found = style(par(run("Căn cứ Luật;", "<w:i/>"), look=CENTRED))
    assert found == Style(italic=True, centred=True)


@pytest.mark.parametrize(
    ("look", "heading"),
    [
        ('<w:pStyle w:val="Heading2"/>', 2),
        ('<w:pStyle w:val="u3"/>', 3),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Heading2"/><w:outlineLvl w:val="9"/>', None),
        ("", None),
    ],
)
def test_heading_levels(look: str, heading: int | None) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="u3"><w:name w:val="heading 3"/></w:style>'
    assert style(par("x", look=look), styles=styles).heading == heading
