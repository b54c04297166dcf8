"""Ruled lines of a scanned page: the grids that they make, and the page without them.

In: a straight grey picture. Out: `Ruled(grids, grey)`, grids as the boxes of a table's cells in
points, `(85.1, 120.4, 112.0, 160.2)`, the picture with every long line whitened, as lines that
touch letters spoil them. Lines become cells by the same steps that pdfplumber takes on a PDF's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractor.reading.pdf_plumber import CellBox, Edge, cells_of, edge_of
from extractor.reading.scan.engine import Grey
from extractor.reading.scan.ink import PIXEL

_FAINT = 190  # lines are thin, and grey where they were scanned
_LONG = round(20 / PIXEL)  # points of line without a break: more than any letter's stroke
_LEAST = round(28 / PIXEL)  # points of the whole line
_GAP = round(8 / PIXEL)  # where a scan lost a piece of the line
_WAVY = 1  # pixels that a line may be off the level from one pixel to the next
_NEXT = 3  # rows: a bent line goes on within so many
_BESIDE = 6  # pixels above and below a line are white …
_FREE = 0.6  # … along most of it; along the foot of a line of letters they are not
_LEAST_CELLS = 4

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ruled:
    """The tables' cells on a page, and the page without its lines."""

    grids: tuple[tuple[CellBox, ...], ...]
    grey: Grey


@dataclass(slots=True)
class Stroke:
    """A level line in pixels: rows `first` to `last`, columns `start` to `end`."""

    first: int
    last: int
    start: int
    end: int

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2


def ruled(grey: Grey) -> Ruled:
    """The grids of a straight picture, and the picture without any ruled line."""
    ink = grey < _FAINT
    clean = grey.copy()
    edges: list[Edge] = []
    for stroke in _strokes(ink, clean):
        at, low, high = (v * PIXEL for v in (stroke.middle, stroke.start, stroke.end))
        edges.append(edge_of(low, at, high, at))
    for stroke in _strokes(np.ascontiguousarray(ink.T), clean.T):
        at, low, high = (v * PIXEL for v in (stroke.middle, stroke.start, stroke.end))
        edges.append(edge_of(at, low, at, high))
    return Ruled(tuple(grid for grid in cells_of(edges) if len(grid) >= _LEAST_CELLS), clean)


def _strokes(ink: Mask, clean: Grey) -> list[Stroke]:
    """The level lines of a picture; their ink is whitened in `clean`."""
    wavy = ink.copy()
    for step in range(1, _WAVY + 1):
        wavy[step:] |= ink[:-step]
        wavy[:-step] |= ink[step:]
    runs = ink & _opened(wavy, _LONG)
    strokes = [stroke for stroke in _joined(runs) if _is_line(stroke, runs, ink)]
    for stroke in strokes:
        rows = slice(max(0, stroke.first - 1), stroke.last + 2)
        columns = slice(stroke.start, stroke.end)
        clean[rows, columns][_grown(runs[rows, columns])] = 255
    return strokes


def _opened(ink: Mask, length: int) -> Mask:
    """Only those runs along the rows that are at least `length` pixels long."""
    if ink.shape[1] < length:
        return np.zeros_like(ink)
    runs = ink.copy()  # where a long run begins, then every pixel of it
    for step in _doubling(length):
        runs[:, :-step] &= runs[:, step:]
        runs[:, -step:] = False
    for step in _doubling(length):
        runs[:, step:] |= runs[:, :-step]
    return runs


def _doubling(length: int) -> Iterator[int]:
    """Steps that add up to a run of `length`: 1, 2, 4 … and the rest."""
    reach = 1
    while reach < length:
        yield min(reach, length - reach)
        reach += min(reach, length - reach)


def _joined(runs: Mask) -> list[Stroke]:
    """Runs of neighbouring rows as one line, a bent one too; what stays short is left out."""
    strokes: list[Stroke] = []
    for row in map(int, np.flatnonzero(runs.any(axis=1))):
        near = [stroke for stroke in strokes if row - stroke.last <= _NEXT]
        for start, end in _runs(runs[row]):
            line = next((s for s in near if start <= s.end + _GAP and end >= s.start - _GAP), None)
            if line is None:
                near.append(Stroke(row, row, start, end))
                strokes.append(near[-1])
            else:
                line.last = row
                line.start, line.end = min(line.start, start), max(line.end, end)
    return [stroke for stroke in strokes if stroke.end - stroke.start >= _LEAST]


def _runs(row: Mask) -> list[tuple[int, int]]:
    """Start and end of each run of set pixels."""
    turns = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0))
    return list(zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True))


def _is_line(stroke: Stroke, runs: Mask, ink: Mask) -> bool:
    """Whether the line stands free; a row of letters has ink right above it."""
    rows, columns = np.nonzero(runs[stroke.first : stroke.last + 1, stroke.start : stroke.end])
    rows, columns = rows + stroke.first, columns + stroke.start
    return all(
        ink[(rows + away).clip(0, ink.shape[0] - 1), columns].mean() < 1 - _FREE
        for away in (-_BESIDE, _BESIDE)
    )


def _grown(mask: Mask) -> Mask:
    """The mask and the pixels around it: the grey rim of a line."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown
