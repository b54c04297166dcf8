"""A value with its place: what the readers of the document section hand on.

`Read("108/KH-UBND", Span(4, 15))` was read there; `Read(None, …)` is a blank that the text leaves
open.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.span import Span


@dataclass(frozen=True, slots=True)
class Read:
    """A value (None for a blank) and the span it was read from."""

    value: str | None
    span: Span
