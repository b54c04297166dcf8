"""What the columns of a table of tasks are for, read from its header rows.

`TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm`, in any order and wording, in one header
row or two, gives the role of each column; a table without a column for who leads or does the work
gives None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.fields.tables_grid import Grid, Row
from extractor.lexicon.load import load
from extractor.text import folded

_HEADER_ROWS = 4  # group rows may stand above the header, a row of column numbers below it
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?(?: ?= ?[\d+/()]+)?")
_MANY = re.compile(r"^các +")
_DOER = re.compile(r"(?:đơn vị|cơ quan|bộ phận|người|cá nhân)\b.{0,30} (?:thực hiện|phụ trách)\b")
_LEAD_WORD = "chủ trì"
_PARTNER_WORD = "phối hợp"


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns by role, from 0; `lead_role` is the role that the lead column gives; `body` is the
    position in the grid's rows at which the rows of tasks begin."""

    lead: int
    lead_role: str
    tasks: tuple[int, ...]
    partner: int | None
    time: int | None
    product: int | None
    body: int


def columns_of(grid: Grid) -> Columns | None:
    """The columns of a table of tasks, or None where nothing says who does the work."""
    roles: dict[int, str] = {}
    body = 0
    for position, row in enumerate(grid.rows[:_HEADER_ROWS]):
        found = header_roles(row)
        if not found and not (roles and _is_numbering(row)):
            if roles:
                break
            continue
        roles.update(found)
        body = position + 1
    return _columns(roles, body)


def _columns(roles: dict[int, str], body: int) -> Columns | None:
    lead = _first(roles, "lead")
    role = "lead"
    if lead is None:
        lead, role = _first(roles, "implement"), "implement"
    tasks = tuple(column for column, name in sorted(roles.items()) if name == "task")
    if lead is None or not tasks:
        return None
    partner, time, product = (_first(roles, name) for name in ("partner", "time", "product"))
    return Columns(lead, role, tasks, partner, time, product, body)


def _first(roles: dict[int, str], role: str) -> int | None:
    return next((column for column, name in sorted(roles.items()) if name == role), None)


def header_roles(row: Row) -> dict[int, str]:
    """The roles by column if a row is a header (two columns or more bear a known name), else {}."""
    named = {block.index: role for block in row.own if (role := column_role(block.text))}
    if len(named) < 2 or len(named) * 2 < len(row.filled):
        return {}
    return {
        column: named[cell.index]
        for column, cell in enumerate(row.cells)
        if cell is not None and cell.index in named
    }


def _is_numbering(row: Row) -> bool:
    return all(_COLUMN_NUMBER.fullmatch(cell.text.strip()) for cell in row.filled)


def column_role(header: str) -> str | None:
    """The role of a column by its name: `column_role("Cơ quan chủ trì")` is `"lead"`."""
    text = _MANY.sub("", folded(header).strip(" .:*()"))
    if len(text) > 90:
        return None
    found = _pattern().match(text)
    role = load("table_columns").by_alias[found.group()].word("role") if found else None
    if role in (None, "implement", "task", "skip") and _LEAD_WORD in text and "phối" not in text:
        return "lead"
    if role is None and _PARTNER_WORD in text:
        return "partner"
    if role is None and _DOER.match(text):
        return "implement"
    return role


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("table_columns").by_alias, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")
