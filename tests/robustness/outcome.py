"""What became of one input: a record that holds or an error that was foreseen; else a fault.

`outcome(data, "a.docx")` is `"record"`, or an error's code such as `"unreadable_file"`; for an
archive the codes of its plans (`"archive: record+unreadable_file"`). Fault says what broke its
word: an exception of another kind, a record against the schema, a fact whose quote is not the slice
of the text that it points to, a message of more than one line.
"""

from __future__ import annotations

import json
import tempfile
import traceback
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from extractor import pipeline
from extractor.commands.ending import line_for
from extractor.commands.inputs import Input
from extractor.commands.search import expand
from extractor.errors import KehoachError
from extractor.plan.codec import decode, to_json
from extractor.plan.model import Plan
from extractor.plan.validate import check

ROOT = Path(__file__).parents[2]
# The record as it was agreed upon, beside the checkout where it is at hand.
AGREED = ROOT.parent / "shared" / "contract" / "plan.schema.json"
_LONGEST_LINE = 1000  # characters that a clerk may be asked to read


class Fault(Exception):
    """An input for which the program did not keep its word."""


def outcome(data: bytes, name: str) -> str:
    """Read one input to its end. Raises Fault."""
    if name.endswith(".zip"):
        return _archive_outcome(data, name)
    return _outcome(lambda: pipeline.extract(data, name=name), name)


def _archive_outcome(data: bytes, name: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        try:
            found = expand([str(path)])
            codes = {_outcome(partial(_extracted, item), item.label) for item in found.files}
        except Fault:
            raise
        except Exception as error:
            raise Fault("".join(traceback.format_exception(error)[-6:])) from error
        for line in (*found.problems, *found.notices):
            _hold_line(line)
    return "archive: " + ("+".join(sorted(codes)) or "refused")


def _extracted(item: Input) -> Plan:
    return pipeline.extract(item.load(), name=item.name)


def _outcome(read: Callable[[], Plan], name: str) -> str:
    try:
        data = to_json(read())
    except KehoachError as error:
        if error.code == "invalid_record":
            raise Fault(f"an invalid record: {error}") from error
        if not error.message.strip():
            raise Fault(f"{error.code} without a message") from error
        _hold_line(line_for(name, error))
        return error.code
    except Exception as error:
        raise Fault("".join(traceback.format_exception(error)[-6:])) from error
    hold(data)
    return "record"


def hold(data: bytes) -> None:
    """Raise Fault unless `data` is a record that keeps to every schema and quotes its own text."""
    record = json.loads(data)
    faults = [str(fault) for fault in check(decode(data))]
    for schema in _schemas():
        faults.extend(error.message for error in schema.iter_errors(record))
    if faults:
        raise Fault(f"an invalid record: {faults[0]}")
    if _hold_quotes(record, record["text"]) == 0 and any(record[key] for key in _LISTS):
        raise Fault("facts without a quote")


_LISTS = ("legal_bases", "citations", "targets", "time_windows", "responsible_units", "assignments")


@cache
def _schemas() -> tuple[Draft202012Validator, ...]:
    """The schema of this checkout, by jsonschema itself, and the agreed one where it is there."""
    paths = (ROOT / "schemas" / "plan.schema.json", AGREED)
    return tuple(
        Draft202012Validator(json.loads(path.read_bytes())) for path in paths if path.is_file()
    )


def _hold_line(line: str) -> None:
    if len(line.splitlines()) != 1 or len(line) > _LONGEST_LINE or "Traceback" in line:
        raise Fault(f"no single clear line: {line[:2000]!r}")


def _hold_quotes(value: Any, text: str) -> int:
    """How many quotes there are, each the slice of the text that it points to; not asked of our
    own checks."""
    if isinstance(value, list):
        return sum(_hold_quotes(inner, text) for inner in value)
    if not isinstance(value, dict):
        return 0
    is_quote = {"start", "end", "text"} <= value.keys()
    if is_quote and value["text"] != text[value["start"] : value["end"]]:
        raise Fault(f"a quote that is not in its place: {value}")
    return is_quote + sum(_hold_quotes(inner, text) for inner in value.values())
