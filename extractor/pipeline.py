"""The order of things: file → Document → outline → mentions → fields → checked Plan.

The only place that knows it. `extract("plan.docx")` gives a `Plan` that holds to the schema, or
raises one of `extractor.errors`.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

from msgspec.structs import replace

from extractor.document.model import Document
from extractor.fields.assemble import read_fields
from extractor.fields.context import Reading
from extractor.outline.model import Outline
from extractor.outline.tree import build
from extractor.plan.codec import to_record
from extractor.plan.ids import with_ids
from extractor.plan.model import Origin, Plan, Tool
from extractor.plan.validate import ensure
from extractor.reading.dispatch import read_source
from extractor.recognise.mentions import recognise

Source = str | Path | bytes


def read(source: Source, *, name: str | None = None, format: str | None = None) -> Document:
    """Read a file (path or bytes) into a document; `format` overrides what its content says."""
    return read_source(source, name=name, format=format)


def outline(document: Document) -> Outline:
    """The parts and the section tree of a document."""
    return build(document)


def extract(
    source: Source | Document, *, name: str | None = None, format: str | None = None
) -> Plan:
    """Read a plan's facts from a file or a document; the record is checked before it leaves."""
    document = source if isinstance(source, Document) else read(source, name=name, format=format)
    reading = Reading(document, build(document), recognise(document.text))
    plan = with_ids(_signed(read_fields(reading), document))
    ensure(to_record(plan))
    return plan


def _signed(plan: Plan, document: Document) -> Plan:
    """The plan with its text, its hash, its origin and the program that made it."""
    return replace(
        plan,
        text=document.text,
        text_sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        tool=Tool(name="kehoach", version=metadata.version("kehoach")),
        origin=Origin(
            id=document.id,
            format=document.format,
            name=document.name,
            pages=len(document.pages) or None,
        ),
    )
