"""A plan as a workbook: a sheet a section, headings that stay, filters, dates as dates.

In: a subject. Out: `ke-hoach.xlsx`. Closed values are Vietnamese words with a list to choose from;
no text is ever a formula. The same plan gives the same bytes: the workbook's own times are those of
the plan.
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from extractor.campaign.days import first_day
from extractor.export.model import Export, Subject
from extractor.export.read_tables import coverage_table, signature_table
from extractor.export.tables import SEPARATOR, Column, Table, Value, tables_of
from extractor.export.vocabulary import VOCABULARY, to_words
from extractor.inert import defused, fitting
from extractor.plan.model import Plan
from extractor.settled import settled

FILE = "ke-hoach.xlsx"
_EARLIEST = date(1900, 3, 1)  # before it spreadsheets count a day that never was
_WIDTHS = {"stated_date": 12, "integer": 10, "number": 10}
_WIDE = {"task": 70, "quote": 60, "indicator": 50, "text": 60, "title": 50, "value": 60,
         "message": 70, "told": 60, "name": 36, "unit": 28, "id": 12, "rule": 20}  # fmt: skip
_OPEN = frozenset({"due_month", "unit"})  # other values may stand there too
_HEAD = PatternFill("solid", fgColor="1D4ED8")
_TOP = Alignment(vertical="top", wrap_text=True)


def export(subject: Subject) -> Export:
    """The workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in (*tables_of(subject.plan), *_read(subject.plan), _open(subject)):
        _sheet(book.create_sheet(table.title), table)
    stamp = _stamp(subject)
    book.properties.creator = "kehoach"
    book.properties.title = fitting(subject.campaign.name or "Kế hoạch")
    book.properties.identifier = subject.campaign.id
    book.properties.created = stamp
    handle = io.BytesIO()
    book.save(handle)
    return Export({FILE: settled(handle.getvalue(), stamp)})


def _read(plan: Plan) -> tuple[Table, ...]:
    return coverage_table(plan), signature_table(plan)


def _sheet(sheet: Any, table: Table) -> None:
    for number, column in enumerate(table.columns, 1):
        head = sheet.cell(1, number, column.title)
        head.font, head.fill = Font(bold=True, color="FFFFFF"), _HEAD
        head.alignment = _TOP
        width = _WIDE.get(column.name) or _WIDTHS.get(column.kind, 18)
        sheet.column_dimensions[get_column_letter(number)].width = width
    for place, row in enumerate(table.rows, 2):
        for number, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            _fill(sheet.cell(place, number), display(value, column, value_name(table, row, column)))
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    _choices(sheet, table)


def value_name(table: Table, row: tuple[Value, ...], column: Column) -> str:
    """The key whose value a cell holds: in the sheet of the document that of its row."""
    return str(row[0]) if table.name == "document" and column.name == "value" else column.name


def display(value: Value, column: Column, name: str) -> Value | date:
    """What a cell shows for a value: a date, words for a closed value, else the value itself."""
    if not isinstance(value, str):
        return value
    day = _real(value) if column.kind == "stated_date" or name == "date" else None
    if day:
        return day
    return fitting(SEPARATOR.join(to_words(name, part) for part in value.split(SEPARATOR)))


def _fill(target: Any, value: Value | date) -> None:
    target.alignment = _TOP
    target.value = value
    if isinstance(value, date):
        target.number_format = "dd/mm/yyyy"
    elif isinstance(value, str):
        target.data_type = "s"  # never a formula, never an error
        target.quotePrefix = defused(value) != value


def _real(value: str) -> date | None:
    try:
        found = date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
    return found if found and found >= _EARLIEST else None


def _choices(sheet: Any, table: Table) -> None:
    """A list to choose from in each column of closed values."""
    for number, column in enumerate(table.columns, 1):
        known = VOCABULARY.get(column.name)
        if known is None or column.kind == "list" or column.name in _OPEN:
            continue
        listed = ",".join(known.values())
        if len(listed) > 250 or len(listed.split(",")) != len(known):
            continue
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        letter = get_column_letter(number)
        rule.add(f"{letter}2:{letter}{max(2, len(table.rows) + 100)}")
        sheet.add_data_validation(rule)


def _open(subject: Subject) -> Table:
    columns = (Column("code", "Mã"), Column("message", "Nội dung"), Column("path", "Đường dẫn"))
    rows = tuple((one.code, one.message, one.path) for one in subject.campaign.to_decide)
    return Table("to_decide", "Cần quyết định", columns, rows)


def _stamp(subject: Subject) -> datetime:
    day = first_day(subject.plan.document.date)
    return datetime.fromisoformat(day.day) if day else datetime(1980, 1, 1)
