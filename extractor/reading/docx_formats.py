"""Numbers as Word's lists print them: `written(4, "upperRoman")` is `"IV"`; bullets as plain marks.

Formats after ECMA-376 part 1, 17.18.59 (ST_NumberFormat). One that is not among them prints as
plain digits: the value is right even where the dress is not.
"""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MAX_ROMAN = 32767  # Word's own largest list number
_MAX_LETTERS = 780  # thirty times the alphabet, Word's own end; "z" a million times is an attack
_KEPT_BULLETS = {"+": "+", "*": "*", "-": "-"}
_BULLET = "-"


def written(count: int, format: str) -> str:
    """`count` in one of Word's number formats; digits where the format is unknown."""
    return _WRITERS.get(format, str)(count)


def bullet(glyph: str) -> str:
    """The plain mark for a bullet: `-` for any dot, square or symbol glyph; `+` and `*` stay."""
    mark = glyph.strip()
    return _KEPT_BULLETS.get(mark, _BULLET) if mark else ""


def _roman(count: int) -> str:
    if not 0 < count <= _MAX_ROMAN:
        return str(count)
    digits = []
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        digits.append(letters * times)
    return "".join(digits)


def _letters(count: int) -> str:
    # After z Word doubles the letter: aa, bb, cc.
    if not 0 < count <= _MAX_LETTERS:
        return str(count)
    times, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (times + 1)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "none": lambda count: "",
    "bullet": lambda count: "",
}
