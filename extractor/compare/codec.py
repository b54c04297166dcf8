"""Comparison records to JSON: the same bytes on every run.

Goes in: a struct of `compare.model`, or several. Comes out: UTF-8 JSON, two spaces of indent, whole
numbers without a point, ended by a newline. Of several, a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from extractor.plan.codec import whole


def to_json(record: msgspec.Struct | Sequence[msgspec.Struct]) -> bytes:
    """The record or records as JSON."""
    return msgspec.json.format(msgspec.json.encode(to_builtins(record)), indent=2) + b"\n"


def to_builtins(record: Any) -> Any:
    """The record as dictionaries and lists; a number that is whole is an integer."""
    return whole(msgspec.to_builtins(record))
