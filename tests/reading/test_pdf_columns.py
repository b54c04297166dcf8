"""Letterhead and foot: two columns without lines come out side by side, the left one first."""

from __future__ import annotations

import pytest

from extractor.document.model import Document
from extractor.reading.pdf import read_pdf
from tests.reading.pdf_files import body, centre, drawn, gap, page, pdf, sides, text_at

MOTTO = ("<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>", "<b>Độc lập - Tự do - Hạnh phúc</b>")
BODY = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025, Ủy ban nhân dân xã Phú"
    " Lạc ban hành Kế hoạch phát động chiến dịch như sau:"
)
CLOSING = (
    "Trên đây là Kế hoạch phát động chiến dịch; Ủy ban nhân dân xã yêu cầu các thôn, các đơn vị"
    " nghiêm túc triển khai thực hiện./."
)
Side = list[tuple[int, int, str]]


def columns(document: Document, table: int) -> Side:
    """(row, column, text) of the cells of a table without lines."""
    return [
        (block.cell.row, block.cell.column, block.text)
        for block in document.blocks
        if block.cell and block.cell.borderless and block.cell.table == table
    ]


def prose(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.cell is None]


LETTERHEADS = {
    "a commune": (
        ("ỦY BAN NHÂN DÂN", "<b>XÃ PHÚ LẠC</b>", "", "Số: 12/KH-UBND"),
        (*MOTTO, "", "<i>Phú Lạc, ngày 05 tháng 3 năm 2026</i>"),
    ),
    "a department under a province, number and date blank": (
        ("UBND TỈNH HÒA GIANG", "<b>SỞ NỘI VỤ</b>", "", "Số:          /KH-SNV"),
        (*MOTTO, "", "<i>Hòa Giang, ngày      tháng 3 năm 2026</i>"),
    ),
    "two sides that nearly touch": (
        ("<b>ỦY BAN NHÂN DÂN TỈNH HÒA GIANG</b>", "Số: 9/KH-UBND"),
        (MOTTO[0], "<i>Hòa Giang, ngày 05 tháng 3 năm 2026</i>"),
    ),
    "the Party": (
        ("ĐẢNG BỘ TỈNH HÒA GIANG", "<b>ĐẢNG ỦY XÃ PHÚ LẠC</b>", "*", "Số 24-KH/ĐU"),
        ("<b>ĐẢNG CỘNG SẢN VIỆT NAM</b>", "", "", "<i>Phú Lạc, ngày 05 tháng 3 năm 2026</i>"),
    ),
    "a year on a line of its own": (
        ("ỦY BAN NHÂN DÂN", "<b>THÀNH PHỐ HÒA GIANG</b>", "", "Số: 172/KH-UBND"),
        (*MOTTO, "", "<i>Thành phố Hòa Giang mới, ngày 18 tháng 11 năm 2026</i>"),
    ),
    "a date line wider than the motto": (
        ("ỦY BAN NHÂN DÂN", "<b>PHƯỜNG TÂN MỸ</b>", "", "Số: 7/KH-UBND"),
        (*MOTTO, "", "<i>Phường Tân Mỹ, tỉnh Hòa Giang, ngày 05 tháng 3 năm 2026</i>"),
    ),
}


