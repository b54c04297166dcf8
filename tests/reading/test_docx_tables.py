"""Tables of Word files: the grid, merged cells, nested tables, and layout told from data."""

from __future__ import annotations

import pytest

from extractor.document.model import BlockKind, Cell
from extractor.reading.docx import read_docx
from tests.reading.word_files import RULED, cell, par, row, run, table, word

MERGE, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def grid(body: str, **parts: str) -> list[tuple[str, Cell | None]]:
    return [(block.text, block.cell) for block in read_docx(word(body, **parts)).blocks]


def test_a_data_table_is_one_block_a_cell_empty_cells_too() -> None:
    blocks = read_docx(word(table(row("TT", "Nhiệm vụ"), row("1", "")))).blocks
    assert [block.text for block in blocks] == ["TT", "Nhiệm vụ", "1", ""]
    assert [block.cell for block in blocks] == [Cell(0, r, c) for r in (0, 1) for c in (0, 1)]
    assert {block.kind for block in blocks} == {BlockKind.CELL}


def test_paragraphs_of_a_data_cell_are_joined_and_their_starts_kept() -> None:
    block = read_docx(word(table(row(cell("Sở Nội vụ", "", "Sở Tài chính"), "x")))).blocks[0]
    assert block.text == "Sở Nội vụ Sở Tài chính"
    starts = block.origin.chars
    assert [block.text[start:] for start in starts] == ["Sở Nội vụ Sở Tài chính", "Sở Tài chính"]


def test_cells_merged_downwards_are_one_cell_and_their_hidden_text_is_out() -> None:
    rows = (
        row(cell("Chủ trì", look=MERGE), "2026"),
        row(cell("ẩn", look=GOES_ON), "2027"),
        row(cell("", look=GOES_ON), "2028"),
        row("Phối hợp", "2029"),
    )
    assert grid(table(*rows)) == [
        ("Chủ trì", Cell(0, 0, 0, row_span=3)),
        ("2026", Cell(0, 0, 1)),
        ("2027", Cell(0, 1, 1)),
        ("2028", Cell(0, 2, 1)),
        ("Phối hợp", Cell(0, 3, 0)),
        ("2029", Cell(0, 3, 1)),
    ]


def test_a_merge_that_goes_on_from_nowhere_is_a_cell_of_its_own() -> None:
    found = grid(table(row(cell("a", look=GOES_ON), "b"), row("c", "d")))
    assert found[0] == ("a", Cell(0, 0, 0))


def test_two_merges_one_below_the_other_stay_apart() -> None:
    rows = [row(cell(text, look=look), "x") for text, look in
            (("a", MERGE), ("", GOES_ON), ("b", MERGE), ("", GOES_ON))]  # fmt: skip
    spans = [
        (text, place.row, place.row_span)
        for text, place in grid(table(*rows))
        if place and place.column == 0
    ]
    assert spans == [("a", 0, 2), ("b", 2, 2)]


def test_cells_merged_sideways_move_the_columns_after_them() -> None:
    head = row(cell("Chỉ tiêu", look='<w:gridSpan w:val="2"/>'), "Ghi chú")
    found = grid(table(head, row("a", "b", "c")))
    assert found[0] == ("Chỉ tiêu", Cell(0, 0, 0, column_span=2))
    assert found[1] == ("Ghi chú", Cell(0, 0, 2))


def test_a_row_may_begin_further_right() -> None:
    found = grid(table(row("a", "b"), row("c", look='<w:gridBefore w:val="1"/>')))
    assert found[2] == ("c", Cell(0, 1, 1))


@pytest.mark.parametrize(("stated", "span"), [("999999999", 100), ("-4", 1), ("x", 1)])
def test_a_senseless_span_is_bounded(stated: str, span: int) -> None:
    found = grid(table(row(cell("a", look=f'<w:gridSpan w:val="{stated}"/>'), "b")))
    assert found[0] == ("a", Cell(0, 0, 0, column_span=span))


