"""The laid out sheet: what the three renderers share.

A `Sheet` is a flat run of pieces: `Para` (one printed paragraph), `Columns` (a layout table without
rules: letterhead, foot), `Grid` (a ruled table) and `NewPage`. Example: the heading
`Para(Look.HEADING, (Run("I. MỤC ĐÍCH", bold=True),))`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Look(StrEnum):
    """How a paragraph is set."""

    BODY = "body"  # justified, first line indented
    HEADING = "heading"  # like the body, bold
    BASIS = "basis"  # like the body, italic (Căn cứ …)
    CENTRED = "centred"
    LEFT = "left"  # no indent: recipients, cells


class Numbering(StrEnum):
    """How Word gets the list markers of the body."""

    PRINTED = "printed"  # typed by hand
    DIRECT = "direct"  # numPr on each paragraph, one w:num for each list
    STYLES = "styles"  # one multilevel list, inherited through paragraph styles


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """One printed paragraph; `size` and the `space` above it are in points for Word."""

    look: Look
    runs: tuple[Run, ...]
    size: float = 14
    space: float = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ColumnsRow:
    """One row of a layout table."""

    left: tuple[Para, ...]
    right: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """A layout table of two columns without rules; `left_share` of the width is the left one's."""

    rows: tuple[ColumnsRow, ...]
    left_share: float = 0.42


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a ruled table, at its top left place; spans count grid positions."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: relative `widths`, the first `header` rows are repeated on every page."""

    widths: tuple[float, ...]
    header: int
    height: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break before an annex."""


Piece = Para | Columns | Grid | NewPage


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document; `day` dates the files, so that they come out the same every time."""

    title: str
    pieces: tuple[Piece, ...]
    numbering: Numbering = Numbering.PRINTED
    day: date = date(2026, 1, 1)


_STRONG = re.compile(r"\*\*([^*]{1,2000})\*\*")


def runs_of(text: str, *, bold: bool = False, italic: bool = False) -> tuple[Run, ...]:
    """The runs of a text whose bold words stand between double asterisks."""
    parts = _STRONG.split(text)  # odd places are the words between the marks
    return tuple(
        Run(part, bold=bold or index % 2 == 1, italic=italic)
        for index, part in enumerate(parts)
        if part
    )


def para(
    look: Look,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float = 14,
    space: float = 0,
) -> Para:
    """A paragraph; headings are bold and bases italic by themselves."""
    heading, basis = look is Look.HEADING, look is Look.BASIS
    return Para(look, runs_of(text, bold=bold or heading, italic=italic or basis), size, space)
