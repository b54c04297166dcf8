"""Time windows of small plans, case by case, and of tables."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.fields.windows import read_windows
from extractor.plan.model import TimeWindow
from tests.fields.small_plans import TITLE, cases, plan, plan_with_table

_SCORED = ("kind", "start", "end", "every", "due_day", "due_month")
_CASES = [pytest.param(case, id=case["id"]) for case in cases("windows")]


@pytest.mark.parametrize("case", _CASES)
def test_windows_of_a_small_plan(case: dict[str, Any]) -> None:
    found = read_windows(plan(case["body"], case.get("title", TITLE)))
    expected = [{**dict.fromkeys(_SCORED), **_scored(item)} for item in case["expect"]]
    assert [_values(window) for window in found] == expected


@pytest.mark.parametrize("case", _CASES)
def test_labels_and_quotes_are_as_printed(case: dict[str, Any]) -> None:
    reading = plan(case["body"], case.get("title", TITLE))
    found = read_windows(reading)
    for window, item in zip(found, case["expect"], strict=True):
        assert window.label == item.get("label", window.label)
        assert item.get("quote", "") in window.source.text
        assert reading.text[window.source.start : window.source.end] == window.source.text


def test_rows_of_a_schedule_are_milestones() -> None:
    found = read_windows(
        plan_with_table(
            "IV. THỜI GIAN\nLịch kiểm tra như sau:",
            [
                ["STT", "Đơn vị kiểm tra", "Thời gian kiểm tra"],
                ["1", "Trạm Y tế xã Phú Lạc", "Ngày 20 – 21/11/2026"],
                ["2", "Trạm Y tế xã Nà Vân", "Sáng ngày 24/11/2026"],
            ],
        )
    )
    assert [(w.kind, w.label, w.start, w.end) for w in found] == [
        ("milestone", "Trạm Y tế xã Phú Lạc", "2026-11-20", "2026-11-21"),
        ("milestone", "Trạm Y tế xã Nà Vân", None, "2026-11-24"),
    ]


def test_only_rows_about_reports_count_in_a_table_of_tasks() -> None:
    found = read_windows(
        plan_with_table(
            "IV. PHÂN CÔNG NHIỆM VỤ",
            [
                ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm"],
                ["1", "Rà soát danh mục dữ liệu", "Văn phòng", "Quý II/2026", "Báo cáo"],
                ["2", "Tổng hợp, báo cáo UBND tỉnh", "Văn phòng", "Trước ngày 10/12/2026", ""],
                ["3", "Báo cáo tình hình thực hiện", "Các thôn", "Hằng quý", ""],
            ],
        )
    )
    assert [(w.kind, w.end, w.every) for w in found] == [
        ("report", "2026-12-10", None),
        ("report", None, "quarter"),
    ]


def _scored(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key in _SCORED}


def _values(window: TimeWindow) -> dict[str, Any]:
    return {key: getattr(window, key) for key in _SCORED}