def test_deleted_rows_are_left_out() -> None:
    found = grid(table(row("a", "b"), row("c", "d", look="<w:del/>"), row("e", "f")))
    assert [text for text, _ in found] == ["a", "b", "e", "f"]
    assert found[2][1] == Cell(0, 1, 0)


def test_rows_and_cells_inside_content_controls_are_read() -> None:
    controlled = (
        f"<w:sdt><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"
        f"<w:tr><w:sdt><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>{cell('d')}</w:tr>"
    )
    assert [text for text, _ in grid(table(controlled))] == ["a", "b", "c", "d"]


def test_a_nested_table_follows_its_cell_as_a_table_of_its_own() -> None:
    outer = table(row(cell(par("a"), table(row("b", "c")), par("d")), "e"))
    assert grid(outer + table(row("f", "g"))) == [
        ("a d", Cell(0, 0, 0)),
        ("b", Cell(1, 0, 0)),
        ("c", Cell(1, 0, 1)),
        ("e", Cell(0, 0, 1)),
        ("f", Cell(2, 0, 0)),
        ("g", Cell(2, 0, 1)),
    ]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    assert grid(table(row(cell("Một", "Hai")))) == [("Một", None), ("Hai", None)]


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def borders(kind: str, more: str = "") -> str:
    lines = "".join(f'<w:{side} w:val="{kind}"{more}/>' for side in SIDES)
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def own(kind: str, *sides: str) -> str:
    lines = "".join(f'<w:{side} w:val="{kind}"/>' for side in sides)
    return f"<w:tcBorders>{lines}</w:tcBorders>"


GRID_STYLE = '<w:tblStyle w:val="TableGrid"/>'  # ruled in python-docx's template, as in Word's own
ALL = ("top", "left", "bottom", "right")
LINES = {
    "no lines are stated": ("", "", True),
    "lines are switched off": (borders("nil"), "", True),
    "the style's lines": (GRID_STYLE, "", False),
    "the style's lines switched off": (GRID_STYLE + borders("none"), "", True),
    "the table's lines switched off by each cell": (RULED, own("nil", *ALL), True),
    "each cell's own lines": ("", own("single", *ALL), False),
    "lines between rows only": ("", own("single", "top", "bottom"), False),
    "one line, under a name": ("", own("single", "bottom"), True),
    "white lines": (borders("single", ' w:color="FFFFFF"'), "", True),
}


@pytest.mark.parametrize(("look", "cells", "borderless"), LINES.values(), ids=LINES)
def test_visible_lines_make_a_table_of_data(look: str, cells: str, borderless: bool) -> None:
    two = row(cell("a", look=cells), cell("b", look=cells))
    found = grid(table(two, two, look=look), styles=STYLES)
    assert {place.borderless for _, place in found if place} == {borderless}


STYLES = f"""<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>
<w:tblPr>{RULED}</w:tblPr></w:style>"""


def test_a_letterhead_is_layout_though_it_is_ruled() -> None:
    motto = cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    found = grid(table(row(cell("UBND XÃ PHÚ LẠC", "Số: 5/KH-UBND"), motto)))
    assert [text for text, _ in found] == [
        "UBND XÃ PHÚ LẠC",
        "Số: 5/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert {place.borderless for _, place in found if place} == {True}


def test_a_numbered_table_is_data_though_it_has_no_lines() -> None:
    rows = [
        row(*texts) for texts in (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "a", ""), ("2", "b", ""))
    ]
    found = grid(table(*rows, look=""))
    assert len(found) == 9
    assert {place.borderless for _, place in found if place} == {False}


def test_recipients_are_one_block_a_line_and_empty_layout_cells_none() -> None:
    left = cell("Nơi nhận:", "- Như trên;", "", "- Lưu: VT.")
    right = cell(par(run("TM. ỦY BAN NHÂN DÂN", "<w:b/>")), "", "Nguyễn Văn An")
    found = grid(table(row(left, cell(""), right), look=""))
    assert [text for text, _ in found] == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn An",
    ]  # fmt: skip
    assert found[4][1] == Cell(0, 0, 2, borderless=True)
