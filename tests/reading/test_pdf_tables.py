"""Drawn tables: one cell a block, merges kept, rejoined over page breaks, no word twice."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from extractor.document.model import BlockKind, Document
from extractor.reading.pdf import read_pdf
from extractor.reading.pdf_joining import joined
from tests.reading.pdf_files import body, centre, drawn, gap, grid, page, pdf

HEADER = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
WIDTHS = [0.08, 0.5, 0.22, 0.2]
TASKS = [
    ["1", "Rà soát, công khai thủ tục hành chính", "Văn phòng xã", "Quý I/2026"],
    [
        "2",
        "Tập huấn cho tổ công nghệ số cộng đồng các thôn trên địa bàn",
        "Phòng Văn hóa",
        "Tháng 5",
    ],
    ["3", "Sơ kết chiến dịch", "", "30/6/2026"],
]
BEFORE = "Ủy ban nhân dân xã phân công nhiệm vụ cho các đơn vị như sau:"
AFTER = "Các đơn vị báo cáo kết quả về Văn phòng xã trước ngày 25 hằng tháng."
LONG = "Phối hợp với các thôn tổ chức tuyên truyền, hướng dẫn người dân nộp hồ sơ trực tuyến. "

Grid = list[tuple[int, int, str]]


def cells(document: Document, table: int = 0) -> Grid:
    """(row, column, text) of a drawn table."""
    return [
        (block.cell.row, block.cell.column, block.text)
        for block in document.blocks
        if block.cell and block.cell.table == table
    ]


def rows(document: Document, table: int = 0) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for row, _, text in cells(document, table):
        found.setdefault(row, []).append(text)
    return list(found.values())


def test_each_cell_is_a_block_in_its_place_and_its_words_stand_nowhere_else() -> None:
    document = read_pdf(pdf(body(BEFORE), grid([HEADER, *TASKS], WIDTHS), gap(8), body(AFTER)))
    assert rows(document) == [HEADER, *TASKS]
    assert [block.text for block in document.blocks if block.cell is None] == [BEFORE, AFTER]
    assert document.text.count("Rà soát") == 1
    assert {block.kind for block in document.blocks if block.cell} == {BlockKind.CELL}


def test_merged_cells_are_one_block_with_their_spans() -> None:
    table = [
        ["TT", "Chỉ tiêu", "Năm", "", ""],
        ["", "", "2026", "2027", "2028"],
        ["I", "Cải cách hành chính", "", "", ""],
        ["1", "Tỷ lệ hồ sơ đúng hạn (%)", "95", "98", "100"],
    ]
    spans = [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (4, 0)), ((1, 2), (4, 2))]
    document = read_pdf(pdf(grid(table, [0.1, 0.45, 0.15, 0.15, 0.15], spans=spans)))
    placed = {
        block.text: (block.cell.row, block.cell.column, block.cell.row_span, block.cell.column_span)
        for block in document.blocks
        if block.cell
    }
    assert placed["TT"] == (0, 0, 2, 1)
    assert placed["Chỉ tiêu"] == (0, 1, 2, 1)
    assert placed["Năm"] == (0, 2, 1, 3)
    assert placed["2027"] == (1, 3, 1, 1)
    assert placed["Cải cách hành chính"] == (2, 1, 1, 4)
    assert placed["100"] == (3, 4, 1, 1)


def many(count: int) -> list[list[str]]:
    return [[str(at), LONG + f"Đợt {at}.", "Các thôn", f"Tháng {at}"] for at in range(1, count + 1)]


def test_a_table_over_pages_is_one_and_its_header_comes_once() -> None:
    tasks = many(60)
    table = grid([HEADER, *tasks], WIDTHS, header=1)
    document = read_pdf(pdf(body(BEFORE), table, gap(8), body(AFTER)))
    assert len(document.pages) > 2
    found = [[" ".join(text.split()) for text in row] for row in rows(document)]
    assert found == [HEADER, *tasks]
    assert document.blocks[-1].text == AFTER


def test_a_table_without_repeated_header_goes_on_too() -> None:
    tasks = many(40)
    document = read_pdf(pdf(grid([HEADER, *tasks], WIDTHS)))
    assert len(document.pages) > 1
    assert rows(document) == [HEADER, *tasks]


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    above = [HEADER, *TASKS, ["4", "Phối hợp với các thôn tổ chức", "Văn phòng", "Tháng"]]
    below = [
        HEADER,
        ["", "tuyên truyền, vận động.", "xã", "7/2026"],
        ["5", "Tổng kết", "Ủy ban", ""],
    ]
    document = read_pdf(pdf(grid(above, WIDTHS), *page(), grid(below, WIDTHS)))
    whole = [
        "4",
        "Phối hợp với các thôn tổ chức tuyên truyền, vận động.",
        "Văn phòng xã",
        "Tháng 7/2026",
    ]
    assert rows(document) == [HEADER, *TASKS, whole, below[2]]
    cut = next(block for block in document.blocks if block.text == whole[1])
    assert [box.page for box in cut.origin.boxes] == [1, 2]


def test_a_merged_cell_goes_on_behind_the_page_break() -> None:
    above = [
        ["Chủ trì", "Nhiệm vụ"],
        ["Văn phòng xã", "Rà soát thủ tục."],
        ["", "Công khai thủ tục."],
    ]
    below = [["", "Số hóa hồ sơ."], ["Các thôn", "Tuyên truyền."]]
    document = read_pdf(
        pdf(grid(above, [0.3, 0.7], spans=[((0, 1), (0, 2))]), *page(), grid(below, [0.3, 0.7]))
    )
    office = next(block for block in document.blocks if block.text == "Văn phòng xã")
    assert office.cell is not None
    assert (office.cell.row, office.cell.row_span) == (1, 3)
    assert [text for _, column, text in cells(document) if column == 1] == [
        "Nhiệm vụ",
        "Rà soát thủ tục.",
        "Công khai thủ tục.",
        "Số hóa hồ sơ.",
        "Tuyên truyền.",
    ]


def test_a_part_whose_rows_are_all_merged_joins_on_the_finer_columns() -> None:
    above = [["TT", "Nhiệm vụ", "Chủ trì"], ["1", "Rà soát", "Văn phòng xã"]]
    below = [["II", "Chuyển đổi số"]]
    document = read_pdf(pdf(grid(above, [0.1, 0.6, 0.3]), *page(), grid(below, [0.1, 0.9])))
    heading = next(block for block in document.blocks if block.text == "Chuyển đổi số")
    assert heading.cell is not None
    assert (heading.cell.table, heading.cell.row, heading.cell.column_span) == (0, 2, 2)


def test_two_tables_on_pages_that_follow_stay_two() -> None:
    first, second = grid([HEADER, *TASKS], WIDTHS), grid([["A", "B"], ["1", "2"]], [0.5, 0.5])
    document = read_pdf(pdf(first, *page(), second))
    assert rows(document, 0) == [HEADER, *TASKS]
    assert rows(document, 1) == [["A", "B"], ["1", "2"]]


def test_text_between_parts_keeps_tables_apart() -> None:
    first, second = grid([HEADER, *TASKS], WIDTHS), grid([HEADER, *TASKS], WIDTHS)
    document = read_pdf(pdf(first, *page(), centre("<b>PHỤ LỤC II</b>"), second))
    assert rows(document, 0) == rows(document, 1) == [HEADER, *TASKS]


def test_a_frame_around_text_is_no_table() -> None:
    note = "Khung thông tin của Ủy ban nhân dân xã"
    document = read_pdf(pdf(body(BEFORE), grid([[note]], [1.0]), body(AFTER)))
    assert not any(block.cell for block in document.blocks)
    assert note in document.text


def test_a_wide_page_keeps_its_size_and_its_table() -> None:
    document = read_pdf(pdf(body(BEFORE), *page(wide=True), grid([HEADER, *TASKS], WIDTHS)))
    assert document.pages[1].width > document.pages[1].height
    assert rows(document) == [HEADER, *TASKS]


def test_a_turned_page_reads_as_it_is_shown() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        table = grid([HEADER, *TASKS], WIDTHS)
        table.wrapOn(canvas, 600, 400)
        table.drawOn(canvas, 85, 300)
        canvas.drawString(85, 450, BEFORE)

    document = read_pdf(drawn(turned, size=landscape(A4)))
    assert document.pages[0].width > document.pages[0].height
    assert document.blocks[0].text == BEFORE
    assert rows(document) == [HEADER, *TASKS]


def test_cells_know_the_boxes_of_their_lines() -> None:
    document = read_pdf(pdf(grid([HEADER, *TASKS], WIDTHS)))
    task = next(block for block in document.blocks if block.text.startswith("Tập huấn"))
    assert len(task.origin.boxes) == len(task.origin.chars) > 1
    assert all(box.x0 >= 85 and box.x1 < 85 + 0.6 * 445 for box in task.origin.boxes)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["172.03", "3"], "172.033"),
        (["1.321.0", "00"], "1.321.000"),
        (["10.367.", "700"], "10.367.700"),
        (["11.405", ".000"], "11.405.000"),
        (["1.250.500", "2027"], "1.250.500 2027"),
        (["98", "100"], "98 100"),
        (["12.000", "500"], "12.000 500"),
    ],
)
def test_a_number_cut_by_a_narrow_cell_is_whole_again(lines: list[str], text: str) -> None:
    assert joined(lines, narrow=True)[0] == text


def test_a_head_that_is_turned_reads_upwards() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.grid([85, 115, 300], [600, 700, 720])
        canvas.drawString(120, 705, "Nhiệm vụ trọng tâm")
        canvas.drawString(120, 640, "Rà soát thủ tục")
        canvas.saveState()
        canvas.translate(97, 605)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Số thứ tự")
        canvas.drawString(0, -13, "nhiệm vụ")
        canvas.restoreState()

    assert rows(read_pdf(drawn(turned))) == [
        ["", "Nhiệm vụ trọng tâm"],
        ["Số thứ tự nhiệm vụ", "Rà soát thủ tục"],
    ]
