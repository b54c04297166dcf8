"""Other programs take our schemas and records as jsonschema does: ajv, and the compiler tsc."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractor.plan.form import form_faults
from tests.interop.conftest import ROOT, Run

SCHEMA = ROOT / "schemas" / "plan.schema.json"
TYPES = ROOT / "schemas" / "plan.d.ts"


def spoilt(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The record with one fault each, of the kinds that a schema can see."""
    first = record["targets"][0]
    return [
        {key: value for key, value in record.items() if key != "targets"},
        {**record, "targets": [{**first, "operator": "about"}]},
        {**record, "targets": [{**first, "value": "90"}]},
        {**record, "targets": [{**first, "by": "31/12/2026"}]},
        {**record, "document": {**record["document"], "issuer": None}},
    ]


def test_ajv_accepts_what_the_program_writes(records: list[Path], node: Run) -> None:
    told = node("node", "validate.mjs", SCHEMA, *records)
    assert (told.returncode, told.stdout) == (0, ""), told.stderr


@pytest.mark.parametrize("number", range(5))
def test_ajv_refuses_what_jsonschema_refuses(
    number: int, records: list[Path], node: Run, tmp_path: Path
) -> None:
    record = spoilt(json.loads(records[0].read_text("utf-8")))[number]
    assert list(form_faults(record))
    path = tmp_path / "spoilt.json"
    path.write_text(json.dumps(record), "utf-8")
    told = node("node", "validate.mjs", SCHEMA, path)
    assert told.returncode == 1 and told.stdout, told.stderr


def test_the_types_are_made_from_the_schema(node: Run) -> None:
    made = node("node", "types.mjs", SCHEMA)
    assert made.returncode == 0, made.stderr
    assert made.stdout == TYPES.read_text("utf-8"), "`make interop-types` writes them anew"


def _compiled(node: Run, folder: Path, record: dict[str, Any]) -> int:
    source = folder / "record.ts"
    shown = json.dumps(record, ensure_ascii=False)
    (folder / "plan.d.ts").write_bytes(TYPES.read_bytes())
    types = 'import type { PlanRecord } from "./plan.js";'
    source.write_text(f"{types}\nexport const record: PlanRecord = {shown};\n", "utf-8")
    compiler = ("npx", "--no-install", "tsc", "--strict", "--noEmit", "--target", "es2022")
    return node(*compiler, "--module", "nodenext", source).returncode


def test_a_record_is_of_the_generated_type(records: list[Path], node: Run, tmp_path: Path) -> None:
    record = json.loads(records[0].read_text("utf-8"))
    assert _compiled(node, tmp_path, record) == 0
    assert _compiled(node, tmp_path, spoilt(record)[1]) != 0
