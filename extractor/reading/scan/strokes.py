"""What strokes tell of signs that a reader of letters mixes up: Roman numerals, ≥ and ≤.

In: the picture of one word. Out: how many upright strokes it has ("III" three, "VI" three, "VIII"
five), and whether its first sign is ≥ or ≤, which tesseract's letters do not hold: it says ">", "2"
or "S" for them. A sign with a bar below it has white between the two, as no letter or digit has.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from extractor.reading.scan.engine import Grey

_INK = 150
_MIDDLE = (0.28, 0.72)  # of the height: rows without serifs
_BAR = 0.65  # of the sign's width: the bar below it
_THIN = 0.3  # of the sign's height: the bar; and the least of the part above, so that "=" is none
_NUMERALS = {1: ("I", "X"), 2: ("II", "V"), 3: ("III", "IV", "VI"), 4: ("VII",), 5: ("VIII",)}

Ink = NDArray[np.bool_]


def roman_of(text: str, strokes: int) -> str | None:
    """The numeral that letters and strokes agree on: "HI" with three strokes is "III"."""
    fives = [at for at, letter in enumerate(text) if letter in "VvU"]
    if "X" in text:
        return text if text.strip("IVX") == "" else None
    choice = [n for n in _NUMERALS.get(strokes, ()) if "X" not in n and ("V" in n) == bool(fives)]
    if len(choice) < 2:
        return choice[0] if choice else None
    return "VI" if fives[0] == 0 else "IV"


def uprights(picture: Grey) -> int:
    """How many strokes most rows in the middle of a word cross."""
    ink = _trimmed(picture < _INK)
    top, bottom = (round(share * ink.shape[0]) for share in _MIDDLE)
    counts = Counter(len(_runs(row)) for row in list(ink[top:bottom]))
    return counts.most_common(1)[0][0] if counts else 0


def barred_sign(picture: Grey) -> str | None:
    """ "≥" or "≤" where the first sign of a word is one, else None."""
    ink = _trimmed(picture < _INK)
    across = _runs(np.asarray(ink.any(axis=0)))
    if not across:
        return None
    sign = _trimmed(ink[:, across[0][0] : across[0][1]])
    parts = _runs(np.asarray(sign.any(axis=1)))
    if len(parts) < 2:
        return None
    (top, end), (bar, bottom) = parts[0], parts[-1]
    height, width = sign.shape
    thin = bottom - bar <= _THIN * height <= end - top
    if not thin or len(parts) > 2 or sign[bar:bottom].any(axis=0).mean() < _BAR:
        return None
    return _direction(sign[top:end], width)


def _direction(wedge: Ink, width: int) -> str | None:
    """Which way the sign's point looks: right in ≥, left in ≤."""
    third = max(1, wedge.shape[0] // 3)
    middle = _mean_column(wedge[third:-third]) if wedge.shape[0] > 2 * third else width / 2
    ends = (_mean_column(wedge[:third]) + _mean_column(wedge[-third:])) / 2
    if abs(middle - ends) < width / 8:
        return None
    return "≥" if middle > ends else "≤"


def _mean_column(ink: Ink) -> float:
    columns = np.nonzero(ink)[1]
    return float(columns.mean()) if len(columns) else 0.0


def _trimmed(ink: Ink) -> Ink:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return ink[:0, :0]
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _runs(row: Ink) -> list[tuple[int, int]]:
    """Start and end of each run of set pixels."""
    turns = np.flatnonzero(np.diff(row.astype(np.int8), prepend=0, append=0)).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))
