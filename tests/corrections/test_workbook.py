"""A corrected workbook: what changed is taken over, what is no fact is told, nothing else moves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from extractor.corrections.apply import apply_book
from extractor.corrections.model import Corrected
from extractor.corrections.workbook import read_book
from extractor.errors import UnreadableFile
from extractor.export import xlsx
from extractor.plan.codec import to_record
from extractor.plan.validate import check
from tests.export.made import hostile, subject, with_run

Edit = Callable[[Any], None]
PLAN = with_run().plan
FIRST = PLAN.targets[0].id


def corrected(edit: Edit, made: Any = None) -> Corrected:
    """The record of a plan after `edit` on its workbook, saved as a spreadsheet saves it."""
    chosen = made or with_run()
    book = openpyxl.load_workbook(io.BytesIO(xlsx.export(chosen).main))
    edit(book)
    handle = io.BytesIO()
    book.save(handle)
    return apply_book(to_record(chosen.plan), read_book(handle.getvalue()))


def column(sheet: Any, title: str) -> int:
    return next(int(cell.column) for cell in sheet[1] if cell.value == title)


def put(name: str, row: int, title: str, value: Any) -> Edit:
    def edit(book: Any) -> None:
        sheet = book[name]
        sheet.cell(row, column(sheet, title)).value = value

    return edit


def changes(made: Corrected) -> dict[str, tuple[Any, Any]]:
    return {one.path: (one.before, one.after) for one in made.changes}


@pytest.mark.parametrize(
    "made", [subject(), with_run(), hostile()], ids=["plain", "run", "hostile"]
)
def test_a_workbook_that_nobody_touched_changes_nothing(made: Any) -> None:
    result = corrected(lambda book: None, made)

    assert (result.changes, result.refused) == ((), ())
    assert result.record == to_record(made.plan)


@pytest.mark.parametrize(
    ("title", "cell", "name", "before", "after"),
    [
        ("Giá trị", 95, "value", 90, 95),
        ("Giá trị", "95,5", "value", 90, 95.5),
        ("So sánh", ">", "operator", "ge", "gt"),
        ("Thời hạn", datetime(2027, 6, 30), "by", "2026", "2027-06-30"),
        ("Thời hạn", "06/2027", "by", "2026", "2027-06"),
        ("Đơn vị tính", "hồ sơ", "unit", "percent", "hồ sơ"),
        ("Tăng, giảm", "tăng", "change", None, "increase"),
        ("Đối tượng", "Mỗi thôn", "subject", None, "Mỗi thôn"),
    ],
)
def test_a_corrected_cell_changes_its_value_and_nothing_else(
    title: str, cell: Any, name: str, before: Any, after: Any
) -> None:
    made = corrected(put("Chỉ tiêu", 2, title, cell))

    assert changes(made) == {f"$.targets[?@.id=='{FIRST}'].{name}": (before, after)}
    fact = made.record["targets"][0]
    assert fact[name] == after
    assert (fact["rule"], fact["confidence"]) == ("person", 1.0)
    assert made.record["targets"][1:] == to_record(PLAN)["targets"][1:]
    assert check(made.record) == []


@pytest.mark.parametrize(
    ("title", "cell", "why"),
    [
        ("Giá trị", "nhiều", "không phải số"),
        ("Giá trị", "=1+1", "công thức"),
        ("So sánh", "khoảng", "không thuộc các giá trị"),
        ("So sánh", "từ … đến …", "cột Đến"),
        ("Thời hạn", "30/02/2027", "không có trong lịch"),
        ("Chỉ tiêu", None, "cột Chỉ tiêu: không được để trống"),
        ("Trích đoạn", "câu không có trong văn bản", "không có trong văn bản"),
    ],
)
def test_what_cannot_be_read_is_told_and_leaves_the_fact_alone(
    title: str, cell: Any, why: str
) -> None:
    made = corrected(put("Chỉ tiêu", 2, title, cell))

    assert made.changes == ()
    (refused,) = made.refused
    assert refused.where == "Chỉ tiêu, dòng 2" and why in refused.why
    assert made.record == to_record(PLAN)


def test_a_row_that_is_gone_takes_its_fact_with_it() -> None:
    made = corrected(lambda book: book["Chỉ tiêu"].delete_rows(2))

    (path,) = changes(made)
    assert path == f"$.targets[?@.id=='{FIRST}']"
    assert [fact["id"] for fact in made.record["targets"]] == [PLAN.targets[1].id]


def test_a_new_row_is_a_fact_where_its_quote_stands_in_the_text() -> None:
    def edit(book: Any) -> None:
        sheet = book["Đơn vị"]
        row = sheet.max_row + 1
        for title, value in (
            ("Đơn vị", "UBND xã"), ("Vai trò", "chủ trì; thực hiện"),
            ("Trích đoạn", "nguồn ngân sách xã"),
        ):  # fmt: skip
            sheet.cell(row, column(sheet, title)).value = value

    made = corrected(edit)

    fact = made.record["responsible_units"][-1]
    text = made.record["text"]
    assert (fact["name"], fact["roles"]) == ("UBND xã", ["lead", "implement"])
    source = fact["source"]
    assert text[source["start"] : source["end"]] == source["text"] == "nguồn ngân sách xã"
    assert fact["id"].startswith("U")
    assert check(made.record) == []


def test_a_new_row_without_a_place_is_told() -> None:
    def edit(book: Any) -> None:
        sheet = book["Đơn vị"]
        sheet.cell(sheet.max_row + 1, column(sheet, "Đơn vị")).value = "Phòng Kinh tế"

    made = corrected(edit)

    assert made.changes == ()
    assert "thiếu trích đoạn" in made.refused[0].why


def test_a_quote_is_moved_to_the_nearest_place_that_has_it() -> None:
    made = corrected(put("Chỉ tiêu", 2, "Trích đoạn", "số hóa đạt từ 90% trở lên"))

    source = made.record["targets"][0]["source"]
    assert source["text"] == "số hóa đạt từ 90% trở lên"
    assert source["start"] == PLAN.targets[0].source.start + len("Tỷ lệ hồ sơ được ")
    assert check(made.record) == []


def test_values_of_the_document_and_lines_of_its_lists_are_corrected() -> None:
    def edit(book: Any) -> None:
        sheet = book["Văn bản"]
        value = column(sheet, "Giá trị")
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "number":
                sheet.cell(row[0].row, value).value = "12/KH-UBND"
            if row[0].value == "issuer.level":
                sheet.cell(row[0].row, value).value = "tỉnh"
        last = sheet.max_row + 1
        sheet.cell(last, column(sheet, "Mục")).value = "Nơi nhận"
        sheet.cell(last, value).value = "Phòng Kinh tế"

    made = corrected(edit)

    assert changes(made) == {
        "$.document.number": (None, "12/KH-UBND"),
        "$.document.issuer.level": ("commune", "province"),
        "$.document.recipients": (["Công an xã"], ["Công an xã", "Phòng Kinh tế"]),
    }
    assert "recipients.0" in made.record["document"]["evidence"]
    assert check(made.record) == []


def test_the_name_of_who_saved_the_workbook_is_kept() -> None:
    def edit(book: Any) -> None:
        book.properties.lastModifiedBy = "Trần Thị Mẫu"

    assert corrected(edit).by == "Trần Thị Mẫu"


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_workbook_that_declares_entities_is_refused(coding: str) -> None:
    handle = io.BytesIO()
    made = zipfile.ZipFile(io.BytesIO(xlsx.export(subject()).main))
    with made, zipfile.ZipFile(handle, "w") as out:
        for name in made.namelist():
            part = made.read(name)
            if name == "xl/workbook.xml":
                bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
                part = (bomb + part.decode().partition("?>")[2]).encode(coding)
            out.writestr(name, part)

    with pytest.raises(UnreadableFile, match="không an toàn"):
        read_book(handle.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"{}"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_book(data)
