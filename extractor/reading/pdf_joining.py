"""Printed lines joined into the text of one block, with the place of each line in it.

`["kinh tế-", "xã hội theo Quyết định số 12/QĐ-", "UBND"]` is "kinh tế-xã hội theo Quyết định số
12/QĐ-UBND": a hyphen or slash that touches its word at the end of a line binds the next line to
it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.document.model import BlockKind, Cell, Doubt, Draft, Origin, Style
from extractor.reading.pdf_page import Line, Word
from extractor.span import Span

_BINDS = re.compile(r"\w[-‐‑/]$")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,3})?")
_BOUND = re.compile(r"\w")
_MARK = re.compile(r"[-–—+*•]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]|[IVX]{1,5})[.)/]?")


def joined(texts: Sequence[str], *, narrow: bool = False) -> tuple[str, tuple[int, ...]]:
    """The texts as one, and the offset at which each begins.

    In a `narrow` cell a number too wide for it is cut anywhere ("172.03" / "3") and made whole.
    """
    text, starts = "", []
    for part in texts:
        bound = _BINDS.search(text) and _BOUND.match(part)
        if text and not bound and not (narrow and _is_cut_number(text, part)):
            text += " "
        starts.append(len(text))
        text += part
    return text, tuple(starts)


def _is_cut_number(text: str, part: str) -> bool:
    start = text.rpartition(" ")[2]
    whole = start + part.partition(" ")[0]
    ended = _GROUPED.fullmatch(start) is not None and not part.startswith(".")
    return _GROUPED.fullmatch(whole) is not None and not ended


def draft(
    lines: Sequence[Line],
    *,
    kind: BlockKind = BlockKind.PARAGRAPH,
    cell: Cell | None = None,
    centred: bool = False,
) -> Draft:
    """One block of `lines`; without lines it is an empty cell."""
    narrow = cell is not None and not cell.borderless
    text, starts = joined([line.text for line in lines], narrow=narrow)
    if not lines:
        return Draft("", kind, cell)
    origin = Origin(lines[0].page, tuple(line.box for line in lines), starts)
    style = _style(lines, starts, len(text), centred)
    return Draft(text, kind, cell, style, origin, tuple(_doubts(lines, starts)))


def _style(lines: Sequence[Line], starts: Sequence[int], length: int, centred: bool) -> Style:
    lead = _lead_bold(lines, starts)
    return Style(
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centred=centred,
        lead_bold=length if lead >= length else lead,
    )


def _lead_bold(lines: Sequence[Line], starts: Sequence[int]) -> int:
    """How many characters at the start are bold; a list mark before them may be plain."""
    lead = 0
    for word, end in _ends(lines, starts):
        if word.bold:
            lead = end
        elif lead or not _MARK.fullmatch(word.text):
            break
    return lead


def _doubts(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Doubt]:
    for word, end in _ends(lines, starts):
        if word.doubt:
            yield Doubt(Span(end - len(word.text), end), word.doubt, word.sure)


def _ends(lines: Sequence[Line], starts: Sequence[int]) -> Iterator[tuple[Word, int]]:
    for line, start in zip(lines, starts, strict=True):
        end = start - 1
        for word in line.words:
            end += 1 + len(word.text)
            yield word, end
