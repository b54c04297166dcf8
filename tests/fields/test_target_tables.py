"""Targets in tables: years in columns, signs and units in cells, groups, sentences, tasks."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.document.model import Cell, Draft, assemble
from extractor.fields.context import Reading
from extractor.fields.targets import read_targets
from tests.fields.small_plans import cases, reading_of
from tests.fields.test_targets import DEFAULTS, values

_FRAME = ("KẾ HOẠCH", "Chuyển đổi số xã Phú Lạc", "UBND xã Phú Lạc ban hành Kế hoạch như sau:")
_CASES = [pytest.param(case, id=case["id"]) for case in cases("targets_tables")]


def draft(cell: Any, row: int, column: int) -> Draft:
    made = cell if isinstance(cell, dict) else {"text": cell}
    place = Cell(1, row, column, made.get("rows", 1), made.get("columns", 1))
    return Draft(made["text"], cell=place)


def read(case: dict[str, Any]) -> Reading:
    lines = [*_FRAME, *case.get("body", "II. MỤC TIÊU, CHỈ TIÊU").split("\n")]
    cells = [
        draft(cell, row, column)
        for row, texts in enumerate(case["rows"])
        for column, cell in enumerate(texts)
        if cell is not None
    ]
    return reading_of(assemble("0", "docx", [*map(Draft, lines), *cells]))


@pytest.mark.parametrize("case", _CASES)
def test_targets_of_a_table(case: dict[str, Any]) -> None:
    found = read_targets(read(case))
    items = [{**DEFAULTS, "context": "target", **item} for item in case["expect"]]
    assert len(found) == len(items), [target.indicator for target in found]
    assert [values(target, item) for target, item in zip(found, items, strict=True)] == items


def test_the_source_runs_from_the_indicator_to_the_figure() -> None:
    reading = read(
        {"rows": [["TT", "Chỉ tiêu", "ĐVT", "Năm 2026"], ["1", "Tỷ lệ hộ nghèo", "%", "dưới 3"]]}
    )
    (target,) = read_targets(reading)
    assert target.source.text == "Tỷ lệ hộ nghèo\n%\ndưới 3"
    assert reading.text[target.source.start : target.source.end] == target.source.text
