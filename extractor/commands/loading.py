"""A plan for the commands that show one: from a record that was kept, or from the document itself.

In: a path or `-`. Out: `Loaded(plan, document)`; `document` is None for a record.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.commands.inputs import STDIN
from extractor.plan.model import Plan

if TYPE_CHECKING:
    from extractor.document.model import Document

_MARK = b"\xef\xbb\xbf"  # byte order mark


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan, and the document it was read from where that was read just now."""

    plan: Plan
    document: Document | None = None


def load_plan(word: str) -> Loaded:
    """Read a record or a document. Raises one of `extractor.errors`.

    A record may be one that a person wrote, with `quote` in place of `source`.
    """
    data = load_bytes(word)
    if is_record(data):
        from extractor.plan.facts import facts_from_json

        return Loaded(facts_from_json(data.removeprefix(_MARK)))
    from extractor import pipeline

    document = pipeline.read(data, name=shown_name(word))
    return Loaded(pipeline.extract(document), document)


def is_record(data: bytes) -> bool:
    """Whether the bytes are JSON's and not a document's."""
    return data[:64].lstrip(_MARK + b" \t\r\n").startswith(b"{") and not _is_rtf(data)


def load_bytes(word: str) -> bytes:
    """The bytes of a file or of standard input. Raises UnreadableFile."""
    from extractor.reading.dispatch import load
    from extractor.reading.limits import current

    if word == STDIN:  # a byte more than is read: then it is too large, and is told so
        return sys.stdin.buffer.read(current().file_bytes + 1)
    return load(Path(word))


def shown_name(word: str) -> str:
    """What a file is called in its record."""
    return "stdin" if word == STDIN else Path(word).name


def _is_rtf(data: bytes) -> bool:
    return data.lstrip().startswith(b"{\\rtf")
