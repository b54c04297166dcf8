"""Figures inside the words of a target, written one way.

Goes in: folded text, `học hai buổi trong ngày`, `từ 15 đến 60 tuổi`, `độ tuổi 15 - 60`. Comes out:
`học 2 buổi trong ngày`, `15 tuổi đến 60 tuổi`, `15 tuổi đến 60 tuổi`. A single time stays a word,
because "một" tells nothing: `01 lần` is `một lần`.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load

_ZERO = re.compile(r"(?<![\d.,/])0(?=[1-9](?![\d.,/]\d))")
_ONCE = re.compile(r"(?<![\d.,])1(?= (?:lần|lượt|buổi)\b)")
_AGES = re.compile(
    r"(?:\btừ )?(?:\bđủ )?(?<![\d.,])(\d{1,2})(?: tuổi)? ?(?:-|đến)(?: dưới| đủ)? ?(\d{1,2}) tuổi"
)
_AGED = re.compile(r"\bđộ tuổi(?: từ)? (\d{1,2}) ?(?:-|đến) ?(\d{1,2})(?![\d.,])(?! tuổi)")
_STARS = re.compile(r"(?<![\d.,])([1-5]) ?(?:-|đến) ?([1-5]) sao\b")
_HALF = re.compile(r"\bnửa (?:giờ|tiếng)\b")


def figures_one_way(text: str) -> str:
    """`text` with its number words as digits, ranges of ages and stars spelled out."""
    plain = _ZERO.sub("", _in_digits(text))
    if not any(sign.isdigit() for sign in plain) and "nửa" not in plain:
        return plain
    plain = _AGED.sub(r"độ tuổi \1 tuổi đến \2 tuổi", _AGES.sub(r"\1 tuổi đến \2 tuổi", plain))
    plain = _STARS.sub(r"\1 sao đến \2 sao", plain)
    return _ONCE.sub("một", _HALF.sub("30 phút", plain))


def _in_digits(text: str) -> str:
    pieces, end = [], 0
    for hit in load("numbers").find(text):
        value = int(float(str(hit.entry.values["value"])))
        if value > 1:
            pieces += [text[end : hit.span.start], str(value)]
            end = hit.span.end
    return "".join([*pieces, text[end:]])
