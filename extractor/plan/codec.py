"""Plan records to JSON and back, without loss.

Goes in: a `Plan`. Comes out: UTF-8 JSON with the contract's keys, empty values as null, whole
numbers without a point (`"value": 95`), two spaces of indent or one line.
`from_json(to_json(plan)) == plan`.

A key that this version does not know is not dropped in silence: `from_json` refuses the record
and names the key, unless the caller says `unknown="drop"` (a reader that only shows the facts it
knows).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from extractor.errors import InvalidRecord
from extractor.plan.model import Plan

Unknown = Literal["refuse", "drop"]


def to_record(plan: Plan, text: bool = True) -> dict[str, Any]:
    """The record as dictionaries and lists; without `text` where asked, or where it has none."""
    record = whole(msgspec.to_builtins(plan))
    if not text or plan.text is None:
        del record["text"]
    assert isinstance(record, dict)
    return record


def to_json(plan: Plan, text: bool = True, *, indent: int = 2) -> bytes:
    """The record as JSON, ended by a newline; `indent=0` puts it on one line (JSON Lines)."""
    return encode(to_record(plan, text), indent=indent)


def encode(record: Mapping[str, Any], *, indent: int = 2) -> bytes:
    """A record in its dictionary form as JSON, ended by a newline."""
    packed = msgspec.json.encode(record)
    return (msgspec.json.format(packed, indent=indent) if indent else packed) + b"\n"


def from_json(data: bytes | str, *, unknown: Unknown = "refuse") -> Plan:
    """The plan that `data` holds. Raises InvalidRecord for no JSON, no record, unknown keys."""
    return from_record(decode(data), unknown=unknown)


def decode(data: bytes | str) -> dict[str, Any]:
    """The JSON object in `data`. Raises InvalidRecord for anything else."""
    try:
        record = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidRecord(f"Không phải JSON đọc được / not readable JSON: {error}") from error
    if not isinstance(record, dict):
        raise InvalidRecord("Bản ghi phải là một đối tượng JSON / a record is a JSON object", "$")
    return record


def from_record(record: Mapping[str, Any], *, unknown: Unknown = "refuse") -> Plan:
    """The plan that a record in its dictionary form holds. Raises InvalidRecord."""
    try:
        plan = msgspec.convert(record, Plan)
    except msgspec.ValidationError as error:
        message, _, path = str(error).partition(" - at ")
        raise InvalidRecord(
            f"Bản ghi sai cấu trúc / malformed record: {message}", path.strip("`") or "$"
        ) from error
    if unknown == "refuse":
        for path in _unknown_keys(record, msgspec.to_builtins(plan), "$"):
            raise InvalidRecord("Khóa không thuộc phiên bản này / key unknown here", path)
    return plan


def whole(value: Any) -> Any:
    """Builtins with whole numbers as such, in one walk: 95.0 is 95, as a person would write it."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dict):
        return {key: whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [whole(item) for item in value]
    return value


def _unknown_keys(raw: Any, known: Any, path: str) -> Iterator[str]:
    if isinstance(raw, Mapping) and isinstance(known, Mapping):
        for key, value in raw.items():
            if key not in known:
                yield f"{path}.{key}"
            else:
                yield from _unknown_keys(value, known[key], f"{path}.{key}")
    elif isinstance(raw, list) and isinstance(known, list | tuple):
        for index, (value, counterpart) in enumerate(zip(raw, known, strict=True)):
            yield from _unknown_keys(value, counterpart, f"{path}[{index}]")
