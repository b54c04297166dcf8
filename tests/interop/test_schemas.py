"""Other programs take our schemas and what we write as jsonschema does: ajv, and tsc."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extractor.cli import app
from extractor.plan.form import form_faults
from tests.interop.conftest import ROOT, Run

SCHEMAS = ROOT / "schemas"
NAMES = ("plan", "comparison", "findings", "campaign")
TYPES = {
    "plan": "PlanRecord",
    "comparison": "ComparisonRecord",
    "findings": "FindingsRecord",
    "campaign": "CampaignRecord",
}


@pytest.fixture(scope="session")
def written(records: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What each command writes of two real records, by the name of its schema."""
    folder = tmp_path_factory.mktemp("written")
    first, second = (str(path) for path in records[:2])
    calls = {
        "comparison": ["compare", second, first],
        "findings": ["check", first, second, "--format", "json", "--fail-on", "never"],
        "campaign": ["campaign", first],
    }
    paths = {"plan": records[0]}
    for name, call in calls.items():
        paths[name] = folder / f"{name}.json"
        done = CliRunner().invoke(app, [*call, "-o", str(paths[name])])
        assert done.exit_code == 0, done.output
    return paths


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


@pytest.mark.parametrize("name", NAMES)
def test_ajv_accepts_what_the_program_writes(
    name: str, written: dict[str, Path], node: Run
) -> None:
    told = node("node", "validate.mjs", SCHEMAS / f"{name}.schema.json", written[name])
    assert (told.returncode, told.stdout) == (0, ""), told.stderr


@pytest.mark.parametrize("number", range(5))
def test_ajv_refuses_what_jsonschema_refuses(
    number: int, records: list[Path], node: Run, tmp_path: Path
) -> None:
    record = spoilt(json.loads(records[0].read_text("utf-8")))[number]
    assert list(form_faults(record))
    path = tmp_path / "spoilt.json"
    path.write_text(json.dumps(record), "utf-8")
    told = node("node", "validate.mjs", SCHEMAS / "plan.schema.json", path)
    assert told.returncode == 1 and told.stdout, told.stderr


@pytest.mark.parametrize("name", NAMES)
def test_the_types_are_made_from_the_schema(name: str, node: Run) -> None:
    made = node("node", "types.mjs", SCHEMAS / f"{name}.schema.json")
    assert made.returncode == 0, made.stderr
    types = (SCHEMAS / f"{name}.d.ts").read_text("utf-8")
    assert made.stdout == types, "`make interop-types` writes them anew"


def compiled(node: Run, folder: Path, values: dict[str, Any]) -> tuple[int, str]:
    """What tsc says of values, each held to be of the type of its schema."""
    lines = []
    for name, value in values.items():
        (folder / f"{name}.d.ts").write_bytes((SCHEMAS / f"{name}.d.ts").read_bytes())
        shown = json.dumps(value, ensure_ascii=False)
        lines.append(f'import type {{ {TYPES[name]} }} from "./{name}.js";')
        lines.append(f"export const {name}: {TYPES[name]} = {shown};")
    source = folder / "written.ts"
    source.write_text("\n".join(lines), "utf-8")
    compiler = ("npx", "--no-install", "tsc", "--strict", "--noEmit", "--target", "es2022")
    told = node(*compiler, "--module", "nodenext", source)
    return told.returncode, told.stdout


def test_what_the_program_writes_is_of_the_generated_types(
    written: dict[str, Path], node: Run, tmp_path: Path
) -> None:
    values = {name: json.loads(path.read_text("utf-8")) for name, path in written.items()}
    assert compiled(node, tmp_path, values) == (0, "")


def test_a_spoilt_record_is_not_of_the_generated_type(
    records: list[Path], node: Run, tmp_path: Path
) -> None:
    record = spoilt(json.loads(records[0].read_text("utf-8")))[1]
    code, told = compiled(node, tmp_path, {"plan": record})
    assert code != 0 and "about" in told
