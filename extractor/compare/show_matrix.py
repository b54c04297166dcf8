"""A matrix for a person: one wide table for page and workbook, one narrow for a terminal.

Goes in: a matrix and its plans. Comes out: `wide(…)`, a table with a column for each plan and
counts at its edges; `narrow(…)`, a row for each indicator with its range, gaps and outliers;
`long(…)`, a row for each target, with numbers and days as such; `csv_of(…)`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from extractor.compare.matrix import TOPICS, Matrix, MatrixCell, Row
from extractor.compare.phrases import number, threshold
from extractor.compare.tables import Cell, Table, Tone, row
from extractor.inert import defused
from extractor.plan.days import last_day
from extractor.plan.model import Plan
from extractor.plan.words import day

_MARKS = {"weak": "thấp hẳn so với các kế hoạch khác", "strong": "cao hẳn so với các kế hoạch khác"}
_TONES: dict[str | None, Tone] = {"weak": "bad", "strong": "good", None: ""}
_GAP = Cell("thiếu", "warn", note="Phần lớn các kế hoạch khác có chỉ tiêu này.")
_NONE = Cell("", "mute")
_NAMED = 6  # plans that a narrow cell names


def wide(made: Matrix) -> Table:
    """Indicators by plans, counts in the second column and in the last row."""
    names = [plan.name for plan in made.plans]
    rows = [
        (
            Cell(TOPICS[one.topic], "head"),
            Cell(one.name, note=one.unit),
            Cell(_count(one, made)),
            *cells,
        )
        for one in made.rows
        for cells in [_cells(one, len(names))]
    ]
    if rows:
        rows.append(_totals(made))
    return Table(
        "Ma trận chỉ tiêu",
        ("Nhóm", "Chỉ tiêu", "Số kế hoạch có", *names),
        tuple(rows),
        intro=legend(made),
        empty="Không kế hoạch nào có chỉ tiêu.",
        shares=(2, 5, 2, *(2 for _ in names)),
    )


def legend(made: Matrix) -> str:
    """What the marks mean, and how much of each there is."""
    gaps = sum(len(one.gaps) for one in made.rows)
    marks = sum(cell.mark is not None for one in made.rows for cell in one.cells)
    return (
        f"{len(made.plans)} kế hoạch, {len(made.rows)} chỉ tiêu. “thiếu”: từ nửa số kế hoạch có mà "
        f"kế hoạch này không có ({gaps} chỗ). Nền đỏ, xanh: thấp hẳn, cao hẳn so với các kế hoạch "
        f"khác ({marks} chỗ)."
    )


def _cells(one: Row, plans: int) -> list[Cell]:
    held = {cell.plan: cell for cell in one.cells}
    gaps = set(one.gaps)
    return [
        _held(held[place]) if place in held else _GAP if place in gaps else _NONE
        for place in range(plans)
    ]


def _held(cell: MatrixCell) -> Cell:
    return Cell(cell.demand, _TONES[cell.mark], note=_MARKS.get(cell.mark or "", ""))


def _count(one: Row, made: Matrix) -> str:
    return f"{one.have}/{len(made.plans)}"


def _totals(made: Matrix) -> tuple[Cell, ...]:
    counts = [
        sum(c.plan == place for one in made.rows for c in one.cells) for place in _places(made)
    ]
    gaps = [sum(place in one.gaps for one in made.rows) for place in _places(made)]
    told = [
        f"{n} chỉ tiêu" + (f", thiếu {g}" if g else "") for n, g in zip(counts, gaps, strict=True)
    ]
    return (
        Cell("Cộng", "head"),
        Cell("", "head"),
        Cell("", "head"),
        *(Cell(t, "head") for t in told),
    )


def _places(made: Matrix) -> range:
    return range(len(made.plans))


def narrow(made: Matrix) -> Table:
    """A row for each indicator that more than one plan has, and how many have none of it."""
    return Table(
        "Ma trận chỉ tiêu",
        ("Nhóm", "Chỉ tiêu", "Có", "Thấp nhất – cao nhất", "Thiếu ở", "Khác hẳn"),
        tuple(_narrow(one, made) for one in made.rows),
        intro=legend(made),
        empty="Không kế hoạch nào có chỉ tiêu.",
        shares=(3, 6, 1, 3, 5, 4),
    )


def _narrow(one: Row, made: Matrix) -> tuple[Cell, ...]:
    values = [cell.value for cell in one.cells]
    spread = " – ".join(dict.fromkeys(number(v) for v in (min(values), max(values))))
    marked = [c for c in one.cells if c.mark]
    told = "; ".join(f"{made.plans[c.plan].name}: {c.demand}" for c in marked[:_NAMED])
    return row(
        TOPICS[one.topic],
        one.name,
        _count(one, made),
        f"{spread} {one.unit}",
        Cell(_named([made.plans[place].name for place in one.gaps]), "warn" if one.gaps else ""),
        Cell(told, "bad" if any(c.mark == "weak" for c in marked) else ""),
    )


def _named(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" và {more} kế hoạch khác" if more > 0 else "")


def long(made: Matrix, plans: Sequence[Plan]) -> Table:
    """A row for each target: to filter, sort and pivot."""
    return Table(
        "Danh sách",
        ("Nhóm", "Chỉ tiêu", "Kế hoạch", "Mức đặt", "Giá trị", "Đơn vị", "Hạn", "Ngày hạn",
         "Tên trong kế hoạch", "Câu", "Lưu ý"),
        tuple(_long(made, plans)),
        shares=(2, 4, 3, 2, 1, 1, 1, 2, 5, 6, 3),
    )  # fmt: skip


def _long(made: Matrix, plans: Sequence[Plan]) -> Iterator[tuple[Cell, ...]]:
    targets = [{target.id: target for target in plan.targets} for plan in plans]
    for one in made.rows:
        for cell in one.cells:
            for ident in cell.targets:
                target = targets[cell.plan][ident]
                last = last_day(target.by)
                yield row(
                    TOPICS[one.topic],
                    one.name,
                    made.plans[cell.plan].name,
                    threshold(target),
                    Cell(number(target.value), value=target.value),
                    "%" if target.unit == "percent" else target.unit,
                    day(target.by),
                    Cell(last.strftime("%d/%m/%Y") if last else "", value=last),
                    target.indicator,
                    target.source.text,
                    Cell(_MARKS.get(cell.mark or "", ""), _TONES[cell.mark]),
                )
        for place in one.gaps:
            named = made.plans[place].name
            yield row(TOPICS[one.topic], one.name, named, *("" for _ in range(7)), _GAP)


def csv_of(table: Table) -> bytes:
    """A table as CSV that a spreadsheet opens as it is: UTF-8 with mark, no cell that would run."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([defused(column) for column in table.columns])
    for cells in table.rows:
        writer.writerow([defused(cell.text) for cell in cells])
    return buffer.getvalue().encode("utf-8-sig", "replace")
