"""Reads issued Vietnamese plans (kế hoạch) into records that name the place of every fact.

In: a file (.docx, .doc, .pdf, .txt, .md, .html and more) or its bytes. Out: a typed `Plan`, which
`extractor.plan.codec` writes as JSON:

    from extractor import extract
    plan = extract("ke-hoach.docx")
    plan.targets[0].source.text  # "Tỷ lệ hồ sơ được số hóa đạt từ 90% trở lên"

Importing this package loads nothing else: readers and language tools come with the first call.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.document.model import Document
    from extractor.plan.model import Plan

__all__ = ["extract", "read"]


def read(
    source: str | Path | bytes, *, name: str | None = None, format: str | None = None
) -> Document:
    """Read a path or the bytes of a file into a document of blocks with one canonical text.

    `name` is kept in the record and shown in messages (for a path: its last part). `format`, one of
    docx, pdf, txt, md, html, overrides what the content says. Raises one of `extractor.errors`.
    """
    from extractor import pipeline

    return pipeline.read(source, name=name, format=format)


def extract(
    source: str | Path | bytes | Document, *, name: str | None = None, format: str | None = None
) -> Plan:
    """Read a plan's facts from a path, the bytes of a file, or a document already read.

    The record is held to the schema before it is returned. Raises one of `extractor.errors`.
    """
    from extractor import pipeline

    return pipeline.extract(source, name=name, format=format)
