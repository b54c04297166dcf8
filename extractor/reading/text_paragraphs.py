"""Lines joined into the text of one block, with its style and its lines in the file.

`draft([StyledLine(7, "I. MỤC", …), StyledLine(8, "ĐÍCH", …)])` is one Draft "I. MỤC ĐÍCH" of lines
7–8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.document.model import BlockKind, Cell, Draft, Origin, Style
from extractor.reading.text_markup import Range, StyledLine
from extractor.reading.text_wrap import Shape, breaks

# A number cut at its hyphen ("12/KH-" / "UBND") is one word again.
_CUT_CODE = re.compile(r"[A-ZĐ\d/][A-ZĐ]{1,12}[-–/]$")
_CODE = re.compile(r"[A-ZĐ]{2}")
_WORD = re.compile(r"\w")


def paragraphs(lines: Sequence[StyledLine], shape: Shape) -> list[list[StyledLine]]:
    """The lines of one run without blank lines, parted into paragraphs."""
    found: list[list[StyledLine]] = []
    for line in lines:
        if found and not breaks(found[-1][-1], line, shape):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def draft(
    lines: Sequence[StyledLine],
    kind: BlockKind = BlockKind.PARAGRAPH,
    cell: Cell | None = None,
) -> Draft:
    """One block of all `lines`, joined by single blanks."""
    text, starts = _joined(lines)
    bold = _ranges((line.bold for line in lines), starts)
    italic = _ranges((line.italic for line in lines), starts)
    lead = _covered(text, bold)
    style = Style(
        heading=lines[0].heading,
        bold=bool(lead) and not _WORD.search(text, lead),
        italic=bool(italic) and not _WORD.search(text, _covered(text, italic)),
        lead_bold=lead,
    )
    return Draft(text, kind, cell, style, Origin(lines=(lines[0].number, lines[-1].number)))


def _joined(lines: Sequence[StyledLine]) -> tuple[str, list[int]]:
    text, starts = lines[0].text, [0]
    for line in lines[1:]:
        cut = _CUT_CODE.search(text[-16:]) and _CODE.match(line.text)
        text += "" if cut else " "
        starts.append(len(text))
        text += line.text
    return text, starts


def _ranges(ranges: Iterable[tuple[Range, ...]], starts: Sequence[int]) -> list[Range]:
    return [
        (start + shift, end + shift)
        for of_line, shift in zip(ranges, starts, strict=True)
        for start, end in of_line
    ]


def _covered(text: str, ranges: Sequence[Range]) -> int:
    """How many characters the ranges cover from the start, blanks and marks between them too."""
    end = 0
    for start, stop in ranges:
        if _WORD.search(text, end, start):
            break
        end = stop
    return len(text[:end].rstrip())
