"""A corrected cell of a workbook to the value of the record it stands for.

`value_of(column, "operator", "≥")` is `ge`; `"31/12/2026"`, a date and `2026-12-31` are all
`"2026-12-31"`; `"95,5"` is 95.5. What cannot be read raises ValueError with a Vietnamese reason.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from extractor.export.tables import Column
from extractor.export.vocabulary import VOCABULARY, to_code
from extractor.text import squeeze

_STATED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WRITTEN = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,10})?")


def same(one: Any, other: Any) -> bool:
    """Whether two cells show the same: an empty text is no text, a day is a day."""
    return bool(_plain(one) == _plain(other))


def value_of(column: Column, name: str, cell: Any) -> Any:
    """The record's value for a cell under `column`, of the key `name`."""
    if _plain(cell) is None:
        return [] if column.kind == "list" else None
    if column.kind == "stated_date" or name == "date":
        return _date(cell)
    if name == "due_month":
        return _month(cell)
    if column.kind in ("integer", "number"):
        return _number(cell, whole=column.kind == "integer")
    if column.kind == "list":
        parts = [squeeze(part) for part in str(cell).split(";")]
        return [_closed(name, part) for part in parts if part]
    if isinstance(cell, datetime | date):
        raise ValueError("ô này cần chữ, không phải ngày")
    return _closed(name, _text(cell))


def _plain(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n").strip() or None
    return cell


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return squeeze(str(cell))


def _closed(name: str, words: str) -> str:
    code = to_code(name, words)
    known = VOCABULARY.get(name)
    if known is None or name == "unit" or code in known:
        return code
    raise ValueError(f"«{words}» không thuộc các giá trị: {', '.join(known.values())}")


def _date(cell: Any) -> str:
    if isinstance(cell, datetime | date):
        return _plain(cell).isoformat()  # type: ignore[no-any-return]
    words = _text(cell)
    stated = _STATED.fullmatch(words)
    written = _WRITTEN.fullmatch(words)
    if stated:
        parts = [part for part in stated.groups() if part]
    elif written:
        parts = [part.zfill(2) for part in reversed(written.groups()) if part]
    else:
        raise ValueError(f"«{words}» không phải ngày, tháng hoặc năm")
    _real(words, *(int(part) for part in parts))
    return "-".join(parts)


def _real(words: str, year: int, month: int = 1, day: int = 1) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError(f"«{words}» không có trong lịch") from None


def _month(cell: Any) -> int | str:
    code = to_code("due_month", _text(cell))
    if code == "last_of_quarter":
        return code
    if code.isdigit() and 1 <= int(code) <= 12:
        return int(code)
    raise ValueError(f"«{cell}» không phải tháng (1–12 hoặc «tháng cuối quý»)")


def _number(cell: Any, *, whole: bool) -> int | float:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        words = _text(cell).removesuffix("%").strip()
        if not _NUMBER.fullmatch(words):
            raise ValueError(f"«{cell}» không phải số")
        cell = float(words.replace(",", "."))
    if float(cell).is_integer():
        return int(cell)
    if whole:
        raise ValueError(f"«{cell}» phải là số nguyên")
    return float(cell)
