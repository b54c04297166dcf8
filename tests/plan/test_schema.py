"""The schema: sound, told in two languages, true to the model, and no looser than the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
import yaml
from jsonschema import Draft202012Validator

from extractor.plan import model
from extractor.plan.form import form_faults
from extractor.plan.schema import compact_schema, resolved, schema

HERE = Path(__file__).parent
CONTRACT = yaml.safe_load((HERE / "contract.yml").read_text("utf-8"))
SHARED = HERE.parents[1].parent / "shared" / "contract" / "plan.schema.json"
SCHEMA = schema()
STRUCTS = {
    "": model.Plan,
    "document": model.DocumentFacts,
    "document.issuer": model.Issuer,
    "document.signer": model.Signer,
    "legal_bases[]": model.LegalBase,
    "citations[]": model.CitationFact,
    "targets[]": model.Target,
    "time_windows[]": model.TimeWindow,
    "responsible_units[]": model.ResponsibleUnit,
    "assignments[]": model.Assignment,
    "awards": model.Awards,
    "awards.quotas[]": model.Quota,
    "awards.forms[]": model.AwardForm,
    "awards.criteria[]": model.Criterion,
    "warnings[]": model.Warning,
    "signatures[]": model.DigitalSignature,
    "coverage{}": model.Coverage,
    "coverage{}.searched[]": model.Searched,
    "coverage{}.places[]": model.Place,
    "targets[].source": model.Source,
    "tool": model.Tool,
    "origin": model.Origin,
}


def at(path: str) -> dict[str, Any]:
    """The schema of a value, references written out: `targets[].by`; `{}` for any key."""
    node = SCHEMA
    for step in (
        path.replace("[]", ".[]").replace("{}", ".{}").split(".") if path.strip("$") else []
    ):
        inner = _INNER[step](node) if step in _INNER else node["properties"][step]
        node = resolved(inner, SCHEMA["$defs"])
    return node


_INNER = {"[]": lambda node: node["items"], "{}": lambda node: node["additionalProperties"]}


def holders(value: Any, path: str) -> Iterator[Any]:
    """The parts of a record that `path` names: every target for `targets[]`."""
    found = [value]
    for step in path.replace("[]", ".[]").split(".") if path.strip("$") else []:
        found = [i for item in found for i in (item if step == "[]" else [item[step]])]
    yield from found


def keys(node: dict[str, Any], path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    node = resolved(node, SCHEMA["$defs"])
    for name, sub in node.get("properties", {}).items():
        yield f"{path}.{name}", resolved(sub, SCHEMA["$defs"])
        yield from keys(sub, f"{path}.{name}")
    for name in ("items", "additionalProperties"):
        if isinstance(node.get(name), dict):
            yield from keys(node[name], f"{path}[]")


def test_schema_is_a_sound_2020_12_schema() -> None:
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator.check_schema(compact_schema())


def test_compact_schema_has_no_reference_left() -> None:
    assert "$ref" not in json.dumps(compact_schema())


@pytest.mark.parametrize(("path", "node"), list(keys(SCHEMA)))
def test_every_key_is_told_in_vietnamese_and_english(path: str, node: dict[str, Any]) -> None:
    vietnamese, slash, english = node["title"].partition(" / ")
    assert vietnamese and slash and english, path
    assert node["description"].startswith("VI: ") and " EN: " in node["description"], path


@pytest.mark.parametrize("path", STRUCTS)
def test_schema_and_model_name_the_same_keys(path: str) -> None:
    assert set(at(path)["properties"]) == set(STRUCTS[path].__struct_encode_fields__)


@pytest.mark.parametrize("path", STRUCTS)
def test_schema_and_model_close_the_same_lists(path: str) -> None:
    for field, hint in get_type_hints(STRUCTS[path]).items():
        literals = _literals(hint)
        name = "with" if field == "partners" else field
        node = at(f"{path}.{name}".strip("."))
        inner = resolved(node.get("items", node), SCHEMA["$defs"])
        if literals and field != "basis":
            assert {v for v in inner["enum"] if isinstance(v, str)} == literals, f"{path}.{name}"


def _literals(hint: Any) -> set[str]:
    return {v for arg in (hint, *get_args(hint)) for v in _strings(arg)}


def _strings(hint: Any) -> set[str]:
    return {value for value in get_args(hint) if isinstance(value, str)}


@pytest.mark.parametrize("path", CONTRACT["keys"])
def test_no_key_of_the_contract_is_missing(path: str) -> None:
    assert set(CONTRACT["keys"][path]) <= set(at(path)["properties"])


@pytest.mark.parametrize("path", CONTRACT["required"])
def test_every_required_key_is_missed_when_it_is_gone(path: str, record: dict[str, Any]) -> None:
    for name in CONTRACT["required"][path]:
        broken = json.loads(json.dumps(record))
        touched = list(holders(broken, path))
        for holder in touched:
            del holder[name]
        assert touched
        assert any(name in fault.vi for fault in form_faults(broken)), f"{path}.{name}"


@pytest.mark.parametrize("path", CONTRACT["enums"])
def test_closed_values_are_the_contracts_and_no_other(path: str) -> None:
    assert at(path)["enum"] == CONTRACT["enums"][path]


@pytest.mark.parametrize("value", [0, 13, "last_of_month", 1.5, True])
def test_due_month_is_a_month_or_the_last_of_a_quarter(
    value: object, record: dict[str, Any]
) -> None:
    record["time_windows"][0]["due_month"] = value
    assert [fault.path for fault in form_faults(record)] == ["$.time_windows[0].due_month"]


def test_the_written_copy_of_the_contract_is_the_contract(record: dict[str, Any]) -> None:
    if not SHARED.is_file():
        pytest.skip("the contract itself is not beside this checkout; contract.yml stands for it")
    contract = json.loads(SHARED.read_bytes())
    assert list(contract["properties"]) == CONTRACT["keys"]["$"]
    assert contract["required"] == CONTRACT["required"]["$"]
    for name, key in (("target", "targets[]"), ("time_window", "time_windows[]")):
        assert list(contract["$defs"][name]["properties"]) == CONTRACT["keys"][key]
    assert list(Draft202012Validator(contract).iter_errors(record)) == []


def test_model_structs_are_frozen() -> None:
    structs = [
        s for s in vars(model).values() if isinstance(s, type) and issubclass(s, msgspec.Struct)
    ]
    assert all(s.__struct_config__.frozen for s in structs if s is not msgspec.Struct)
