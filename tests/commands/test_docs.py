"""What the documents say of the commands is what the commands do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.explain import explain
from extractor.plan.schema import schema

ROOT = Path(__file__).parents[2]
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
ENGLISH, _, VIETNAMESE = (ROOT / "README.md").read_text("utf-8").partition("\n# Tiếng Việt\n")


def section(name: str) -> str:
    return CLI.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", list(app.commands))
def test_each_option_of_each_command_is_told(name: str) -> None:
    told = section(name)
    assert f"kehoach {name}" in told
    for parameter in app.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"`{flag}" in told or f"[{flag}" in told for flag in parameter.opts)


@pytest.mark.parametrize("name", list(app.commands))
def test_both_halves_of_the_readme_know_each_command(name: str) -> None:
    assert f"`kehoach {name}" in ENGLISH and f"`kehoach {name}" in VIETNAMESE


def test_exit_codes_are_told_as_they_are() -> None:
    rows = re.findall(r"^\| (\d+) \|", section("Exit codes"), flags=re.MULTILINE)
    assert [int(row) for row in rows] == sorted(Exit)
    for half, word in ((ENGLISH, "Exit codes:"), (VIETNAMESE, "Mã kết thúc:")):
        told = half.partition(word)[2].partition("[docs/cli.md]")[0]
        assert [int(n) for n in re.findall(r"(?:^|·)\s*(\d+) ", told)] == sorted(Exit)


def test_sections_of_explain_are_told() -> None:
    choice = next(p.type for p in explain.params if p.name == "sections")
    assert isinstance(choice, click.Choice)
    assert all(name in section("explain") for name in choice.choices)


@pytest.mark.parametrize("half", [ENGLISH, VIETNAMESE], ids=["English", "Vietnamese"])
def test_both_halves_name_each_key_of_a_record(half: str) -> None:
    told = half.partition("`document`")[2]
    for key in schema()["required"][1:]:
        assert f"`{key}`" in half or key in told


def test_the_readmes_target_holds_to_the_schema() -> None:
    example = json.loads(re.search(r"^    \{\n(?:    .*\n)+?    \}", ENGLISH, re.MULTILINE)[0])  # type: ignore[index]
    target = schema()["$defs"]["target"]["properties"]
    assert set(example) <= set(target)
    assert len(example["source"]["text"]) == example["source"]["end"] - example["source"]["start"]


def test_links_lead_somewhere() -> None:
    for text in (ENGLISH, VIETNAMESE):
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / link).exists(), link
