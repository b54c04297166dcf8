"""Tables of text copies: Markdown rows and one cell a line between bars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.document.model import Block, BlockKind
from extractor.reading.text import read_text

HEAD = ["**TT**", "**Nhiệm vụ**", "**Chủ trì**", "**Phối hợp**", "**Thời gian**"]


def a_cell_a_line(rows: Iterable[Sequence[str]]) -> str:
    """Rows as web copies keep them: a bar alone before, between and behind cells."""
    return "\n".join(
        "\n".join(["|", *(f"{cell}\n|" if cell else "|" for cell in row)]) for row in rows
    )


def cells(source: str) -> list[Block]:
    return [block for block in read_text(source.encode()).blocks if block.kind is BlockKind.CELL]


def grid(source: str) -> list[list[str]]:
    """Rows of texts, each with its span: "Rà soát", "II. HẠ TẦNG <5>"."""
    rows: dict[int, list[str]] = {}
    for block in cells(source):
        assert block.cell is not None
        span = f" <{block.cell.column_span}>" if block.cell.column_span > 1 else ""
        rows.setdefault(block.cell.row, []).append(block.text + span)
    return list(rows.values())


def test_rows_of_filled_cells_are_found_and_wrapped_lines_rejoined() -> None:
    rows = [
        HEAD,
        ["1", "Rà soát trang thiết bị tại\ncác thôn", "Văn phòng", "Các thôn", "Quý I"],
        ["2", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II"],
    ]
    assert grid(a_cell_a_line(rows)) == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
        ["1", "Rà soát trang thiết bị tại các thôn", "Văn phòng", "Các thôn", "Quý I"],
        ["2", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II"],
    ]


def test_a_heading_that_spans_all_columns_is_a_row_of_its_own() -> None:
    rows = [
        HEAD,
        ["**I. NÂNG CAO\nNHẬN THỨC**"],
        ["1", "Tập huấn", "Văn phòng", "Các thôn", "Quý I"],
        ["2", "Truyền thông", "Văn phòng", "Các thôn", "Quý II"],
        ["**II. HẠ TẦNG**"],
        ["3", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II"],
    ]
    found = grid(a_cell_a_line(rows))
    assert found[1] == ["I. NÂNG CAO NHẬN THỨC <5>"]
    assert found[4] == ["II. HẠ TẦNG <5>"]
    assert found[5] == ["3", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II"]


def test_a_numbered_heading_spans_the_columns_behind_its_number() -> None:
    rows = [
        HEAD,
        ["**I**", "**Hạ tầng**"],
        ["1", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II"],
        ["** II**", "**Nhân lực**"],
        ["1", "Tập huấn", "Văn phòng", "Các thôn", "Quý I"],
    ]
    found = grid(a_cell_a_line(rows))
    assert (found[1], found[3]) == (["I", "Hạ tầng <4>"], ["II", "Nhân lực <4>"])


def test_empty_cells_keep_their_places() -> None:
    rows = [
        HEAD,
        ["1", "Mua sắm", "Phòng Kinh tế", "", "Quý II"],
        ["2", "Tập huấn", "Văn phòng", "", ""],
        ["3", "Tổng kết", "Văn phòng", "Các thôn", "Quý IV"],
        ["", "**Tổng**", "", "", ""],
        ["4", "Lưu trữ", "Văn phòng", "Các thôn", "Quý IV"],
    ]
    plain = [[cell.strip("*") for cell in row] for row in rows]
    assert grid(a_cell_a_line(rows)) == plain


def test_figures_with_gaps_between_them_stay_one_row() -> None:
    rows = [
        ["**TT**", "**Sản phẩm**", "**2026**", "**2027**", "**2028**"],
        ["1", "Chè", "10", "12", "14"],
        ["2", "Cà phê", "", "5", ""],
        ["3", "Mắc ca", "", "", "7"],
        ["4", "Sơn tra", "3", "", "4"],
    ]
    plain = [[cell.strip("*") for cell in row] for row in rows]
    assert grid(a_cell_a_line(rows)) == plain


def test_a_cell_merged_with_the_row_above_grows_and_the_rest_keep_their_columns() -> None:
    rows = [
        [*HEAD, "**Nguồn**"],
        ["1", "Mua sắm", "Phòng Kinh tế", "Văn phòng", "Quý II", "Ngân sách xã"],
        ["2", "Tập huấn", "Văn phòng", "Các thôn", "Quý I"],
        ["3", "Rà soát", "Văn phòng", "Các thôn", "Quý III"],
        ["4", "Tổng kết", "Văn phòng", "Các thôn", "Quý IV", "Xã hội hóa"],
        ["5", "Lưu trữ", "Văn phòng", "Các thôn", "Quý IV", "Xã hội hóa"],
    ]
    blocks = cells(a_cell_a_line(rows))
    source = next(block for block in blocks if block.text == "Ngân sách xã")
    assert source.cell is not None
    assert (source.cell.column, source.cell.row_span) == (5, 3)
    quarters = [b.cell.column for b in blocks if b.cell and b.text.startswith("Quý")]
    assert set(quarters) == {4}


def test_a_cell_missing_inside_a_row_shifts_the_others_to_their_columns() -> None:
    rows = [
        HEAD,
        ["1", "Mua sắm máy", "Phòng Kinh tế", "Các thôn", "Quý II"],
        ["2", "Rà soát", "Phòng Kinh tế", "Các thôn", "Quý I"],
        ["3", "Sửa chữa", "Các thôn", "Quý II"],
        ["4", "Tổng kết", "Phòng Kinh tế", "Các thôn", "Quý I"],
    ]
    places = {
        block.text: block.cell.column
        for block in cells(a_cell_a_line(rows))
        if block.cell and block.cell.row == 3
    }
    assert places == {"3": 0, "Sửa chữa": 1, "Các thôn": 3, "Quý II": 4}


def test_a_head_of_two_rows_groups_the_columns_that_look_alike() -> None:
    rows = [
        ["**TT**", "**Chỉ tiêu**", "**ĐVT**", "**Năm 2025**", "**Giai đoạn 2026 - 2028**"],
        ["**Năm 2026**", "**Năm 2027**", "**Năm 2028**"],
        ["1", "Diện tích chè", "Ha", "100", "110", "120", "130"],
        ["2", "Sản lượng chè", "Tấn", "900", "950", "990", "999"],
    ]
    head = [b.cell for b in cells(a_cell_a_line(rows)) if b.cell and b.cell.row < 2]
    assert [(cell.column, cell.column_span) for cell in head] == [
        (0, 1), (1, 1), (2, 1), (3, 1), (4, 3), (4, 1), (5, 1), (6, 1),
    ]  # fmt: skip


def test_the_row_that_counts_columns_tells_the_width() -> None:
    rows = [
        ["**TT**", "**Nội dung**", "**Năm 2025**", "**Năm 2026**"],
        ["**Kế hoạch**", "**Ước đạt**"],
        ["1", "2", "3", "4", "5"],
        ["1", "Tổng thu", "10", "", "12"],
        ["2", "Tổng chi", "", "", "9"],
    ]
    assert [len(row) for row in grid(a_cell_a_line(rows))] == [4, 2, 5, 5, 5]


def test_blank_emphasis_between_bars_is_an_empty_cell_and_no_end_of_row() -> None:
    source = "|\n**TT**\n|\n**Việc**\n|\n**Ai**\n|\n|\n1\n|\n** **\n|\nVăn phòng\n|"
    assert grid(source) == [["TT", "Việc", "Ai"], ["1", "", "Văn phòng"]]


def test_two_tables_are_numbered_apart_and_text_between_them_stays() -> None:
    table = a_cell_a_line([HEAD, ["1", "Mua sắm", "A", "B", "Quý II"]])
    document = read_text(f"{table}\n\nPHỤ LỤC II\n\n{table}".encode())
    assert {block.cell.table for block in document.blocks if block.cell} == {0, 1}
    assert [block.text for block in document.blocks if not block.cell] == ["PHỤ LỤC II"]


def test_a_markdown_table_is_read_row_by_row() -> None:
    source = (
        "| **TT** | **Nhiệm vụ** | Chủ trì | Thời gian |\n| --- | :--- | --- | ---: |\n"
        "| I | **HẠ TẦNG** | | |\n"
        "| 1 | Rà soát<br>tại thôn | Phòng A \\| Phòng B | Quý I |\n"
        "| II | NHÂN LỰC | NHÂN LỰC | NHÂN LỰC |\n"
    )
    assert grid(source) == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"],
        ["I", "HẠ TẦNG <3>"],
        ["1", "Rà soát tại thôn", "Phòng A | Phòng B", "Quý I"],
        ["II", "NHÂN LỰC <3>"],
    ]


def test_rows_drawn_with_bars_between_the_cells_alone_are_a_table() -> None:
    source = (
        "I. Bảng phân công\n"
        "TT | Nội dung | Chủ trì | Phối hợp | Thời gian\n"
        "I | Công tác chỉ đạo | | | |\n"
        "1 | Ban hành Kế hoạch | Văn phòng | Các phòng | Quý I\n"
        "2 | Tập huấn | Phòng Kinh tế | | Quý II\n"
        "II. Trách nhiệm cụ thể"
    )
    assert grid(source) == [
        ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["I", "Công tác chỉ đạo", "", "", ""],
        ["1", "Ban hành Kế hoạch", "Văn phòng", "Các phòng", "Quý I"],
        ["2", "Tập huấn", "Phòng Kinh tế", "", "Quý II"],
    ]
    said = [block.text for block in read_text(source.encode()).blocks if not block.cell]
    assert said == ["I. Bảng phân công", "II. Trách nhiệm cụ thể"]


def test_two_drawn_columns_are_a_table_from_three_rows_on() -> None:
    rows = ["Chỉ tiêu | Mức", "Hồ sơ đúng hạn | 98%", "Hộ dùng nước sạch | 95%"]
    assert grid("\n".join(rows)) == [row.split(" | ") for row in rows]
    assert grid("\n".join(rows[:2])) == []


def test_a_letterhead_drawn_with_bars_is_no_table_of_data() -> None:
    source = (
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "XÃ PHÚ LẠC | Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND | Phú Lạc, ngày 05 tháng 3 năm 2026\n"
    )
    assert all(block.cell and block.cell.borderless for block in cells(source))
    assert len(cells(source)) == 6


def test_bars_in_single_lines_of_prose_are_no_table() -> None:
    assert cells("Điện thoại: 113 | Thư: a@b.vn\nTrực ban: 114 | 115\nTin báo gửi về thôn.") == []


def test_cells_carry_their_lines_in_the_file() -> None:
    source = "|\nTT\n|\nViệc\n|\n|\n1\n|\nRà soát\ntại thôn\n|"
    assert [block.origin.lines for block in cells(source)] == [(2, 2), (4, 4), (7, 7), (9, 10)]


def test_a_bar_alone_is_no_table() -> None:
    assert [b.text for b in read_text("Kinh phí\n\n|\n\nNgân sách xã".encode()).blocks] == [
        "Kinh phí",
        "Ngân sách xã",
    ]


def test_tabbed_rows_are_a_table_with_its_merged_head_and_group_rows() -> None:
    text = (
        "PHỤ LỤC\n\nTT\tChỉ tiêu\tĐVT\tMục tiêu\n\t\t\t2026\t2027\nI. KINH TẾ SỐ\n"
        "1\tTỷ lệ hồ sơ trực tuyến\t%\t80\t90\n2\tSàn giao dịch\tsàn\t\t1\n\nHết phụ lục."
    )
    blocks = read_text(text.encode()).blocks
    cells = {(b.cell.row, b.cell.column): (b.text, b.cell.column_span) for b in blocks if b.cell}
    assert cells[0, 3] == ("Mục tiêu", 1)
    assert cells[1, 4] == ("2027", 1)
    assert cells[2, 0] == ("I. KINH TẾ SỐ", 5)
    assert cells[3, 3] == ("80", 1)
    assert cells[4, 3] == ("", 1)
    assert [b.text for b in blocks if b.cell is None] == ["PHỤ LỤC", "Hết phụ lục."]


def test_a_letterhead_set_with_one_tab_is_no_table_of_data() -> None:
    text = (
        "UBND XÃ PHÚ LẠC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 12/KH-UBND\tPhú Lạc, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH"
    )
    blocks = read_text(text.encode()).blocks
    assert all(b.cell is None or b.cell.borderless for b in blocks)


def test_rows_that_only_bars_part_are_a_table() -> None:
    source = (
        "I. Bảng phân công\n"
        "TT | Nội dung | Chủ trì | Thời gian\n"
        "A | Nhóm việc chung | |\n"
        "1 | Rà soát trạm bơm | Phòng Kinh tế | Trước ngày 20/3/2026\n"
        "2 | Tập huấn | Văn phòng | Quý II\n"
        "\n"
        "Các thôn thực hiện."
    )
    found = grid(source)
    assert found[0] == ["TT", "Nội dung", "Chủ trì", "Thời gian"]
    assert found[-2:] == [
        ["1", "Rà soát trạm bơm", "Phòng Kinh tế", "Trước ngày 20/3/2026"],
        ["2", "Tập huấn", "Văn phòng", "Quý II"],
    ]


def test_lines_with_a_bar_or_a_row_alone_are_no_table() -> None:
    assert not cells("Đường dây nóng: 0123 | 0456\nGiờ làm việc: sáng | chiều")
    assert not cells("Bước 1 | Bước 2 | Bước 3\nCác thôn thực hiện.")
