"""Targets in tables: a column of indicators with units and a number for each year, or with sentences.

`TT | Chỉ tiêu | ĐVT | 2026 | 2030` gives one target a row and year column; where the column of indicators
holds whole sentences ("Tỷ lệ … đạt 60%") each is read like a sentence of a section of targets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractor.document.model import Block
from extractor.fields.context import Reading, source_of
from extractor.fields.tables_grid import Grid, Row, grids
from extractor.fields.targets.scope import Scope, scope_of
from extractor.outline.model import Part
from extractor.plan.model import Target
from extractor.recognise.quantities import find_quantities
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_INDICATOR = re.compile(
    r"^\W*(?:tên |nội dung |các |nhóm )?(?:chỉ tiêu|mục tiêu|chỉ số|tiêu chí)(?! (?:năm|đến|giai đoạn|kế hoạch))(?!\w)"
)
_UNIT = re.compile(r"^\W*(?:đvt|đơn vị(?: tính)?)\W*$")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_REACHED = re.compile(r"(?:thực hiện|ước|hiện trạng|kết quả|đã đạt|năm gốc)(?! (?:kế hoạch))")
_AIMED = re.compile(r"(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)")
_NUMBER = re.compile(
    r"^\s*(?P<sign>≥|>=|≤|<=|>|<|trên|dưới|từ|ít nhất|tối thiểu|không quá|tối đa|đạt)?\s*(?P<value>\d[\d.,]*)\s*(?P<percent>%)?(?P<more>\s*trở lên)?\s*$"
)
_SIGNS = {
    "≥": "ge",
    ">=": "ge",
    "≤": "le",
    "<=": "le",
    ">": "gt",
    "<": "lt",
    "trên": "gt",
    "dưới": "lt",
    "từ": "ge",
    "ít nhất": "ge",
    "tối thiểu": "ge",
    "không quá": "le",
    "tối đa": "le",
}
_HEADER_ROWS = 4

SentenceReader = Callable[[Span, Scope], Iterator[Target]]


@dataclass(frozen=True, slots=True)
class _Layout:
    indicator: int
    unit: int | None
    years: tuple[tuple[int, str | None], ...]  # column, date by which
    body: int


def read_tables(reading: Reading, read_sentence: SentenceReader) -> Iterator[Target]:
    """The targets of every table that has a column of indicators."""
    for grid in grids(reading.blocks(Part.BODY, Part.ANNEX)):
        layout = _layout(grid)
        if layout is not None:
            yield from _grid_targets(reading, grid, layout, read_sentence)


def _layout(grid: Grid) -> _Layout | None:
    start, indicator = _named_column(grid)
    if indicator is None:
        return None
    body = start + 1
    while body < min(len(grid.rows), start + _HEADER_ROWS) and _is_header(
        grid.rows[body], indicator
    ):
        body += 1
    heads = {
        column: [view(row.text(column)) for row in grid.rows[start:body]]
        for column in range(grid.width)
    }
    unit = next((column for column, texts in heads.items() if any(map(_UNIT.match, texts))), None)
    return _Layout(indicator, unit, tuple(_value_columns(heads, indicator, unit)), body)


def _named_column(grid: Grid) -> tuple[int, int | None]:
    """The first header row and the column of indicators it names."""
    for position, row in enumerate(grid.rows[:_HEADER_ROWS]):
        for column in range(grid.width):
            if len(row.filled) > 1 and _INDICATOR.match(view(row.text(column))):
                return position, column
    return 0, None


def _is_header(row: Row, indicator: int) -> bool:
    """A second header row: years or names under a merged head, never a row with its own indicator."""
    cell = row.cells[indicator] if indicator < len(row.cells) else None
    repeats = (
        cell is None or cell.cell is None or cell.cell.row != row.index or not cell.text.strip()
    )
    return repeats or re.fullmatch(r"\(?\d{1,2}\)?", row.text(indicator)) is not None


def _value_columns(
    heads: dict[int, list[str]], indicator: int, unit: int | None
) -> Iterator[tuple[int, str | None]]:
    for column, texts in heads.items():
        if column in (indicator, unit):
            continue
        head = " ".join(dict.fromkeys(texts))
        year = _YEAR.findall(head)
        if _REACHED.search(head) and not _AIMED.search(head):
            continue
        if year:
            yield column, year[-1]
        elif _AIMED.search(head):
            yield column, None


def _grid_targets(
    reading: Reading, grid: Grid, layout: _Layout, read_sentence: SentenceReader
) -> Iterator[Target]:
    scope = _table_scope(reading, grid)
    for row in grid.rows[layout.body :]:
        cell = row.cells[layout.indicator] if layout.indicator < len(row.cells) else None
        if len(row.filled) <= 2 and (head := _group_head(row)):
            scope = replace(scope, group=head)
            continue
        if cell is None or cell.cell is None or cell.cell.row != row.index or not cell.text.strip():
            continue
        if layout.years:
            yield from _row_targets(reading, row, cell, layout, scope)
        else:
            yield from read_sentence(cell.span, scope)


def _table_scope(reading: Reading, grid: Grid) -> Scope:
    node = reading.outline.node_before(grid.first)
    if node is None:
        return Scope("target", None, None, None, False)
    found = scope_of(reading, node)
    return replace(found, context="target", past=False)


def _group_head(row: Row) -> str | None:
    """The words of a row that heads what follows: a title over all columns, or a number and a title."""
    texts = [
        cell
        for cell in row.filled
        if not re.fullmatch(r"[\dIVX.a-zA-Z]{1,5}[.)]?", cell.text.strip())
    ]
    if len(texts) != 1 or re.search(r"\d", texts[0].text):
        return None
    wide = texts[0].cell is not None and texts[0].cell.column_span > 1
    return (
        clean(re.sub(r"^\W*[IVX]{1,4}\.\s*", "", texts[0].text))
        if wide or texts[0].text.isupper() or len(row.filled) == 2
        else None
    )


def _row_targets(
    reading: Reading, row: Row, cell: Block, layout: _Layout, scope: Scope
) -> Iterator[Target]:
    for column, year in layout.years:
        value_cell = row.cells[column] if column < len(row.cells) else None
        if value_cell is None or value_cell.cell is None or value_cell.cell.column != column:
            continue
        found = _NUMBER.match(view(value_cell.text))
        if found is None:
            continue
        yield _target(
            reading, row, cell, value_cell, found, layout, replace(scope, by=year or scope.by)
        )


def _target(
    reading: Reading,
    row: Row,
    cell: Block,
    value_cell: Block,
    found: re.Match[str],
    layout: _Layout,
    scope: Scope,
) -> Target:
    unit = row.text(layout.unit) if layout.unit is not None else ""
    percent = (
        bool(found["percent"])
        or unit.strip() == "%"
        or (not unit and view(cell.text).lstrip().startswith(("tỷ lệ", "tỉ lệ")))
    )
    operator = "ge" if found["more"] else _SIGNS.get(found["sign"] or "", "eq")
    return Target(
        indicator=clean(cell.text),
        operator=operator,  # type: ignore[arg-type]
        value=_number(found["value"]),
        unit="percent" if percent else clean(unit),
        by=scope.by,
        group=scope.group,
        context="target",
        source=source_of(reading, Span(cell.start, max(cell.end, value_cell.end))),
        rule="targets.table",
        confidence=0.92,
        basis={"by": "inherited"} if scope.by else {},
    )


def _number(printed: str) -> float:
    """A Vietnamese number: dots for thousands, a comma for decimals."""
    quantities = find_quantities(f"{printed}%")
    return (
        float(quantities[0].value)
        if quantities
        else float(printed.replace(".", "").replace(",", "."))
    )
