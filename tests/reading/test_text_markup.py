"""Marks of Markdown and HTML: read as structure, never left in the text."""

from __future__ import annotations

import pytest

from extractor.document.model import Block
from extractor.reading.text import read_text


def only(source: str) -> Block:
    """The one block of a text."""
    (block,) = read_text(source.encode()).blocks
    return block


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**I. MỤC\nĐÍCH, YÊU CẦU**", "I. MỤC ĐÍCH, YÊU CẦU"),
        (
            "hộ kinh doanh *(HKD) *trên địa bàn *(vùng\nven) *của xã",
            "hộ kinh doanh (HKD) trên địa bàn (vùng ven) của xã",
        ),
        ("**Điều 1.**** **Ban hành Kế hoạch", "Điều 1. Ban hành Kế hoạch"),
        ("**trước ngày 05 ***(hoặc đột xuất) *báo cáo", "trước ngày 05 (hoặc đột xuất) báo cáo"),
        ("** Lưu ý: chỉ áp dụng với thôn *mới*", "Lưu ý: chỉ áp dụng với thôn mới"),
        ("__Nơi làm việc: __xã Phú Lạc", "Nơi làm việc: xã Phú Lạc"),
        ("1\\. Rà soát \\(lần 2\\) 50\\%", "1. Rà soát (lần 2) 50%"),
        ("Phòng A &amp; Phòng B&nbsp;đạt &gt; 90%", "Phòng A & Phòng B đạt > 90%"),
        ("theo [Nghị định](https://hoagiang.example/a_(b)) này", "theo Nghị định này"),
        ("có liên quan[\\[1\\]](#_ftn1);", "có liên quan[1];"),
        ("<b>Kinh phí:</b> <span style='x'>ngân sách</span>", "Kinh phí: ngân sách"),
        ("tỷ lệ hộ nghèo <5% và >3%", "tỷ lệ hộ nghèo <5% và >3%"),
        ("khách sạn 3* và 4* trên địa bàn", "khách sạn 3* và 4* trên địa bàn"),
        ("diện tích 3 * 4 m, xem ghi chú (*)", "diện tích 3 * 4 m, xem ghi chú (*)"),
        ("Số: ____/KH-UBND", "Số: ____/KH-UBND"),
        ("tệp bao_cao_quy.xlsx", "tệp bao_cao_quy.xlsx"),
    ],
)
def test_marks_leave_the_text(source: str, text: str) -> None:
    assert only(source).text == text


def test_a_star_at_the_start_of_a_line_is_a_bullet_when_emphasis_comes_out_even() -> None:
    blocks = read_text("* Giai đoạn 1: **năm 2026**\n* Giai đoạn 2".encode()).blocks
    assert [block.text for block in blocks] == ["* Giai đoạn 1: năm 2026", "* Giai đoạn 2"]


def test_bold_of_a_whole_block_is_style() -> None:
    style = only("**1. Phòng Văn hóa\n- Xã hội**").style
    assert (style.bold, style.lead_bold) == (True, len("1. Phòng Văn hóa - Xã hội"))


def test_a_bold_lead_is_counted_in_characters() -> None:
    style = only("**2. Sở Tài chính:** Thẩm định dự toán").style
    assert (style.bold, style.lead_bold) == (False, len("2. Sở Tài chính:"))


def test_marks_and_blanks_between_two_bold_runs_count_to_the_lead() -> None:
    assert only("**1**. **Mục đích** chung").style.lead_bold == len("1. Mục đích")


def test_emphasis_that_does_not_come_out_even_is_not_believed() -> None:
    style = only("** Lưu ý: chỉ áp dụng với thôn mới").style
    assert (style.bold, style.lead_bold) == (False, 0)


def test_italics_are_style() -> None:
    assert only("*Căn cứ Luật Thi đua,\nkhen thưởng;*").style.italic


def test_heading_marks_are_levels() -> None:
    blocks = read_text("## KẾ HOẠCH\n### **I. MỤC TIÊU** ###\nNâng cao nhận thức.".encode()).blocks
    assert [(b.style.heading, b.text) for b in blocks] == [
        (2, "KẾ HOẠCH"),
        (3, "I. MỤC TIÊU"),
        (None, "Nâng cao nhận thức."),
    ]


def test_a_break_written_on_purpose_parts_blocks() -> None:
    for written in ("KT. GIÁM ĐỐC  \nPHÓ GIÁM ĐỐC", "Họ và tên: Lan<br>Chức vụ: văn thư"):
        assert len(read_text(written.encode()).blocks) == 2
