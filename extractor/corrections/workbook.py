"""A workbook that a person corrected, as rows under the names of the record's keys.

In: the bytes of an .xlsx that `kehoach export` made. Out: `Book(sheets={"targets": [Row(number=2,
cells={"id": "T5d41402a", "value": 95, …})]}, by="Nguyễn Văn A")`. A formula is no value: its cell
is named in `formulas`.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.errors import UnreadableFile
from extractor.export.tables import DOCUMENT, SECTIONS, Column, section_columns

_ROWS = 20_000
_COLUMNS = 60
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|\x00", re.IGNORECASE)  # or letters of two bytes
# What a damaged package makes the library raise, in the order it comes upon it.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, SyntaxError,
    KeyError, IndexError, ValueError, TypeError, AttributeError,
)  # fmt: skip
_LARGEST = 200_000_000  # bytes unpacked


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the sheet, its cells by the names of their columns."""

    number: int
    cells: Mapping[str, Any]
    formulas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets that are there, by section, and who saved the file."""

    sheets: Mapping[str, tuple[Row, ...]]
    by: str | None


def read_book(data: bytes) -> Book:
    """The corrected rows. Raises UnreadableFile for anything that is no such workbook."""
    from openpyxl import load_workbook

    try:
        _refuse_unsafe(data)
        book = load_workbook(io.BytesIO(data))
    except _BROKEN as error:
        raise UnreadableFile(f"Không phải sổ tính .xlsx đọc được: {error}") from error
    sheets = {}
    for section, (title, columns) in _titles().items():
        if title in book.sheetnames:
            sheets[section] = tuple(_rows(book[title], columns))
    if not sheets:
        raise UnreadableFile("Sổ tính không có trang nào do kehoach export tạo ra.")
    return Book(sheets, book.properties.lastModifiedBy or None)


def _refuse_unsafe(data: bytes) -> None:
    """Raise UnreadableFile for a package that unpacks too large or whose XML declares entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
            raise UnreadableFile("Sổ tính quá lớn khi giải nén nên không đọc.")
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")) and _DECLARED.search(archive.read(name)):
                raise UnreadableFile("Sổ tính có khai báo XML không an toàn nên không đọc.")


def _titles() -> dict[str, tuple[str, tuple[Column, ...]]]:
    found = {name: (title, section_columns(name)) for name, (title, _) in SECTIONS.items()}
    return {"document": ("Văn bản", DOCUMENT), **found}


def _rows(sheet: Any, columns: tuple[Column, ...]) -> list[Row]:
    if sheet.max_row > _ROWS:  # a row that is not looked at would be a fact that went
        raise UnreadableFile(f"Trang «{sheet.title}» có hơn {_ROWS} dòng: hãy xóa các dòng trống.")
    lines = sheet.iter_rows(max_row=sheet.max_row, max_col=min(sheet.max_column, _COLUMNS))
    names = {column.title: column.name for column in columns}
    head = [names.get(str(cell.value or "").strip()) for cell in next(lines, ())]
    rows = []
    for number, line in enumerate(lines, 2):
        pairs = [(name, cell) for name, cell in zip(head, line, strict=True) if name]
        if any(cell.value not in (None, "") for _, cell in pairs):
            cells = {name: cell.value for name, cell in pairs}
            formulas = frozenset(name for name, cell in pairs if cell.data_type == "f")
            rows.append(Row(number, cells, formulas))
    return rows
