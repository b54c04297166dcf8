"""Small plans for the tests of the fields: a body of lines, read as a document of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from extractor.document.model import Cell, Document, Draft, assemble
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.recognise.mentions import recognise

TITLE = "Chuyển đổi số xã Phú Lạc"
_FRAME = """KẾ HOẠCH
{title}
Ủy ban nhân dân xã Phú Lạc ban hành Kế hoạch như sau:
{body}
Trên đây là Kế hoạch của Ủy ban nhân dân xã./."""


def plan(body: str, title: str = TITLE) -> Reading:
    """The reading of a plan with these lines as its body."""
    lines = _FRAME.format(title=title, body=body.strip()).split("\n")
    return reading_of(assemble("0", "txt", [Draft(line) for line in lines]))


def plan_with_table(body: str, rows: list[list[str]], title: str = TITLE) -> Reading:
    """The same with a table behind its body."""
    lines = _FRAME.format(title=title, body=body.strip()).split("\n")
    cells = [
        Draft(text, cell=Cell(1, row, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return reading_of(assemble("0", "txt", [*map(Draft, lines[:-1]), *cells]))


def reading_of(document: Document) -> Reading:
    """A document with its outline and mentions."""
    return Reading(document, build(document), recognise(document.text))


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of `tests/fields/NAME.yml`."""
    path = Path(__file__).with_name(f"{name}.yml")
    listed: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    return listed
