"""The record's JSON Schema: where it is, and the form in which the validator runs it.

Goes in: nothing. Comes out: `schema_bytes()`, the file as published (with Vietnamese and English
titles), and `compact_schema()`, the same rules with every `$ref` written out, because following
references costs the validator more than the checks themselves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

NAME = "plan.schema.json"
_HOLDS_ONE = frozenset({"items", "additionalProperties"})


def schema_path() -> Path:
    """The schema file: inside the package when installed from a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "schemas" / NAME
    return installed if installed.is_file() else package.parent / "schemas" / NAME


@cache
def schema_bytes() -> bytes:
    """The published schema, UTF-8 JSON."""
    return schema_path().read_bytes()


def schema() -> dict[str, Any]:
    """The published schema as a new dictionary."""
    loaded: dict[str, Any] = json.loads(schema_bytes())
    return loaded


def compact_schema() -> dict[str, Any]:
    """The schema with its references written out: it accepts and refuses the same records."""
    whole = schema()
    return _written_out(whole, whole["$defs"])


def resolved(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """`node` with the definition it refers to merged in; the node's own keys win."""
    merged = dict(node)
    while (reference := merged.pop("$ref", None)) is not None:
        merged = {**definitions[reference.removeprefix("#/$defs/")], **merged}
    return merged


def _written_out(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    out = resolved(node, definitions)
    out.pop("$defs", None)
    for key, value in out.items():
        if key == "properties":
            out[key] = {name: _written_out(sub, definitions) for name, sub in value.items()}
        elif key in _HOLDS_ONE and isinstance(value, Mapping):
            out[key] = _written_out(value, definitions)
    return out
