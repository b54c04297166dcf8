"""The first number of a list, misread: "I. Phòng Dược" before "2. Các trạm" is "1. Phòng Dược".

"1. Mục tiêu" before "II. Nội dung" is "I. Mục tiêu".

In: the drafts of a document. Out: the same, with such a mark put right, and doubted. A stroke may
be 1, I or l, and its full stop may be lost: what follows it, and the sections before it, decide.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from extractor.document.model import Doubt, Draft
from extractor.span import Span

_STROKE = re.compile(r"(?:[Il|][.,]|1(?=\s)|[Il|](?=\s))\s*(?=[^\W\d_])")
_ROMAN = re.compile(r"([IVX]{1,5})\. ?(?=\S)")
_DECIMAL = re.compile(r"(\d{1,2})[.)] ?(?=\D)")
_RIGHT = "1. "
_ONE = re.compile(r"1[.,]\s+(?=[^\W\d_])")
_SECTION = "I. "
_NEAR = 30  # drafts in which the second number must follow
_SURE = 0.7


def first_marks(drafts: Sequence[Draft], pages: Collection[int]) -> list[Draft]:
    """The drafts with the first number of each list of `pages` (read from pictures) as it is."""
    return [
        draft
        if draft.origin.page not in pages
        else _marked(draft, _STROKE, _RIGHT)
        if _is_first(drafts, at)
        else _marked(draft, _ONE, _SECTION)
        if _is_first_section(drafts, at)
        else draft
        for at, draft in enumerate(drafts)
    ]


def _is_first(drafts: Sequence[Draft], at: int) -> bool:
    if drafts[at].cell is not None or not _STROKE.match(drafts[at].text):
        return False
    return _second_follows(drafts[at + 1 : at + 1 + _NEAR]) and _in_later_section(drafts[:at])


def _is_first_section(drafts: Sequence[Draft], at: int) -> bool:
    """Whether "1. Mục tiêu" heads the section before "II.": no section yet, and no "2." between."""
    if drafts[at].cell is not None or not _ONE.match(drafts[at].text):
        return False
    if any(_ROMAN.match(draft.text) for draft in drafts[:at] if draft.cell is None):
        return False
    for draft in drafts[at + 1 :]:
        decimal, roman = _DECIMAL.match(draft.text), _ROMAN.match(draft.text)
        if draft.cell is None and (decimal or roman):
            return roman is not None and roman[1] == "II"
    return False


def _second_follows(behind: Sequence[Draft]) -> bool:
    for draft in behind:
        decimal = _DECIMAL.match(draft.text)
        if decimal or _ROMAN.match(draft.text):
            return decimal is not None and decimal[1] == "2"
    return False


def _in_later_section(before: Sequence[Draft]) -> bool:
    """Whether sections were counted already, so that none can be the first."""
    numerals = (_ROMAN.match(draft.text) for draft in before if draft.cell is None)
    return any(found is not None and found[1] != "I" for found in numerals)


def _marked(draft: Draft, wrong: re.Pattern[str], right: str) -> Draft:
    found = wrong.match(draft.text)
    assert found is not None
    moved = len(right) - found.end()
    chars = tuple(char + moved if char else 0 for char in draft.origin.chars)
    doubts = [replace(doubt, span=doubt.span.shift(moved)) for doubt in draft.doubts]
    return replace(
        draft,
        text=right + draft.text[found.end() :],
        origin=replace(draft.origin, chars=chars),
        doubts=(Doubt(Span(0, 2), "repaired", _SURE), *(d for d in doubts if d.span.start >= 2)),
    )
