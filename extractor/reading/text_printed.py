"""Printed lines of a letterhead or signature cell, from the lines of a copy.

In: the lines of one cell, wrapped where the web page was narrow, or all on one line. Out: one list
of lines for each line as it was printed: "ỦY BAN NHÂN" / "DÂN" (one emphasis) / "XÃ PHÚ LẠC" are
two printed lines, "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An" is three, and so is
"Nơi nhận: - Như trên; - Lưu: VT.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractor.reading import text_marks as marks
from extractor.reading.text_lines import is_rule
from extractor.reading.text_markup import Range, StyledLine

_RULE = re.compile(r"\s*(?:[-–—_*=]{3,}|[-–—_*=]$)\s*")
_ITEM = re.compile(r"(?<=[;:.,)])\s+(?=[-–+•]\s*\w)")
_MOTTO = re.compile(r"\s+(?=Độc lập\b|CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM$)")
_HEAD_LINE = re.compile(r"(?:Số|SỐ)\s?:?\s?[\d\s._…]{0,30}[-/]|[^\s\d][^.;:]{0,90}\bCỘNG H|CỘNG H")
_LONGEST_HEAD = 160
_LABEL = 9  # "Nơi nhận:"
_NEAR = 4
_DATELINE = re.compile(r"(?<=[A-ZĐ\d])\s+(?=[^\W\d_][^,;:.\d]{1,40}, ngày)")
_WORD = re.compile(r"\S+")


def printed_lines(lines: Sequence[StyledLine]) -> list[list[StyledLine]]:
    """The lines of one layout cell, grouped by printed line; rules are left out."""
    found: list[list[StyledLine]] = []
    listed = False
    for line in _parted(lines):
        listed = listed or marks.is_recipients(line.text[:_LABEL])
        if found and not _new_line(found[-1], line, listed):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def letterhead_lines(lines: Sequence[StyledLine]) -> Iterator[StyledLine]:
    """Prose lines, those parted that hold two of a letterhead: "Số: 12/KH-UBND Phú Lạc, ngày …"."""
    for line in lines:
        if len(line.text) < _LONGEST_HEAD and _HEAD_LINE.match(line.text):
            cuts = {f.end() for pattern in (_MOTTO, _DATELINE) for f in pattern.finditer(line.text)}
            yield from _pieces(line, cuts)
        else:
            yield line


def _parted(lines: Sequence[StyledLine]) -> Iterator[StyledLine]:
    for line in lines:
        if not is_rule(line.text):
            yield from _unsquashed(line)


def _unsquashed(line: StyledLine) -> Iterator[StyledLine]:
    """A line that holds several printed ones, cut where they begin."""
    return _pieces(line, set(_cuts(line.text)))


def _pieces(line: StyledLine, places: set[int]) -> Iterator[StyledLine]:
    cuts = sorted({0, *places, len(line.text)})
    for index, (start, end) in enumerate(pairwise(cuts)):
        piece = _slice(line, start, end, index > 0)
        if piece.text:
            yield piece


def _cuts(text: str) -> Iterator[int]:
    for rule in _RULE.finditer(text):
        yield from (rule.start(), rule.end())
    for pattern in (_MOTTO, _DATELINE):
        yield from (found.end() for found in pattern.finditer(text))
    if marks.is_recipients(text[:_LABEL]):
        yield from (found.end() for found in _ITEM.finditer(text))
    elif len(text) < _LONGEST_HEAD:
        yield from _signature_cuts(text)


def _signature_cuts(text: str) -> Iterator[int]:
    """Where a post or a name begins: "KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Trần Văn An"."""
    if not marks.begins_post(_capitals(text)):
        return
    start = 0
    for word in _WORD.finditer(text):
        before = text[start : word.start()].strip()
        if not before or marks.is_open_post(before):
            continue
        named = before.isupper() and not word[0].isupper() and word[0][:1].isupper()
        if named or marks.begins_post(_capitals(text[word.start() :])):
            start = word.start()
            yield start
        if named:
            return


def _capitals(text: str) -> str:
    """The words in capitals with which a text begins."""
    end = next((word.start() for word in _WORD.finditer(text) if not word[0].isupper()), len(text))
    return text[:end].strip()


def _slice(line: StyledLine, start: int, end: int, cut: bool) -> StyledLine:
    raw = line.text[start:end]
    text = raw.strip()
    shift = start + len(raw) - len(raw.lstrip())
    if is_rule(text):
        text = ""
    return replace(
        line,
        text=text,
        bold=_moved(line.bold, shift, len(text)),
        italic=_moved(line.italic, shift, len(text)),
        hard=line.hard or cut,
        runs_on=line.runs_on and not cut,
    )


def _moved(ranges: tuple[Range, ...], shift: int, length: int) -> tuple[Range, ...]:
    moved = ((max(0, start - shift), min(length, end - shift)) for start, end in ranges)
    return tuple((start, end) for start, end in moved if start < end)


def _new_line(printed: Sequence[StyledLine], line: StyledLine, listed: bool) -> bool:
    """Whether `line` begins a new printed line behind `printed`; `listed`: under Nơi nhận."""
    before = printed[-1]
    text = " ".join(part.text for part in printed[-_NEAR:])
    if listed:
        return (
            bool(marks.mark_of(line.text))
            or marks.is_closed_list(text)
            or marks.is_recipients(text)
        )
    if marks.is_open_post(text) or text.endswith(":") or marks.is_motto(f"{text} {line.text}"):
        return False
    if marks.is_dateline(line.text) and not (text.isupper() or marks.is_letterhead(text)):
        return False  # the place's own name was wrapped
    if (
        marks.is_recipients(line.text)
        or marks.is_letterhead(line.text)
        or marks.is_letterhead(text)
    ):
        return True
    if before.hard or marks.begins_post(line.text) or line.text.startswith("("):
        return not marks.begins_small(line.text)
    return _parts(before, line, text)


def _parts(before: StyledLine, line: StyledLine, text: str) -> bool:
    """Whether two lines that no fixed wording parts are two printed lines."""
    if marks.begins_small(line.text) or marks.is_unfinished(text) or text.endswith((",", "-")):
        return False
    if text.isupper() != line.text.isupper():
        return not line.runs_on
    if marks.begins_joining(line.text) or line.runs_on:
        return False
    if _styles(before) != _styles(line):
        return True
    return not text.isupper() or marks.begins_body(line.text)


def _styles(line: StyledLine) -> tuple[bool, bool]:
    return bool(line.bold), bool(line.italic)
