"""What became of one input: a record that holds or an error that was foreseen; else a fault.

`outcome(data, "a.docx")` is `"record"`, or an error's code such as `"unreadable_file"`. Fault says
what broke its word: an exception of another kind, a record against the schema, a fact whose quote
is not the slice of the text that it points to.
"""

from __future__ import annotations

import traceback
from typing import Any

from extractor import pipeline
from extractor.errors import KehoachError
from extractor.plan.codec import decode, to_json
from extractor.plan.validate import check


class Fault(Exception):
    """An input for which the program did not keep its word."""


def outcome(data: bytes, name: str) -> str:
    """Read one input to its end. Raises Fault."""
    try:
        plan = pipeline.extract(data, name=name)
        record = decode(to_json(plan))
    except KehoachError as error:
        if not error.message.strip():
            raise Fault(f"{error.code} without a message") from error
        if error.code == "invalid_record":
            raise Fault(f"an invalid record: {error}") from error
        return error.code
    except Exception as error:
        raise Fault("".join(traceback.format_exception(error)[-6:])) from error
    faults = check(record)
    if faults:
        raise Fault(f"an invalid record: {faults[0]}")
    _hold_quotes(record, record["text"])
    return "record"


def _hold_quotes(value: Any, text: str) -> None:
    """Every quote is the slice of the text that it points to; not asked of our own checks."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys() and value["text"] != text[
            value["start"] : value["end"]
        ]:
            raise Fault(f"a quote that is not in its place: {value}")
        for inner in value.values():
            _hold_quotes(inner, text)
    elif isinstance(value, list):
        for inner in value:
            _hold_quotes(inner, text)
