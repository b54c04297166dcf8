"""Every lexicon proves itself: its entries claim their examples, not their counterexamples."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractor.lexicon.load import Entry, load, names
from extractor.view import view
from tests.spec_schema import check_lexicon

# The lexicons whose words count wherever they stand. Readers of the others ask for more (the start
# of a line, a noun behind): what those must not claim is proven in the tests of their readers.
ANYWHERE = {
    "agencies",
    "body_qualifiers",
    "calendar",
    "comparators",
    "document_types",
    "domains",
    "groups",
    "law_title_ends",
    "number_contexts",
    "numbers",
    "particles",
    "periods",
    "title_ends",
    "title_openers",
    "units",
    "verbs",
}
# The lexicons that are known by rules over other words, not by aliases: their examples are proven
# in the tests of their readers.
BY_RULE = {"measures"}
FOLDER = Path(__file__).parents[2] / "extractor" / "lexicon" / "vi"


def entries(of: Iterable[str]) -> list[Any]:
    return [
        pytest.param(name, entry, id=f"{name}:{entry.id}")
        for name in sorted(of)
        for entry in load(name).entries
    ]


def claimed(name: str, text: str) -> set[str]:
    return {hit.entry.id for hit in load(name).find(view(text))}


@pytest.mark.parametrize("name", names())
def test_file_follows_the_schema(name: str) -> None:
    check_lexicon(yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", names())
def test_file_is_named_as_it_says(name: str) -> None:
    assert yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))["lexicon"] == name


@pytest.mark.parametrize(("name", "entry"), entries(set(names()) - BY_RULE))
def test_entry_claims_its_examples(name: str, entry: Entry) -> None:
    assert [text for text in entry.examples if entry.id not in claimed(name, text)] == []


@pytest.mark.parametrize(("name", "entry"), entries(ANYWHERE))
def test_entry_leaves_its_counterexamples(name: str, entry: Entry) -> None:
    assert [text for text in entry.counterexamples if entry.id in claimed(name, text)] == []


@pytest.mark.parametrize(("name", "entry"), entries(names()))
def test_entry_finds_each_of_its_aliases(name: str, entry: Entry) -> None:
    lost = [word for word in entry.aliases if load(name).entry_of(word) != entry]
    assert lost == []
