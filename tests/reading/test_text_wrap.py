"""Wrapped lines and paragraphs: what is joined, what stays apart."""

from __future__ import annotations

import textwrap

import pytest

from extractor.document.model import BlockKind
from extractor.reading.text import read_text

PLAN = [
    "UBND XÃ PHÚ LẠC",
    "Số: 12/KH-UBND",
    "Phú Lạc, ngày 02 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua chuyển đổi số trên địa bàn xã năm 2026",
    "Căn cứ Kế hoạch số 15/KH-UBND ngày 10/01/2026 của Ủy ban nhân dân tỉnh Hòa Giang về chuyển "
    "đổi số năm 2026, Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Chuyển đổi số",
    "Nâng cao nhận thức của cán bộ, công chức và người dân về chuyển đổi số, góp phần hoàn thành "
    "các chỉ tiêu được giao. Kịp thời biểu dương các tập thể, cá nhân có thành tích.",
    "2. Yêu cầu",
    "- Bảo đảm thiết thực, hiệu quả, phù hợp với tình hình thực tế của từng thôn trên địa bàn.",
    "- Gắn với nhiệm vụ của Bộ Nội vụ, Sở Lao động và các đơn vị, giai đoạn 2026 - 2030.",
    "II. TỔ CHỨC THỰC HIỆN",
    "a) Văn phòng HĐND và UBND xã chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện, "
    "báo cáo theo Quyết định số 06/QĐ-UBND./.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Trần Văn An",
]


def texts(source: str) -> list[str]:
    """The texts of all blocks that are the document's own."""
    return [block.text for block in read_text(source.encode()).body]


def wrapped(width: int) -> list[str]:
    fill = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False)
    return [fill.fill(paragraph) for paragraph in PLAN]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_a_paragraph_a_line_is_read_as_it_stands(between: str) -> None:
    assert texts(between.join(PLAN)) == PLAN


@pytest.mark.parametrize("width", [60, 72, 80, 95])
def test_wrapped_lines_with_blank_lines_between_paragraphs_are_rejoined(width: int) -> None:
    assert texts("\n\n".join(wrapped(width))) == PLAN


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_without_blank_lines_are_rejoined(width: int) -> None:
    assert texts("\n".join(wrapped(width))) == PLAN


def test_a_sentence_goes_on_behind_the_blank_line_of_a_page_break() -> None:
    source = (
        "- Tuyên truyền trên hệ thống truyền thanh cơ sở, mạng xã hội và Cổng thông tin\n\n"
        "điện tử của xã.\n\n- Tổ chức hội nghị theo Kế hoạch số\n\n15/KH-UBND."
    )
    assert texts(source) == [
        "- Tuyên truyền trên hệ thống truyền thanh cơ sở, mạng xã hội và Cổng thông tin điện tử "
        "của xã.",
        "- Tổ chức hội nghị theo Kế hoạch số 15/KH-UBND.",
    ]


def test_a_title_goes_on_behind_its_quotation() -> None:
    source = "Phát động phong trào “Ngày thứ Bảy xanh”\n\nnăm 2026 tại xã Phú Lạc\n\nCăn cứ Luật;"
    assert texts(source)[0] == "Phát động phong trào “Ngày thứ Bảy xanh” năm 2026 tại xã Phú Lạc"


def test_page_numbers_and_form_feeds_between_halves_of_a_sentence_are_set_aside() -> None:
    source = "Các thôn tổ chức tuyên truyền sâu rộng về dịch vụ công\n\n2\n\ftrực tuyến đến hộ dân."
    document = read_text(source.encode())
    assert [(block.kind, block.text) for block in document.blocks] == [
        (
            BlockKind.PARAGRAPH,
            "Các thôn tổ chức tuyên truyền sâu rộng về dịch vụ công trực tuyến đến hộ dân.",
        ),
        (BlockKind.FURNITURE, "2"),
    ]


def test_a_short_heading_does_not_take_in_what_follows_it() -> None:
    assert texts("1. Chỉ tiêu\n\nphấn đấu đạt 90%.") == ["1. Chỉ tiêu", "phấn đấu đạt 90%."]


def test_a_dash_or_number_of_the_sentence_at_the_start_of_a_wrapped_line_is_no_list_mark() -> None:
    source = (
        "Chủ trì, phối hợp với ngành Lao động\n- Thương binh và Xã hội trong giai đoạn 2026\n"
        "- 2030 tổ chức thực hiện, báo cáo kết quả\nvề Ủy ban nhân dân xã.\n\nKinh phí bảo đảm."
    )
    assert texts(source)[0] == (
        "Chủ trì, phối hợp với ngành Lao động - Thương binh và Xã hội trong giai đoạn 2026 "
        "- 2030 tổ chức thực hiện, báo cáo kết quả về Ủy ban nhân dân xã."
    )


def test_a_title_in_capitals_is_one_block_below_the_kind_of_document() -> None:
    source = "**KẾ HOẠCH**\nCHÀO MỪNG ĐẠI HỘI LẦN THỨ\nXIV CỦA XÃ; RA QUÂN\n\nthực hiện\nchỉ tiêu"
    assert texts(source)[:2] == ["KẾ HOẠCH", "CHÀO MỪNG ĐẠI HỘI LẦN THỨ XIV CỦA XÃ; RA QUÂN"]


def test_numbers_of_a_web_page_are_kept_as_printed() -> None:
    source = " 1. MỤC ĐÍCH, YÊU CẦU\n 2. Mục đích\n\n 4. a) Thi đua hướng dẫn\n 1. I TỔ CHỨC\n"
    assert texts(source) == [
        "1. MỤC ĐÍCH, YÊU CẦU",
        "2. Mục đích",
        "4. a) Thi đua hướng dẫn",
        "1. I TỔ CHỨC",
    ]


def test_a_number_cut_at_its_hyphen_is_one_word_again() -> None:
    source = "Thực hiện Kế hoạch số 15/KH-\nUBND của tỉnh về chuyển\nđổi số."
    assert texts(source) == ["Thực hiện Kế hoạch số 15/KH-UBND của tỉnh về chuyển đổi số."]


def test_blocks_carry_their_lines_in_the_file() -> None:
    blocks = read_text("\nThực hiện Kế\nhoạch của xã.\n\n\nKinh phí.".encode()).blocks
    assert [block.origin.lines for block in blocks] == [(2, 3), (6, 6)]
