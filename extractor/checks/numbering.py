"""Numbers of sections that jump or come twice: "II." after "II.", "IV." after "II.".

Roman sections over the whole body, Arabic ones within a section, letters within their list. A copy
that the record calls renumbered has no order to break; many breaks are the copy's, not the plan's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Line, Paper
from extractor.text import UPPER

_ROMAN = re.compile(rf"^(?P<mark>[IVX]{{1,6}})\s?[.)/-]+\s*(?=[\"“{UPPER}])")
_ARABIC = re.compile(rf"^(?P<mark>\d{{1,2}})\.\s+(?=[\"“{UPPER}]|\d{{1,3}}(?: ?%|/\d))")
_DECIMAL = re.compile(
    rf"^(?P<parent>\d{{1,2}}(?:\.\d{{1,2}})*)\.(?P<last>\d{{1,2}})\.?\s+(?=[\"“{UPPER}])"
)
_LETTER = re.compile(r"^(?P<mark>[a-zđ])\)\s+")
_VALUES = {"I": 1, "V": 5, "X": 10}
_ALPHABETS = ("abcdefghijklmnopqrstuvxyz", "abcdđeghiklmnopqrstuvxy", "abcdđefghijklmnopqrstuvxyz")
_MOST = 2  # breaks of one kind that a plan may have of itself


_Break = tuple[str, Line, Line | None]  # what is wrong, the line, the one before it in the order


class _Mark(NamedTuple):
    value: int
    line: Line


def _breaks(paper: Paper) -> Iterator[_Break]:
    """What is wrong: "twice" or "jump"."""
    lines = [x for x in paper.lines if paper.title_start <= x.start < paper.foot]
    if paper.is_scan or paper.is_poor_copy or not lines:
        return
    romans = _romans(lines)
    yield from _order(romans)
    if romans and romans[0].value in (2, 3):
        yield "jump", romans[0].line, None
    for section in _sections(lines):
        yield from _order(_arabics(section))
    yield from _letter_breaks(lines)
    yield from _decimal_breaks(lines)


def _order(marks: list[_Mark]) -> Iterator[_Break]:
    slipped = 0  # "II., II., IV.": after a number that came twice the next may have counted on
    for before, mark in pairwise(marks):
        if mark.value == 1 or mark.value < before.value:
            slipped = 0  # another list begins
        elif mark.value == before.value:
            yield "twice", mark.line, before.line
            slipped = 1
        elif mark.value > before.value + 1 + slipped:
            yield "jump", mark.line, before.line
        else:
            slipped = 0 if mark.value == before.value + 1 + slipped else slipped


def _romans(lines: list[Line]) -> list[_Mark]:
    found = [(m, x) for x in lines if (m := _ROMAN.match(x.text.lstrip()))]
    return [_Mark(_roman(match["mark"]), line) for match, line in found]


def _roman(text: str) -> int:
    values = [_VALUES[char] for char in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _sections(lines: list[Line]) -> Iterator[list[Line]]:
    section: list[Line] = []
    for line in lines:
        if _ROMAN.match(line.text.lstrip()):
            yield section
            section = []
        section.append(line)
    yield section


def _arabics(section: list[Line]) -> list[_Mark]:
    """Arabic numbers of a section, unless lists within lists begin anew in it."""
    found = [(m, x) for x in section if (m := _ARABIC.match(x.text.lstrip()))]
    marks = [_Mark(int(match["mark"]), line) for match, line in found]
    ones = sum(mark.value == 1 for mark in marks)
    return marks if ones == 1 and marks[0].value == 1 else []


def _letter_breaks(lines: list[Line]) -> Iterator[_Break]:
    before: tuple[str, Line] | None = None
    for line in lines:
        text = line.text.lstrip()
        found = _LETTER.match(text)
        if found is None:
            before = None if _ARABIC.match(text) or _ROMAN.match(text) else before
            continue
        mark = found["mark"]
        if before and mark != "a":
            if mark == before[0]:
                yield "twice", line, before[1]
            elif not any(_follows(alphabet, before[0], mark) for alphabet in _ALPHABETS):
                yield "jump", line, before[1]
        before = (mark, line)


def _decimal_breaks(lines: list[Line]) -> Iterator[_Break]:
    before: tuple[str, int, Line] | None = None
    for line in lines:
        text = line.text.lstrip()
        found = _DECIMAL.match(text)
        if found is None:
            before = None if _ROMAN.match(text) else before
            continue
        parent, last = found["parent"], int(found["last"])
        if before and before[0] == parent:
            if last == before[1]:
                yield "twice", line, before[2]
            elif last > before[1] + 1:
                yield "jump", line, before[2]
        before = (parent, last, line)


def _follows(alphabet: str, one: str, other: str) -> bool:
    a, b = alphabet.find(one), alphabet.find(other)
    return a >= 0 and b >= 0 and (b == a + 1 or b < a)


def _told(paper: Paper, kind: str, said: str) -> Iterator[Found]:
    found = [(line, before) for what, line, before in _breaks(paper) if what == kind]
    if len(found) > _MOST:
        return
    for line, before in found:
        after = f"{said} “{_short(before.text)}”" if before else "không bắt đầu từ I"
        message = f"Số thứ tự {after}: “{_short(line.text)}”."
        end = line.start + len(line.text[:80].rstrip())
        yield Found(message, paper.source(line.start, end))


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 50 else text[:49] + "…"


def _twice(paper: Paper) -> Iterator[Found]:
    yield from _told(paper, "twice", "trùng với")


def _jump(paper: Paper) -> Iterator[Found]:
    yield from _told(paper, "jump", "nhảy cách sau")


RULES = (
    Rule(
        "number-twice", "warning", "Số thứ tự bị trùng",
        "Số thứ tự sai thì viện dẫn nhầm; Nghị định 30/2020/NĐ-CP, Phụ lục I",
        "Đánh lại số thứ tự các mục.", _twice,
    ),
    Rule(
        "number-jump", "warning", "Số thứ tự bị nhảy",
        "Số thứ tự sai thì viện dẫn nhầm; Nghị định 30/2020/NĐ-CP, Phụ lục I",
        "Kiểm xem thiếu mục nào hay chỉ đánh nhầm số.", _jump,
    ),
)  # fmt: skip
