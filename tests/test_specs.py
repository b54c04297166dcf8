"""Runs every YAML case of tests/specs: people write quotes and values, the runner finds the rest.

A file names the function it tests (`recogniser`), and the values that each case compares with what
they are when a case does not say (`defaults`). Equality is full over these values, and in order.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.span import Span
from tests.spec_schema import check_spec

FOLDER = Path(__file__).parent / "specs"
FILES = sorted(FOLDER.glob("*.yml"))


def cases() -> list[Any]:
    found = []
    for path in FILES:
        spec = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in spec["cases"]:
            found.append(pytest.param(spec, case, id=f"{path.stem}:{case['id']}"))
    return found


@pytest.mark.parametrize(("spec", "case"), cases())
def test_case(spec: dict[str, Any], case: dict[str, Any]) -> None:
    module, function = spec["recogniser"].split(":")
    found = getattr(import_module(module), function)(case["text"])
    defaults = spec.get("defaults", {})
    expected = [{**defaults, **item} for item in case["expect"]]
    assert [seen(item, case["text"], spec) for item in found] == expected


def seen(item: Any, text: str, spec: dict[str, Any]) -> dict[str, Any]:
    """The values of one found item that the file compares; places as the text they cover."""
    if isinstance(item, Span):
        return {"quote": item.of(text)}
    values = {key: plain(getattr(item, key), text) for key in spec.get("defaults", {})}
    return {"quote": plain(getattr(item, spec.get("quote", "span")), text), **values}


def plain(value: Any, text: str) -> Any:
    return value.of(text) if isinstance(value, Span) else value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_follows_the_schema(path: Path) -> None:
    check_spec(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_case_is_written_twice(path: Path) -> None:
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    ids = [case["id"] for case in listed]
    texts = [case["text"] for case in listed]
    assert len(set(ids)) == len(ids)
    assert len(set(texts)) == len(texts)
