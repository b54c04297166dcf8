"""The matrix: a row for each thing measured, gaps and outliers, milestones in one cell."""

from __future__ import annotations

from typing import Any

from extractor.compare.matrix import Matrix, Row, matrix
from extractor.compare.show_matrix import csv_of, long, narrow, wide
from extractor.compare.tables import Cell, Table
from extractor.plan.model import Plan
from tests.compare.making import plan

DIGITISED = "Tỷ lệ hồ sơ được số hóa"
PAID = "Tỷ lệ thanh toán trực tuyến"


def commune(name: str, *targets: dict[str, Any]) -> Plan:
    document = {"type": "Kế hoạch", "issuer": {"name": f"UBND xã {name}", "level": "commune"}}
    listed = [{"id": f"T{place}", **target} for place, target in enumerate(targets)]
    return plan(document=document, targets=listed)


def row_of(made: Matrix, measure: str) -> Row:
    (found,) = [row for row in made.rows if measure in row.measures]
    return found


def test_other_wordings_of_one_measure_share_a_row() -> None:
    made = matrix(
        [
            commune("Phú Lạc", {"indicator": DIGITISED}),
            commune("Tân Mỹ", {"indicator": "Số hoá hồ sơ TTHC", "value": 95}),
            commune("Nà Vân", {"indicator": "Tỷ lệ công dân dùng DVCTT"}),
        ]
    )

    row = row_of(made, "files-digitised")
    assert [(cell.plan, cell.value) for cell in row.cells] == [(0, 90), (1, 95)]
    assert (row.have, row.gaps) == (2, (2,))


def test_what_few_have_is_no_gap_of_the_others() -> None:
    made = matrix([commune(str(n), *([{"indicator": PAID}] if n == 0 else [])) for n in range(5)])

    assert row_of(made, "online-payment").gaps == ()


def test_milestones_stand_in_one_cell_the_last_one_counts() -> None:
    series = [
        {"indicator": PAID, "value": 60, "by": "2026"},
        {"indicator": PAID, "value": 80, "by": "2030"},
    ]
    made = matrix([commune("Phú Lạc", *series), commune("Tân Mỹ", {"indicator": PAID})])

    (first, _) = row_of(made, "online-payment").cells
    assert (first.targets, first.value) == (("T0", "T1"), 80)
    assert first.demand == "≥ 60% (đến 2026); ≥ 80% (đến 2030)"


def test_a_number_far_from_the_rest_is_marked_by_what_is_stricter() -> None:
    values = [90, 92, 91, 90, 60]
    made = matrix([commune(str(v), {"indicator": PAID, "value": v}) for v in values])
    marks = [cell.mark for cell in row_of(made, "online-payment").cells]
    assert marks == [None, None, None, None, "weak"]

    faults = [
        {"indicator": "Tỷ lệ hồ sơ quá hạn", "operator": "le", "value": v} for v in (2, 1, 2, 1, 30)
    ]
    made = matrix([commune(str(n), fault) for n, fault in enumerate(faults)])
    assert [c.mark for c in row_of(made, "files-late").cells] == [None, None, None, None, "weak"]


def test_small_differences_and_few_plans_are_not_marked() -> None:
    made = matrix([commune(str(v), {"indicator": PAID, "value": v}) for v in (90, 90, 90, 95)])
    assert not any(cell.mark for cell in row_of(made, "online-payment").cells)

    made = matrix([commune(str(v), {"indicator": PAID, "value": v}) for v in (90, 90, 10)])
    assert not any(cell.mark for cell in row_of(made, "online-payment").cells)


def test_rows_of_one_measure_in_two_units_are_named_apart() -> None:
    counted = {"indicator": DIGITISED, "unit": "hồ sơ", "value": 900}
    made = matrix([commune("Phú Lạc", {"indicator": DIGITISED}, counted)])

    names = [row.name for row in made.rows]
    assert len(names) == len(set(names)) == 2


def test_fifty_plans_make_one_column_each_with_counts_at_the_edges() -> None:
    plans = [commune(str(n), {"indicator": PAID, "value": 70 + n % 3}) for n in range(50)]

    table = wide(matrix(plans))

    assert len(table.columns) == 53
    assert table.rows[0][2].text == "50/50"
    assert table.rows[-1][0].text == "Cộng" and table.rows[-1][3].text == "1 chỉ tiêu"
    assert len(narrow(matrix(plans)).rows) == 1


def test_the_list_holds_numbers_and_days() -> None:
    plans = [commune("Phú Lạc", {"indicator": PAID, "value": 72.5, "by": "2026-06"})]

    (cells,) = long(matrix(plans), plans).rows

    assert next(cell.value for cell in cells if cell.value is not None) == 72.5
    assert [cell.text for cell in cells if cell.value is not None] == ["72,5", "30/06/2026"]


def test_no_cell_of_the_csv_would_run() -> None:
    table = Table("T", ("=A",), ((Cell("=HYPERLINK(1)"),), (Cell("@x"),), (Cell("bình thường"),)))

    lines = csv_of(table).decode("utf-8-sig").splitlines()

    assert lines == ["'=A", "'=HYPERLINK(1)", "'@x", "bình thường"]
