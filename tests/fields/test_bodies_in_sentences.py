"""Names of bodies are read whole in every kind of sentence that gives work, unknown ones too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.fields.units import read_units
from tests.fields.small_plans import plan

_SPEC: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("bodies_in_sentences.yml").read_text(encoding="utf-8")
)
_CASES = [
    pytest.param(kind, name, id=f"{kind}:{name}")
    for group in _SPEC["groups"]
    for name in group["names"]
    for kind in group["in"]
]
_AS_PARTNERS = {"partner": "{name}", "listed": "Sở Y tế|{name}|các đơn vị liên quan"}


@pytest.mark.parametrize(("kind", "name"), _CASES)
def test_name_is_read_whole(kind: str, name: str) -> None:
    sentence = _SPEC["sentences"][kind].format(name=name)
    heading = "1. Văn phòng\n- " if kind in _AS_PARTNERS else ""
    _, tasks = read_units(plan(f"V. TỔ CHỨC THỰC HIỆN\n{heading}{sentence}"))
    expected = _AS_PARTNERS.get(kind, name).format(name=name).split("|")
    said = list(tasks[0].partners) if kind in _AS_PARTNERS else [tasks[0].unit]
    assert said == expected


@pytest.mark.parametrize(
    "line",
    [
        "Kinh phí thực hiện do các đơn vị chịu trách nhiệm cân đối.",
        "Hội nghị tổng kết phối hợp với lễ kỷ niệm được tổ chức tại xã.",
        "Kế hoạch tuyên truyền chủ trì từ đầu năm.",
        "Việc rà soát văn bản phối hợp với công tác kiểm tra.",
    ],
)
def test_a_thing_is_nobody(line: str) -> None:
    assert read_units(plan(f"V. TỔ CHỨC THỰC HIỆN\n{line}"))[1] == ()
