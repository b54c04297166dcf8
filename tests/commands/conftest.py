"""A pipeline that knows the sample plan only: the commands are tried without the reading wing."""

from __future__ import annotations

import hashlib
import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec import structs

from extractor.commands.work import attempts_here
from extractor.document.model import Document, Draft, Origin, assemble
from extractor.errors import UnreadableFile
from extractor.plan.codec import to_json
from extractor.plan.model import Plan
from tests.sample_plan import TEXT, make_plan


def document(name: str | None) -> Document:
    drafts = [
        Draft(line, origin=Origin(lines=(2 * number, 2 * number)))
        for number, line in enumerate(TEXT.split("\n"), 1)
    ]
    return assemble(hashlib.sha256(TEXT.encode()).hexdigest(), "txt", drafts, name=name)


def read(source: Any, *, name: str | None = None, format: str | None = None) -> Document:
    data = Path(source).read_bytes() if isinstance(source, str | Path) else source
    if data.startswith(b"BAD"):
        raise UnreadableFile("Tệp hỏng.\nHãy xin lại bản khác.")
    if data.startswith(b"BUG"):
        raise ValueError("not a plan at all")
    return document(name)


def extract(source: Any, *, name: str | None = None, format: str | None = None) -> Plan:
    found = source if isinstance(source, Document) else read(source, name=name, format=format)
    plan = make_plan()
    assert plan.origin is not None
    return structs.replace(plan, origin=structs.replace(plan.origin, name=found.name))


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = ModuleType("extractor.pipeline")
    fake.__dict__.update(read=read, extract=extract)
    monkeypatch.setitem(sys.modules, "extractor.pipeline", fake)
    monkeypatch.setattr("extractor.pipeline", fake, raising=False)
    # Other processes would load the real one.
    module = importlib.import_module("extractor.commands.extract")
    monkeypatch.setattr(module, "attempts", attempts_here)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The record of the sample plan, as a file."""
    path = tmp_path / "phu-lac.json"
    path.write_bytes(to_json(make_plan()))
    return path


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two good plans, a broken one and a picture."""
    for name, data in (("a.txt", b"ok"), ("b.docx", b"ok"), ("hong.pdf", b"BAD"), ("c.png", b"")):
        (tmp_path / name).write_bytes(data)
    return tmp_path
