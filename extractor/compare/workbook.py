"""Tables as a workbook: a sheet each, header frozen, filters set, days as days.

Goes in: tables. Comes out: the bytes of an .xlsx file, the same on every run. Text from plans is
always written as text: a quote that begins with `=` is no formula.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from extractor.compare.tables import Cell, Table, Tone
from extractor.errors import MissingComponent
from extractor.inert import fitting, shown
from extractor.settled import settled

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_FILLS: dict[Tone, str] = {
    "bad": "F8D7DA", "warn": "FFF0C2", "good": "DDEFD9", "mute": "EDEDED", "head": "DCE6F1",
}  # fmt: skip
_NAME_LIMIT = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_WIDTH = 9  # characters a share of a column is wide
_MADE = datetime(2026, 1, 1)  # a date of its own would make every run another file


def workbook(tables: Sequence[Table]) -> bytes:
    """The tables as an .xlsx file. Raises MissingComponent without openpyxl."""
    book = _new_book()
    names: set[str] = set()
    for table in tables:
        name = _sheet_name(table.title, names)
        names.add(name.casefold())
        _fill(book.create_sheet(name), table)
    buffer = io.BytesIO()
    book.properties.created = book.properties.modified = _MADE
    book.save(buffer)
    return settled(buffer.getvalue(), _MADE)


def _new_book() -> Workbook:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingComponent("Thiếu thành phần openpyxl. Hãy chạy: kehoach doctor") from error
    book = Workbook()
    for sheet in list(book.worksheets):
        book.remove(sheet)
    return book


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for place, title in enumerate(table.columns, 1):
        _write(sheet.cell(1, place), Cell(title))
        sheet.cell(1, place).font = Font(bold=True)
        sheet.cell(1, place).fill = PatternFill("solid", fgColor=_FILLS["head"])
        sheet.cell(1, place).alignment = Alignment(wrap_text=True, vertical="top")
    for line, cells in enumerate(table.rows, 2):
        for place, cell in enumerate(cells, 1):
            target = sheet.cell(line, place)
            _write(target, cell)
            target.alignment = Alignment(wrap_text=True, vertical="top")
            if cell.tone:
                target.fill = PatternFill("solid", fgColor=_FILLS[cell.tone])
    shares = table.shares or (2,) * len(table.columns)
    for place, share in enumerate(shares, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTH * share + 3
    sheet.freeze_panes = "B2" if len(table.columns) > 8 else "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(target: Any, cell: Cell) -> None:
    if isinstance(cell.value, date):
        target.value = cell.value
        target.number_format = "dd/mm/yyyy"
    elif isinstance(cell.value, int | float):
        target.value = cell.value
    else:
        target.value = fitting(cell.text)
        target.data_type = "s"  # text, whatever sign it begins with
    if cell.note:
        from openpyxl.comments import Comment

        target.comment = Comment(shown(cell.note), "kehoach")


def _sheet_name(title: str, taken: set[str]) -> str:
    plain = _FORBIDDEN.sub(" ", title).strip("' ") or "Bảng"
    name, number = plain[:_NAME_LIMIT], 2
    while name.casefold() in taken:
        tail = f" {number}"
        name, number = plain[: _NAME_LIMIT - len(tail)] + tail, number + 1
    return name
