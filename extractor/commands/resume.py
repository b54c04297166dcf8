"""What a run that was stopped has left to do: inputs whose record is not yet there.

In: inputs, and where the record of each belongs. Out: those to read. A record counts when it was
made by this version from the very same bytes, with or without its text as asked for now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from extractor.commands.inputs import Input
from extractor.commands.work import Manner
from extractor.errors import KehoachError
from extractor.plan.codec import decode


def unfinished(
    items: Sequence[Input], folder: Path, names: Mapping[Input, str], manner: Manner
) -> tuple[Input, ...]:
    """The inputs that have no record in `folder` yet; one that cannot be read is among them."""
    return tuple(item for item in items if not _is_done(item, folder / names[item], manner))


def _is_done(item: Input, path: Path, manner: Manner) -> bool:
    if item.path is None or not path.is_file():
        return False
    try:
        record = decode(path.read_bytes())
        return _is_of(record, item.load(), manner)
    except (KehoachError, OSError):
        return False


def _is_of(record: Mapping[str, Any], data: bytes, manner: Manner) -> bool:
    origin, tool = record.get("origin") or {}, record.get("tool") or {}
    return (
        origin.get("id") == hashlib.sha256(data).hexdigest()
        and tool.get("version") == metadata.version("kehoach")
        and ("text" in record) is manner.text
    )
