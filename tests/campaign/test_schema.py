"""The campaign's schema: sound, told in two languages, and true to the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from extractor.campaign import model
from extractor.campaign.build import campaign_of
from extractor.campaign.codec import to_builtins
from extractor.campaign.schema import campaign_schema, ensure_campaign
from extractor.errors import InvalidRecord
from tests.sample_plan import make_plan

SCHEMA = campaign_schema()
STRUCTS = {
    name.lower(): value
    for name, value in vars(model).items()
    if isinstance(value, type)
    and issubclass(value, msgspec.Struct)
    and value.__module__ == model.__name__
}


def objects() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "campaign", SCHEMA
    yield from SCHEMA["$defs"].items()


def test_the_schema_is_a_sound_2020_12_schema() -> None:
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_told_in_vietnamese_and_english() -> None:
    for name, definition in objects():
        for key, value in {"": definition, **definition["properties"]}.items():
            vi, _, en = value["title"].partition(" / ")
            assert vi and en, f"{name}.{key}"
            told = value.get("description", "VI: EN:")
            assert told.startswith("VI:") and "EN:" in told, f"{name}.{key}"


@pytest.mark.parametrize(("name", "definition"), list(objects()), ids=lambda item: str(item)[:20])
def test_the_schema_holds_the_keys_of_the_model(name: str, definition: dict[str, Any]) -> None:
    keys = list(STRUCTS[name].__struct_fields__)

    assert list(definition["properties"]) == definition["required"] == keys
    assert definition["additionalProperties"] is False


def test_no_struct_of_the_model_is_left_out() -> None:
    assert {name for name, _ in objects()} == set(STRUCTS)


@pytest.mark.parametrize(
    ("path", "value"),
    [(("as_of",), "2026"), (("slug",), "Phú Lạc"), (("indicators", 0, "baseline"), "ít"),
     (("indicators", 0, "milestones", 0, "due", "basis"), "guessed"), (("tasks",), None),
     (("more",), 1)],
)  # fmt: skip
def test_a_breach_is_refused(path: tuple[str | int, ...], value: object) -> None:
    record: Any = to_builtins(campaign_of(make_plan()))
    ensure_campaign(record)
    holder = record
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value

    with pytest.raises(InvalidRecord):
        ensure_campaign(record)
