"""Printed lines come back as the paragraphs they were, however the page is set."""

from __future__ import annotations

import pytest

from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_joining import joined
from tests.reading.pdf_files import Look, body, centre, drawn, pdf, text_at

PARAGRAPHS = (
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức và người lao động trong"
    " việc tiếp nhận, xử lý hồ sơ của người dân và doanh nghiệp trên địa bàn xã Phú Lạc.",
    "- Phấn đấu 100% hồ sơ được trả đúng hạn; tỷ lệ hồ sơ nộp trực tuyến đạt từ 85% trở lên trong"
    " giai đoạn 2026 - 2030, năm sau cao hơn năm trước.",
    "2. Yêu cầu",
    "a) Bảo đảm thống nhất, thiết thực, đúng quy định tại Điều 4 Nghị định số 12/2026/NĐ-CP ngày 05"
    " tháng 01 năm 2026 của Chính phủ.",
    "b) Gắn với phong trào thi đua của tỉnh Hòa Giang.",
    "II. NHIỆM VỤ TRỌNG TÂM VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ TRÊN ĐỊA BÀN XÃ NĂM"
    " 2026",
    "Ủy ban nhân dân xã tổ chức rà soát, cắt giảm tối thiểu 20% thời gian giải quyết; số hóa kết"
    " quả giải quyết thủ tục hành chính còn hiệu lực; bố trí cán bộ hướng dẫn người dân nộp hồ sơ"
    " tại Trung tâm Phục vụ hành chính công xã. Các thôn thành lập tổ công nghệ số cộng đồng, mỗi"
    " tổ có ít nhất 05 thành viên.",
    "Kinh phí thực hiện được bố trí từ ngân sách xã theo phân cấp.",
)
LOOKS = {
    "as the rules have it": Look(),
    "no space between paragraphs": Look(after=0),
    "ragged right": Look(justified=False, after=3),
    "no first-line indent": Look(indent=0),
    "no indent, ragged right": Look(indent=0, justified=False),
    "one and a half lines": Look(leading=1.7, indent=36),
    "hanging list items": Look(hanging=14),
}
HEADINGS = ("I.", "II.", "1.", "2.")


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks]


def piece(text: str, look: Look) -> object:
    markup = f"<b>{text}</b>" if text.startswith(HEADINGS) else text
    return body(markup, look, mark=text.startswith(("-", "a)", "b)")))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_paragraphs_come_back_whole(look: Look) -> None:
    assert texts(pdf(*(piece(text, look) for text in PARAGRAPHS))) == list(PARAGRAPHS)


def numbered(text: str, at: int) -> str:
    """The text with a number of its own, before its final mark if it has one."""
    end = len(text) - text.endswith((".", ";"))
    return f"{text[:end]} đợt {at}{text[end:]}"


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_page_breaks_part_no_paragraph(look: Look) -> None:
    many = [numbered(text, at) for at in range(12) for text in PARAGRAPHS]
    document = read_pdf(pdf(*(piece(text, look) for text in many)))
    assert len(document.pages) > 4
    assert [block.text for block in document.blocks] == many


def test_a_title_over_two_lines_is_one_block_and_the_kind_of_document_its_own() -> None:
    found = texts(
        pdf(
            centre("<b>KẾ HOẠCH</b>"),
            centre("<b>Phát động chiến dịch “Hồ sơ thông suốt”</b>"),
            centre("<b>trên địa bàn xã Phú Lạc năm 2026</b>"),
            centre("<i>(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026)</i>"),
            body(PARAGRAPHS[-1]),
        )
    )
    assert found == [
        "KẾ HOẠCH",
        "Phát động chiến dịch “Hồ sơ thông suốt” trên địa bàn xã Phú Lạc năm 2026",
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2026)",
        PARAGRAPHS[-1],
    ]


def test_annex_label_title_and_reference_are_three_blocks() -> None:
    title = "DANH MỤC NHIỆM VỤ TRỌNG TÂM GIAI ĐOẠN 2026 - 2030 CỦA ỦY BAN NHÂN DÂN XÃ PHÚ LẠC"
    found = texts(
        pdf(
            centre("<b>PHỤ LỤC</b>"),
            centre(f"<b>{title}</b>"),
            centre("<i>(Kèm theo Kế hoạch số 12/KH-UBND)</i>"),
        )
    )
    assert found == ["PHỤ LỤC", title, "(Kèm theo Kế hoạch số 12/KH-UBND)"]


def test_styles_say_what_is_bold_centred_and_italic() -> None:
    blocks = read_pdf(
        pdf(
            centre("<b>KẾ HOẠCH</b>"),
            body("<i>Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;</i>"),
            body("<b>1. Văn phòng xã:</b> Chủ trì, phối hợp với các thôn tổ chức thực hiện."),
        )
    ).blocks
    assert (blocks[0].style.bold, blocks[0].style.centred) == (True, True)
    assert (blocks[1].style.italic, blocks[1].style.bold) == (True, False)
    assert blocks[2].text[: blocks[2].style.lead_bold] == "1. Văn phòng xã:"
    assert not blocks[2].style.bold


def test_a_picture_that_narrows_the_lines_parts_no_sentence() -> None:
    wide = "Ủy ban nhân dân xã yêu cầu các thôn, các đơn vị triển khai thực"
    lines = [(85.0, 700.0 - 16 * at, wide) for at in range(6)]
    first = (113.0, 580.0, "- Giáo viên của 17 trường trong cụm")
    second = (85.0, 564.0, "tham dự trực tuyến (qua liên kết).")
    found = texts(drawn(text_at(*lines, first, second)))
    assert found[-1] == "- Giáo viên của 17 trường trong cụm tham dự trực tuyến (qua liên kết)."


@pytest.mark.parametrize(
    ("lines", "text", "starts"),
    [
        (["phát triển kinh tế-", "xã hội"], "phát triển kinh tế-xã hội", (0, 19)),
        (["Quyết định số 12/QĐ-", "UBND"], "Quyết định số 12/QĐ-UBND", (0, 20)),
        (["Kế hoạch số 12/", "KH-UBND"], "Kế hoạch số 12/KH-UBND", (0, 15)),
        (["giai đoạn 2026 -", "2030"], "giai đoạn 2026 - 2030", (0, 17)),
        (["một", "hai", "ba"], "một hai ba", (0, 4, 8)),
        ([], "", ()),
    ],
)
def test_a_hyphen_that_touches_its_word_binds_the_next_line(
    lines: list[str], text: str, starts: tuple[int, ...]
) -> None:
    assert joined(lines) == (text, starts)


def test_pdfium_hides_hyphens_at_line_ends_and_they_come_back() -> None:
    lines = [
        (113.0, 700.0, "Thực hiện nhiệm vụ phát triển kinh tế-"),
        (85.0, 684.0, "xã hội theo Quyết định số 12/QĐ-"),
        (85.0, 668.0, "UBND của xã Phú Lạc, các thôn tổ chức"),
        (85.0, 652.0, "tuyên truyền đến từng hộ gia đình, mỗi"),
        (85.0, 636.0, "quý một lần, báo cáo kết quả về Ủy ban"),
        (85.0, 620.0, "nhân dân xã."),
    ]
    (block,) = read_pdf(drawn(text_at(*lines), size=(330, 842))).blocks
    assert "phát triển kinh tế-xã hội theo Quyết định số 12/QĐ-UBND của xã Phú Lạc" in block.text
