"""Findings as SARIF are held to the official schema of version 2.1.0, as its makers ship it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft4Validator

from extractor.cli import app
from tests.interop.conftest import NODE

OFFICIAL = NODE / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ LẠC
Số:     /KH-UBND
KẾ HOẠCH
Chuyển đổi số năm 2026
Căn cứ Nghị quyết số 01/NQ-HĐND ngày 30 tháng 12 năm 2025 của Hội đồng nhân dân xã;
I. THỜI GIAN: từ ngày 15/8/2026 đến ngày 30/6/2026.
"""


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(OFFICIAL.read_text("utf-8")))


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory, records: list[Path]) -> dict[str, Any]:
    """What `kehoach check` says as SARIF of a plan with faults and of two sound records."""
    plan = tmp_path_factory.mktemp("sarif") / "kế hoạch.txt"
    plan.write_text(PLAN, "utf-8")
    words = ["check", str(plan), *map(str, records[:2]), "--format", "sarif"]
    done = CliRunner().invoke(app, [*words, "--fail-on", "never"])
    assert done.exit_code == 0, done.output
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_the_log_is_of_the_official_schema(validator: Draft4Validator, log: dict[str, Any]) -> None:
    assert [fault.message for fault in validator.iter_errors(log)] == []
    assert len(log["runs"][0]["results"]) >= 2


def test_a_spoilt_log_is_not(validator: Draft4Validator, log: dict[str, Any]) -> None:
    spoilt = copy.deepcopy(log)
    spoilt["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator.iter_errors(spoilt))
