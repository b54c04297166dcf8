"""Where a quote stands, in words: page, line of the file, or paragraph.

In: a source, and the document where it was read just now. Out: `trang 3`, `dòng 41` (line of a
text file), else `đoạn 12` (paragraph of the canonical text), else the bare offsets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.plan.model import Source

if TYPE_CHECKING:
    from extractor.document.model import Document


def place(source: Source | None, text: str | None, document: Document | None) -> str:
    """The place of `source`; empty for None."""
    if source is None:
        return ""
    if source.page is not None:
        return f"trang {source.page}"
    if document is not None and (line := _file_line(source, document)):
        return f"dòng {line}"
    if text is not None:
        return f"đoạn {text.count(chr(10), 0, source.start) + 1}"
    return f"ký tự {source.start}–{source.end}"


def _file_line(source: Source, document: Document) -> int | None:
    from extractor.document.locate import block_at

    lines = block_at(document, source.start).origin.lines
    return lines[0] if lines else None
