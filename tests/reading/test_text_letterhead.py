"""Letterhead and foot of text copies: one block a printed line, left and right told apart."""

from __future__ import annotations

import pytest

from extractor.reading.text import read_text

Line = tuple[int, int, str]


def layout(source: str) -> list[Line]:
    """Row, column and text of the blocks that stand in borderless tables."""
    return [
        (block.cell.row, block.cell.column, block.text)
        for block in read_text(source.encode()).blocks
        if block.cell and block.cell.borderless
    ]


LETTERHEAD = [
    (0, 0, "ỦY BAN NHÂN DÂN"),
    (0, 0, "XÃ PHÚ LẠC"),
    (0, 1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (0, 1, "Độc lập - Tự do - Hạnh phúc"),
    (1, 0, "Số: 12/KH-UBND"),
    (1, 1, "Phú Lạc, ngày 02 tháng 3 năm 2026"),
]


def test_a_letterhead_of_a_cell_a_line_keeps_its_printed_lines() -> None:
    source = (
        "|\n**ỦY BAN NHÂN\nDÂN**\nXÃ PHÚ LẠC\n-------\n|\n**CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM**\n"
        "Độc lập - Tự do - Hạnh phúc\n---------------\n|\n|\nSố:\n12/KH-UBND\n|\n*Phú Lạc,\n"
        "ngày 02 tháng 3 năm 2026*\n|\n\n** **\n\n**KẾ HOẠCH**"
    )
    assert layout(source) == LETTERHEAD


def test_a_letterhead_in_markdown_rows_is_cut_where_its_lines_begin() -> None:
    source = (
        "| ỦY BAN NHÂN DÂN<br>XÃ PHÚ LẠC ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
        "Độc lập - Tự do - Hạnh phúc --------------- |\n|---|---|\n"
        "| Số: 12/KH-UBND | Phú Lạc, ngày 02 tháng 3 năm 2026 |\n"
    )
    assert layout(source) == LETTERHEAD


def test_a_letterhead_set_with_blanks_is_two_columns() -> None:
    source = (
        "   ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "     XÃ PHÚ LẠC                  Độc lập - Tự do - Hạnh phúc\n"
        "   Số: 12/KH-UBND            Phú Lạc, ngày 02 tháng 3 năm 2026\n"
    )
    assert sorted((column, text) for _, column, text in layout(source)) == sorted(
        (column, text) for _, column, text in LETTERHEAD
    )


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("**BỘ VĂN HÓA, THỂ\nTHAO **\nVÀ DU LỊCH", ["BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH"]),
        ("UBND TỈNH HÒA GIANG\n**SỞ NỘI VỤ**", ["UBND TỈNH HÒA GIANG", "SỞ NỘI VỤ"]),
        ("UBND TỈNH HÒA GIANG\nSỞ NỘI VỤ", ["UBND TỈNH HÒA GIANG", "SỞ NỘI VỤ"]),
        ("BAN CHẤP HÀNH\nTRUNG ƯƠNG\n**BAN TỔ CHỨC**\n*",
         ["BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN TỔ CHỨC"]),
        ("**ỦY BAN NHÂN DÂN\n**\nXÃ PHÚ LẠC", ["ỦY BAN NHÂN DÂN", "XÃ PHÚ LẠC"]),
    ],
)  # fmt: skip
def test_names_of_bodies_are_rejoined_and_told_apart(cell: str, lines: list[str]) -> None:
    source = f"|\n{cell}\n|\nĐộc lập - Tự do - Hạnh phúc\n|"
    assert [text for _, column, text in layout(source) if column == 0] == lines


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("**TM. ỦY BAN\nNHÂN DÂN**\nKT. CHỦ TỊCH\n**PHÓ CHỦ TỊCH**\n**Trần Văn An**",
         ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"]),
        ("**KT. CHỦ TỊCH **\nPHÓ CHỦ TỊCH\nTrần Văn An",
         ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn An"]),
        ("**TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG**\n(Đã ký)\n**Lê Thị Bình**",
         ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "(Đã ký)", "Lê Thị Bình"]),
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Trần Văn An",
         ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Văn An"]),
        ("**K/T TRƯỞNG\nBAN**\nPHÓ TRƯỞNG BAN\nTrần Văn An",
         ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Trần Văn An"]),
    ],
)  # fmt: skip
def test_a_signature_keeps_capacity_post_and_name_apart(cell: str, lines: list[str]) -> None:
    source = f"|\n*Nơi nhận:*\n- Như trên;\n- Lưu: VT.\n|\n{cell}\n|"
    assert [text for _, column, text in layout(source) if column == 1] == lines


@pytest.mark.parametrize(
    "cell",
    [
        "* *\n*Nơi nhận:*\n- Báo và Phát thanh, các cơ quan báo chí trên\nđịa bàn;\n"
        "- VP UBND: CVP, các Phòng: TH,\nNC;\n- Lưu: VT.",
        "__Nơi nhận: __\n*-* Báo và Phát thanh, các cơ quan báo chí trên địa bàn;\n"
        "- VP UBND: CVP, các Phòng: TH, NC;\n- Lưu: VT.",
        "Nơi nhận: - Báo và Phát thanh, các cơ quan báo chí trên địa bàn; "
        "- VP UBND: CVP, các Phòng: TH, NC; - Lưu: VT.",
    ],
)
def test_recipients_are_one_line_each(cell: str) -> None:
    source = f"|\n{cell}\n|\n**CHỦ TỊCH**\n**Trần Văn An**\n|"
    assert [text for _, column, text in layout(source) if column == 0] == [
        "Nơi nhận:",
        "- Báo và Phát thanh, các cơ quan báo chí trên địa bàn;",
        "- VP UBND: CVP, các Phòng: TH, NC;",
        "- Lưu: VT.",
    ]


def test_number_and_dateline_on_one_line_are_two_blocks() -> None:
    source = "Số: 12/KH-THPT Phú Lạc, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH"
    assert [block.text for block in read_text(source.encode()).blocks] == [
        "Số: 12/KH-THPT",
        "Phú Lạc, ngày 02 tháng 3 năm 2026",
        "KẾ HOẠCH",
    ]


def test_a_table_of_posts_is_data() -> None:
    source = "| TT | Họ tên | Chức vụ |\n|---|---|---|\n| 1 | Trần Văn An | CHỦ TỊCH |\n"
    assert layout(source) == []
