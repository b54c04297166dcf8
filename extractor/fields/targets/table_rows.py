"""One row of a table of targets: a target for each column of figures.

`Tỷ lệ hộ nghèo | % | 3,5 | 2,0` under the years 2026 and 2030 gives two targets of `percent`;
the source runs from the indicator's cell to the figure's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.document.model import Block
from extractor.fields.context import Reading, source_of
from extractor.fields.tables_grid import Row
from extractor.fields.targets.figures import Figure, figure_of
from extractor.fields.targets.head import move_off
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.table_layout import Layout
from extractor.fields.targets.table_measures import Values
from extractor.fields.targets.table_units import bracketed
from extractor.fields.targets.vocabulary import holds, opens
from extractor.fields.targets.words import leads_off
from extractor.lexicon.load import load
from extractor.plan.model import Change, Target
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_YEARLY = re.compile(r"\s*/\s*năm$")
_SHORTEST = 2  # characters of an indicator


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a row measures: its name, the unit of its own cell, the change its name states."""

    cell: Block
    name: str
    unit: str
    change: Change | None


def row_targets(
    reading: Reading, row: Row, cell: Block, layout: Layout, scope: Scope
) -> Iterator[Target]:
    """The targets of one row; a rank, money to be spent, or what has no unit gives none."""
    measure = _measure(row, cell, layout)
    for values in layout.values:
        place = _place(row, values)
        figure = figure_of(place.text) if place else None
        if place is None or figure is None:
            continue
        named = _named(measure, values)
        unit = _unit(named, figure)
        if unit and len(named.name) >= _SHORTEST and _counts(named, unit):
            yield _target(reading, named, figure, unit, place, values, scope)


def _named(measure: _Measure, values: Values) -> _Measure:
    """What a cell measures where its column names it too: "Lượng" of "Xoài" is "Lượng Xoài"."""
    name = f"{values.measure} {measure.name}".strip()
    return replace(measure, name=name, unit=measure.unit or values.unit)


def _measure(row: Row, cell: Block, layout: Layout) -> _Measure:
    name, unit = cell.text, row.text(layout.unit) if layout.unit is not None else ""
    bare, own = bracketed(cell.text)
    if own and (not unit or view(unit) == view(own)):
        name, unit = bare, own
    moved, change = move_off(leads_off(name))
    return _Measure(cell, clean(moved), clean(unit), change)


def _place(row: Row, values: Values) -> Block | None:
    """The cell that begins at a column of this row: a merged one belongs to its first place."""
    cell = row.cells[values.column] if values.column < len(row.cells) else None
    if cell is None or cell.cell is None or cell.cell.row != row.index:
        return None
    return cell if cell.cell.column == values.column else None


def _unit(measure: _Measure, figure: Figure) -> str:
    """The contract's unit: `percent` for shares, else as printed in either cell."""
    printed = measure.unit or figure.unit
    if "%" in printed or view(printed).startswith("phần trăm"):
        return "percent"
    rate = opens("target_heads", "rate").match(view(measure.name))
    return printed or ("percent" if rate else "")


def _counts(measure: _Measure, unit: str) -> bool:
    """Whether a figure measures a result: no rank, no money that is only spent."""
    if opens("target_units", "rank").match(view(unit)):
        return False
    if holds("target_money", "debt").search(view(measure.name)):
        return False
    money = load("units").at(view(unit), 0)
    spent = holds("target_money", "budget").search(view(measure.name)) is not None
    return not (spent and money is not None and money.entry.id in ("money", "multiplier"))


def _target(
    reading: Reading,
    measure: _Measure,
    figure: Figure,
    unit: str,
    place: Block,
    values: Values,
    scope: Scope,
) -> Target:
    by = values.by or scope.by
    return Target(
        indicator=measure.name,
        operator=figure.operator,
        value=figure.value,
        value_max=figure.value_max,
        unit=unit,
        change=figure.change or measure.change,
        per="year" if _is_yearly(measure, figure, unit) else None,
        by=by,
        group=scope.group,
        context="target",
        source=source_of(reading, Span(measure.cell.start, max(measure.cell.end, place.end))),
        rule="targets.table",
        confidence=0.92,
        basis={"by": "inherited"} if by else {},
    )


def _is_yearly(measure: _Measure, figure: Figure, unit: str) -> bool:
    """Whether a share is one a year ("%/năm"); other units keep their "/năm" as printed."""
    printed = view(measure.unit or figure.unit)
    return unit == "percent" and _YEARLY.search(printed) is not None
