"""The schema that spec files follow, checked in one place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parent.parent / "schemas"


def check_spec(spec: Any) -> None:
    """Raises with the place of the first fault."""
    _validator("spec").validate(spec)


def check_lexicon(lexicon: Any) -> None:
    """Raises with the place of the first fault."""
    _validator("lexicon").validate(lexicon)


def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)