@pytest.mark.parametrize(("left", "right"), LETTERHEADS.values(), ids=LETTERHEADS.keys())
def test_letterheads_come_out_issuer_motto_number_date(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    document = read_pdf(pdf(sides(left, right), gap(12), centre("<b>KẾ HOẠCH</b>"), body(BODY)))
    names, motto = ([bare(line) for line in side if line] for side in (left, right))
    expected: Side = [(0, 0, line) for line in names[:-1]]
    expected += [(0, 1, line) for line in motto[:-1]]
    expected += [(1, 0, names[-1]), (1, 1, motto[-1])]
    assert columns(document, 0) == expected
    assert prose(document) == ["KẾ HOẠCH", BODY]


def bare(markup: str) -> str:
    """What of a line is printed."""
    for tag in ("<b>", "</b>", "<i>", "</i>"):
        markup = markup.replace(tag, "")
    return " ".join(markup.split())


def test_a_name_too_long_for_its_side_is_one_line() -> None:
    left = ("UBND TỈNH HÒA GIANG", "<b>TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG LIÊN XÃ PHÚ LẠC</b>")
    right = (*MOTTO, "", "<i>Phú Lạc, ngày 05 tháng 3 năm 2026</i>")
    document = read_pdf(pdf(sides((*left, "Số: 3/KH-TTPV"), right)))
    assert [text for _, column, text in columns(document, 0) if column == 0] == [
        "UBND TỈNH HÒA GIANG",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG LIÊN XÃ PHÚ LẠC",
        "Số: 3/KH-TTPV",
    ]


def test_a_motto_alone_in_the_middle_is_no_letterhead() -> None:
    document = read_pdf(
        pdf(*(centre(line) for line in MOTTO), centre("<b>ĐƠN ĐĂNG KÝ THI ĐUA</b>"), body(BODY))
    )
    assert columns(document, 0) == []
    assert prose(document)[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_the_name_of_the_country_in_a_sentence_is_no_letterhead() -> None:
    text = (
        "Tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền Cộng hòa xã hội chủ nghĩa Việt Nam;"
        " thực hiện nghị quyết của ĐẢNG CỘNG SẢN VIỆT NAM về xây dựng đội ngũ cán bộ xã Phú Lạc."
    )
    for at in range(12):
        document = read_pdf(pdf(body("Ủy ban " * at + text)))
        assert prose(document) == ["Ủy ban " * at + text]


def test_a_letterhead_on_a_later_page_is_found_too() -> None:
    left, right = LETTERHEADS["a commune"]
    decision = [sides(left, right), gap(12), centre("<b>QUYẾT ĐỊNH</b>"), body(BODY)]
    plan = [sides(left, right), gap(12), centre("<b>KẾ HOẠCH</b>"), body(CLOSING)]
    document = read_pdf(pdf(*decision, *page(), *plan))
    assert columns(document, 0) == columns(document, 1) != []


RECIPIENTS = (
    "<b><i>Nơi nhận:</i></b>",
    "- Ủy ban nhân dân tỉnh (báo cáo);",
    "- Đảng ủy, Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam xã;",
    "- Các thôn;",
    "- Lưu: VT.",
)
SIGNATURE = (
    "<b>TM. ỦY BAN NHÂN DÂN</b>",
    "<b>KT. CHỦ TỊCH</b>",
    "<b>PHÓ CHỦ TỊCH</b>",
    *[""] * 4,
    "<b>Nguyễn Văn Bình</b>",
)


def test_the_foot_gives_recipients_one_each_then_the_signature() -> None:
    foot = sides(RECIPIENTS, SIGNATURE, share=0.5)
    document = read_pdf(pdf(body(BODY), body(CLOSING), gap(8), foot))
    assert prose(document) == [BODY, CLOSING]
    assert columns(document, 0) == [
        (0, 0, "Nơi nhận:"),
        (0, 0, "- Ủy ban nhân dân tỉnh (báo cáo);"),
        (0, 0, "- Đảng ủy, Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam xã;"),
        (0, 0, "- Các thôn;"),
        (0, 0, "- Lưu: VT."),
        (0, 1, "TM. ỦY BAN NHÂN DÂN"),
        (0, 1, "KT. CHỦ TỊCH"),
        (0, 1, "PHÓ CHỦ TỊCH"),
        (0, 1, "Nguyễn Văn Bình"),
    ]


def test_two_signatures_side_by_side_without_recipients() -> None:
    left = ("<b>TM. ỦY BAN MẶT TRẬN TỔ QUỐC</b>", "<b>CHỦ TỊCH</b>", "", "", "<b>Trần Thị Lan</b>")
    right = ("<b>TM. ỦY BAN NHÂN DÂN</b>", "<b>CHỦ TỊCH</b>", "", "", "<b>Lê Văn Hòa</b>")
    document = read_pdf(pdf(body(BODY), body(CLOSING), gap(8), sides(left, right, share=0.5)))
    assert [text for _, column, text in columns(document, 0) if column == 0][-1] == "Trần Thị Lan"
    assert [text for _, column, text in columns(document, 0) if column == 1][-1] == "Lê Văn Hòa"


def test_an_annex_below_the_foot_is_not_part_of_it() -> None:
    foot = sides(RECIPIENTS, SIGNATURE, share=0.5)
    annex = [gap(30), centre("<b>PHỤ LỤC PHÂN CÔNG NHIỆM VỤ</b>"), body(BODY)]
    document = read_pdf(pdf(body(CLOSING), foot, *annex))
    assert prose(document) == [CLOSING, "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ", BODY]


@pytest.mark.parametrize("head", ["KẾ HOẠCH", "PHỤ LỤC", "PHỤ LỤC II"])
def test_what_is_enclosed_begins_anew_below_the_foot(head: str) -> None:
    foot = sides(RECIPIENTS, SIGNATURE, share=0.5)
    document = read_pdf(pdf(body(CLOSING), foot, gap(10), body(f"<b>{head}</b>"), body(BODY)))
    assert prose(document) == [CLOSING, head, BODY]


def test_a_signature_that_begins_above_the_recipients_belongs_to_the_foot() -> None:
    full = "Ủy ban nhân dân xã yêu cầu các thôn, các đơn vị thực hiện"
    lines = [(85.0, 700.0 - 17 * at, full) for at in range(6)]
    foot = [
        (330.0, 590.0, "TM. ỦY BAN NHÂN DÂN"),
        (85.0, 582.0, "Nơi nhận:"),
        (360.0, 574.0, "CHỦ TỊCH"),
        (85.0, 569.0, "- Các thôn;"),
        (85.0, 556.0, "- Lưu: VT."),
        (350.0, 500.0, "Nguyễn Văn Bình"),
    ]
    document = read_pdf(drawn(text_at(*lines, *foot)))
    assert [text for _, _, text in columns(document, 0)] == [
        "Nơi nhận:",
        "- Các thôn;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn Bình",
    ]


def test_one_stretched_line_behind_the_closing_is_no_pair_of_signatures() -> None:
    text = (
        "Nghị quyết liên tịch số 102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN, ngày 26 tháng 9 năm 2025"
    )
    document = read_pdf(pdf(body(CLOSING), *(body(f"Căn cứ {at} {text}.") for at in range(6))))
    assert prose(document) == [CLOSING, *(f"Căn cứ {at} {text}." for at in range(6))]
