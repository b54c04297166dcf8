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
# "Khoa/phòng đầu mối", "Thôn, tổ dân phố phụ trách": whatever kind of body the house has.
_BODY = (
    r"(?:đơn vị|cơ quan|bộ phận|khoa|phòng|ban|tổ|sở|ngành|đoàn thể|hội|địa phương|xã|phường|thôn"
    r"|tổ dân phố|khu phố|ấp|trường|trạm|cá nhân|người|cán bộ|công chức|giáo viên|nhân viên)"
)
_BODIES = rf"{_BODY}(?:(?: *[,/–-] *| +(?:và|hoặc) +){_BODY}){{0,4}}(?: chuyên môn)?"
_LEADS = re.compile(rf"{_BODIES} (?:làm )?(?:đầu mối|chủ trì|chịu trách nhiệm chính)\b")
_DOES = re.compile(
    rf"{_BODIES} (?:được )?(?:thực hiện|phụ trách|chịu trách nhiệm|đảm nhiệm|đảm nhận|tham mưu"
    r"|giao|phân công)\b"
)
# "≥ 80", "Không quá 05", "85 - 95", "2 lớp": what a cell of figures says.
_FIGURE = re.compile(
    r"[^\W\d]{0,9}(?: [^\W\d]{1,9}){0,2} ?[≥≤<>=~]* ?\d[\d.,/ –-]*(?:%| ?[^\W\d]{1,9}){0,3}|[-–]?"
)


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
    period: int | None
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
    return _columns(_without_figures(grid, roles, body), body)


def _without_figures(grid: Grid, roles: dict[int, str], body: int) -> dict[int, str]:
    """The roles without columns of figures: "Chỉ tiêu 2026" beside "Chỉ số" says how much."""
    said = {c: r for c, r in roles.items() if r in ("task", "product")}
    figures = {column for column in said if _is_of_figures(grid, column, body)}
    if all(column in figures for column, role in said.items() if role == "task"):
        return roles
    return {column: role for column, role in roles.items() if column not in figures}


def _is_of_figures(grid: Grid, column: int, body: int) -> bool:
    """Whether most cells of a column hold a figure, with a comparator or a unit at most."""
    texts = [folded(row.text(column)) for row in grid.rows[body:] if len(row.filled) > 1]
    filled = [text for text in texts if text]
    figures = [text for text in filled if _FIGURE.fullmatch(text)]
    return bool(figures) and len(figures) * 2 > len(filled)


def _columns(roles: dict[int, str], body: int) -> Columns | None:
    lead = _first(roles, "lead")
    role = "lead"
    if lead is None:
        lead, role = _first(roles, "implement"), "implement"
    tasks = tuple(column for column, name in sorted(roles.items()) if name == "task")
    if lead is None or not tasks:
        return None
    names = ("partner", "time", "product", "period")
    partner, time, product, period = (_first(roles, name) for name in names)
    return Columns(lead, role, tasks, partner, time, product, period, body)


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
    if role in (None, "implement", "task") and _LEADS.match(text):
        return "lead"
    if role in (None, "task") and (_DOER.match(text) or _DOES.match(text)):
        return "implement"
    return role


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(load("table_columns").by_alias, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")
