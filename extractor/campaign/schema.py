"""The campaign's JSON Schema: where it is, and the check that a campaign passes before it leaves.

In: a campaign as dictionaries. Out: nothing, or InvalidRecord with the path of the first breach.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from extractor.errors import InvalidRecord
from extractor.plan.fault import json_path
from extractor.plan.schema import schema_path

NAME = "campaign.schema.json"


def campaign_schema_path() -> Path:
    """The schema file, beside that of the plan record."""
    return schema_path().with_name(NAME)


@cache
def campaign_schema() -> dict[str, Any]:
    """The published schema."""
    loaded: dict[str, Any] = json.loads(campaign_schema_path().read_text(encoding="utf-8"))
    return loaded


def ensure_campaign(record: Mapping[str, Any]) -> None:
    """Raise InvalidRecord unless `record` holds to the schema."""
    error = next(Draft202012Validator(campaign_schema()).iter_errors(record), None)
    if error is not None:
        raise InvalidRecord(
            f"Chiến dịch sai cấu trúc / malformed campaign: {error.message}",
            json_path(error.absolute_path),
        )
