"""The sample plan and its record."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.plan.codec import to_record
from extractor.plan.model import Plan
from tests.sample_plan import make_plan


@pytest.fixture
def plan() -> Plan:
    return make_plan()


@pytest.fixture
def record(plan: Plan) -> dict[str, Any]:
    return to_record(plan)
