"""Small documents for tests of the fields: lines, layout tables, and readings of them."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document.model import Block, Cell, Document, Draft, assemble
from extractor.fields.context import Reading
from extractor.outline.tree import build
from extractor.recognise.mentions import recognise

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PREAMBLE = "Căn cứ Luật Thi đua, khen thưởng năm 2022;"
BODY = ("I. MỤC ĐÍCH", "Nâng cao nhận thức của Nhân dân.", "II. TỔ CHỨC THỰC HIỆN")


def document(*drafts: Draft | str) -> Document:
    """A document of paragraphs (given as text) and drafts."""
    made = (draft if isinstance(draft, Draft) else Draft(draft) for draft in drafts)
    return assemble("0", "txt", made)


def reading(*drafts: Draft | str) -> Reading:
    """A reading of such a document."""
    made = document(*drafts)
    return Reading(made, build(made), recognise(made.text))


def blocks(*drafts: Draft | str) -> tuple[Block, ...]:
    """The blocks of such a document."""
    return document(*drafts).blocks


def columns(*texts: Sequence[str], row: int = 0, table: int = 0) -> list[Draft]:
    """A row of a layout table: one list of lines a column."""
    return [
        Draft(line, cell=Cell(table, row, column, borderless=True))
        for column, lines in enumerate(texts)
        for line in lines
    ]
