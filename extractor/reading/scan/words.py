"""Tesseract's words as words of a page: in points, on a common baseline, with the size of their
font.

`Seen("Căn", 310, 512, …)` becomes `Word("Căn", 111.6, 183.9, …)` like a word that a PDF states
itself, so that lines, columns and paragraphs are made of scans as of printed files. A box around
the ink of "mà" is lower than one around "Bệnh" in the same font: the size follows from the letters.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from statistics import median

import numpy as np

from extractor.reading.pdf_page import Word
from extractor.reading.scan.engine import Grey, Seen
from extractor.reading.scan.ink import PIXEL

# Heights above and below the baseline in parts of the font's size, for serif faces of plans.
_SMALL, _TALL, _MARKED, _CROWNED = 0.46, 0.68, 0.70, 0.88
_TAIL, _DOT = 0.22, 0.20
_ASCENDING = frozenset("bdđfhklt0123456789()/%[]")
_TAILED = frozenset("gjpqy()/[]")
_BELOW = "\u0323"
_ABOVE = frozenset("\u0300\u0301\u0303\u0309\u0302\u0306")  # the horn stands beside its letter

_ASCENT, _DESCENT = 0.89, 0.22  # of the size: the box that a PDF's fonts give a word
_ALIKE = 0.12  # sizes this near to the page's usual one are that one
_BOLD = 1.28  # of the usual thickness of strokes
_INK = 128
_UNSURE = 0.5  # less trust is a doubt of its own
_SHORT = 10  # letters
_LEAST_WORDS = 12  # fewer show no usual thickness


def words_of(seen: Sequence[Seen], grey: Grey) -> list[Word]:
    """The words of a straight page, in tesseract's order."""
    if not seen:
        return []
    sizes = _sizes(seen)
    bold = _bold(seen, sizes, grey)
    bases = _bases(seen, sizes)
    return [
        _word(word, sizes[word.line], bases[word.line], heavy)
        for word, heavy in zip(seen, bold, strict=True)
    ]


def _word(seen: Seen, size: float, base: float, bold: bool) -> Word:
    return Word(
        text=seen.text,
        x0=seen.x0 * PIXEL,
        top=(base - _ASCENT * size) * PIXEL,
        x1=seen.x1 * PIXEL,
        bottom=(base + _DESCENT * size) * PIXEL,
        base=base * PIXEL,
        doubt=seen.doubt or ("unsure" if seen.sure < _UNSURE else ""),
        sure=seen.sure,
        bold=bold,
    )


def _by_line(seen: Iterable[Seen]) -> dict[tuple[int, int, int], list[Seen]]:
    lines: dict[tuple[int, int, int], list[Seen]] = defaultdict(list)
    for word in seen:
        lines[word.line].append(word)
    return lines


def _sizes(seen: Sequence[Seen]) -> dict[tuple[int, int, int], float]:
    """The size of the font of each line, in pixels."""
    lines = _by_line(seen)
    own = {line: median(_size(word) for word in words) for line, words in lines.items()}
    usual = median(own[word.line] for word in seen)
    return {
        line: usual if abs(size - usual) <= _ALIKE * usual or _is_short(lines[line]) else size
        for line, size in own.items()
    }


def _is_short(words: Sequence[Seen]) -> bool:
    """Whether a line is too short to show its size; a mark or a pen's stroke changes much."""
    written = any(word.doubt == "unread" for word in words)
    return written or sum(len(word.text) for word in words) < _SHORT


def _size(word: Seen) -> float:
    above, below = reach(word.text)
    return (word.bottom - word.top) / (above + below)


def _bases(
    seen: Sequence[Seen], sizes: dict[tuple[int, int, int], float]
) -> dict[tuple[int, int, int], float]:
    return {
        line: median(word.bottom - reach(word.text)[1] * sizes[line] for word in words)
        for line, words in _by_line(seen).items()
    }


@lru_cache(maxsize=20_000)
def reach(text: str) -> tuple[float, float]:
    """How far a word's ink reaches above and below its baseline, in sizes of its font."""
    above, below = 0.0, 0.0
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base, marks = parts[0], parts[1:]
        over = sum(mark in _ABOVE for mark in marks)
        high = _TALL if base.isupper() or base in _ASCENDING else _SMALL
        if over:
            high = _CROWNED if base.isupper() or over > 1 else max(high, _MARKED)
        above = max(above, high)
        below = max(below, _TAIL if base in _TAILED else _DOT if _BELOW in marks else 0.0)
    return above or _SMALL, below


def _bold(seen: Sequence[Seen], sizes: dict[tuple[int, int, int], float], grey: Grey) -> list[bool]:
    """Whether the strokes of each word are thicker than the page's usual ones."""
    if len(seen) < _LEAST_WORDS:
        return [False] * len(seen)
    thick = [_thickness(word, grey) / sizes[word.line] for word in seen]
    usual = median(thick)
    return [value > _BOLD * usual for value in thick]


def _thickness(word: Seen, grey: Grey) -> float:
    """How long the level runs of ink of a word are on the average, in pixels."""
    ink = grey[word.top : word.bottom, word.x0 : word.x1] < _INK
    if ink.size == 0:
        return 0.0
    starts = int(np.count_nonzero(ink[:, 1:] & ~ink[:, :-1])) + int(np.count_nonzero(ink[:, 0]))
    return float(np.count_nonzero(ink)) / max(1, starts)
