"""The examples in the documentation do what it says."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from docs.generate.__main__ import ROOT, old, pages

EXAMPLES = sorted(
    path for path in (ROOT / "docs").rglob("*.md") if ">>> " in path.read_text("utf-8")
)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda path: path.stem)
def test_examples_give_what_they_show(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    told = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert told.attempted and not told.failed


def test_reference_pages_are_as_generated() -> None:
    assert not old(pages()), "python -m docs.generate writes them anew"
