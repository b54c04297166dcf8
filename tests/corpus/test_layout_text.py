"""A plain text plan laid out: its words in its paragraphs, nothing added, nothing lost."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest

from corpus.layout import Columns, Look, Para
from corpus.layout_text import render_text_file, text_sheet
from corpus.render_txt import render_txt
from corpus.text_lines import is_heading, paragraphs

COPY = """

Số: /KH-UBND

Hòa Giang, ngày tháng 01 năm 2026

## KẾ HOẠCH

**Phát động phong trào thi đua “**Hồ sơ thông suốt**” năm 2026**

Căn cứ Luật Thi đua, khen thưởng năm 2022;

#### I. MỤC ĐÍCH

- Nâng cao chất lượng phục vụ; xây

dựng nền hành chính hiện đại.
- Thời gian: Từ ngày 01/01/2026 đến hết ngày 31/12/2026.

Nơi nhận:

- TT. Đảng ủy;
- Lưu: VT.

**KT. CHỦ TỊCH
PHÓ CHỦ TỊCH**

Đinh Văn Khuê
"""

PRINTED = [
    "Số: /KH-UBND",
    "Hòa Giang, ngày tháng 01 năm 2026",
    "KẾ HOẠCH",
    "Phát động phong trào thi đua “Hồ sơ thông suốt” năm 2026",
    "Căn cứ Luật Thi đua, khen thưởng năm 2022;",
    "I. MỤC ĐÍCH",
    "- Nâng cao chất lượng phục vụ; xây dựng nền hành chính hiện đại.",
    "- Thời gian: Từ ngày 01/01/2026 đến hết ngày 31/12/2026.",
    "Nơi nhận:",
    "- TT. Đảng ủy;",
    "- Lưu: VT.",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Đinh Văn Khuê",
]


def test_the_paragraphs_of_a_copy_are_kept_and_broken_ones_joined() -> None:
    assert render_txt(text_sheet(COPY)).strip().split("\n\n") == PRINTED


def test_the_letterhead_and_the_foot_stand_in_two_columns() -> None:
    head, foot = (piece for piece in text_sheet(COPY).pieces if isinstance(piece, Columns))
    assert head.rows[0].left[0].text == "Số: /KH-UBND"
    assert [line.text for line in foot.rows[0].right] == PRINTED[-3:]


def test_bases_and_headings_are_set_as_such() -> None:
    looks = {p.text: p.look for p in text_sheet(COPY).pieces if isinstance(p, Para)}
    assert looks["Căn cứ Luật Thi đua, khen thưởng năm 2022;"] is Look.BASIS
    assert looks["I. MỤC ĐÍCH"] is Look.HEADING


def test_both_files_say_the_words_of_the_text() -> None:
    word_file, pdf_file = render_text_file(COPY)
    word = docx.Document(io.BytesIO(word_file))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    inside = [paragraph.text for cell in cells for paragraph in cell.paragraphs]
    outside = [paragraph.text for paragraph in word.paragraphs]
    assert sorted(filter(None, inside + outside)) == sorted(PRINTED)
    page = pypdfium2.PdfDocument(pdf_file)[0].get_textpage().get_text_range()
    assert sorted(page.split()) == sorted(" ".join(PRINTED).split())


def test_a_copy_without_letterhead_gets_none() -> None:
    sheet = text_sheet(
        "thi đua nâng cao chất lượng\n\nCăn cứ Kế hoạch số 91/KH-UBND.\n\n1. MỤC ĐÍCH"
    )
    assert [piece for piece in sheet.pieces if isinstance(piece, Columns)] == []
    assert render_txt(sheet).split("\n\n")[0] == "thi đua nâng cao chất lượng"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cơ quan hành chính\n\nnhà nước.", ["cơ quan hành chính nhà nước."]),
        ("Lưu ý: kiểm tra các*\n\ntrường hợp.", ["Lưu ý: kiểm tra các trường hợp."]),
        ("Bước 1;\n\nbước 2.", ["Bước 1;", "bước 2."]),
        ("+ Một\n+ hai", ["+ Một", "+ hai"]),
        ("KẾ HOẠCH\n\nthực hiện Chỉ thị", ["KẾ HOẠCH", "thực hiện Chỉ thị"]),
        ("(*) ghi chú", ["(*) ghi chú"]),
    ],
)
def test_lines_are_joined_only_in_mid_sentence(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("1. Mục đích", True), ("2. 100% hồ sơ được số hóa.", False), ("Mục đích", False)],
)
def test_a_heading_is_short_and_numbered(line: str, expected: bool) -> None:
    assert is_heading(line) is expected
