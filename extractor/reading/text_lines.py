"""Lines of a text file and the runs they fall into: prose, tables, rules, page breaks.

In: the decoded text. Out: `Group`s in order, each with its lines and their numbers in the file:
`["Căn cứ Luật", "Việc làm;", "", "|", "TT", "|"]` is one PROSE group of two lines and one CELLS
group. What the marks mean is not looked at here; see text_markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby


class GroupKind(Enum):
    """What a run of lines is by its form."""

    PROSE = auto()
    CELLS = auto()  # a table with one cell a line between lines that hold only "|"
    PIPES = auto()  # a table with a row a line and bars between the cells, Markdown's or drawn
    TABS = auto()  # a table as word processors save it: a row a line, tabs between the cells
    RULE = auto()  # a line of dashes
    PAGE = auto()  # a form feed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, counted from 1, without white space at its end.

    `hard` tells of two or more spaces at the end, by which Markdown keeps the line break.
    """

    number: int
    text: str
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A run of lines of one kind, none of them blank (cells apart)."""

    kind: GroupKind
    lines: tuple[Line, ...]


_RULE = re.compile(
    r"\s*(?:[-–—_*=~.·•]\s?){3,}\s*|\s*[*_]{1,3}(?:\s[*_]{1,3})*\s*|\s*(?:```|~~~)\w*\s*"
)
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_NUMBER = re.compile(r"\s*(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?\s*")
_TABS_WIDE = 2  # tabs in a row of a table: a letterhead set in two columns has one
_TABS_ROWS = 2
_BARRED = re.compile(r"(?<=\S) \|(?= |$)")  # a bar between two cells of a row without outer bars
_CELL_LINES = 60  # a cell with blank lines in it is closed by "|" within so many lines


def split_lines(text: str) -> list[Line]:
    """The lines of a text; a form feed stands as a line of its own."""
    raw = text.replace("\f", "\n\f\n") if "\f" in text else text
    number, lines = 1, []
    for part in raw.split("\n"):
        if part == "\f":
            number -= 1
            lines.append(Line(number, "\f"))
            continue
        stripped = part.rstrip()
        lines.append(Line(number, stripped, bool(stripped) and part.endswith("  ")))
        number += 1
    return lines


def groups(lines: Sequence[Line]) -> Iterator[Group]:
    """The lines as runs; blank lines part them and are dropped."""
    at = 0
    while at < len(lines):
        text = lines[at].text
        if not text:
            at += 1
        elif text == "\f":
            yield Group(GroupKind.PAGE, (lines[at],))
            at += 1
        else:
            group = _group(lines, at)
            yield group
            at += len(group.lines)


def part_numbers(runs: Iterable[Group]) -> Iterator[Group]:
    """The runs, each line that holds only a number a run of its own."""
    for group in runs:
        if group.kind is not GroupKind.PROSE:
            yield group
            continue
        for _, lines in groupby(group.lines, key=_number_key):
            yield Group(GroupKind.PROSE, tuple(lines))


def _number_key(line: Line) -> int:
    return line.number if _NUMBER.fullmatch(line.text) else 0


def _group(lines: Sequence[Line], at: int) -> Group:
    if is_pipe(lines[at]):
        return Group(GroupKind.CELLS, tuple(lines[at : _cells_end(lines, at)]))
    if _is_row(lines, at):
        return Group(GroupKind.PIPES, tuple(lines[at : _rows_end(lines, at)]))
    tabbed = _tabs_end(lines, at)
    if tabbed > at:
        return Group(GroupKind.TABS, tuple(lines[at:tabbed]))
    alone = at + 1 == len(lines) or lines[at + 1].text in ("", "\f")
    if _draws(lines[at].text) or (alone and is_rule(lines[at].text)):
        return Group(GroupKind.RULE, (lines[at],))
    return Group(GroupKind.PROSE, tuple(lines[at : _prose_end(lines, at)]))


def is_pipe(line: Line) -> bool:
    """Whether the line holds nothing but the bar between two cells."""
    return line.text.strip() == "|"


def is_rule(text: str) -> bool:
    """Whether a line is only drawn: dashes, stars, empty emphasis, a code fence."""
    return _RULE.fullmatch(text) is not None


def is_separator(text: str) -> bool:
    """Whether a line is the `|---|---|` under the head of a Markdown table."""
    return "|" in text and "-" in text and _SEPARATOR.fullmatch(text) is not None


def _is_row(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text.lstrip()
    if text.startswith("|"):
        return text.count("|") > 1 or text.endswith("|")
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return "|" in text and (is_separator(after) or _is_drawn(lines, at))


def _is_drawn(lines: Sequence[Line], at: int) -> bool:
    """Whether "TT | Việc | Chủ trì" opens a table: the lines below it are parted like it.

    Two cells a row need three rows alike; a last cell left empty may leave out its bar or not.
    """
    bars = _bars(lines[at])
    needed, spare = (2, 1) if bars > 1 else (3, 0)
    rows = [_bars(line) for line in lines[at : at + needed]]
    alike = all(found > 0 and abs(found - bars) <= spare for found in rows)
    return alike and len(rows) == needed


def _bars(line: Line) -> int:
    return len(_BARRED.findall(line.text))


def _tabs_end(lines: Sequence[Line], at: int) -> int:
    """Where a tabbed table that begins at `at` ends; `at` itself where none begins."""
    end = at
    while end < len(lines) and lines[end].text not in ("", "\f"):
        heads = end + 1 < len(lines) and "\t" in lines[end + 1].text
        if "\t" not in lines[end].text and not (end > at and heads):
            break
        end += 1
    wide = sum(line.text.count("\t") >= _TABS_WIDE for line in lines[at:end])
    return end if wide >= _TABS_ROWS and "\t" in lines[at].text else at


def _prose_end(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and lines[end].text not in ("", "\f"):
        if is_pipe(lines[end]) or _is_row(lines, end) or _draws(lines[end].text):
            break
        if "\t" in lines[end].text and _tabs_end(lines, end) > end:
            break
        end += 1
    return end


def _draws(text: str) -> bool:
    # A lone "**" closes emphasis that began lines above: it belongs to the paragraph.
    return is_rule(text) and not set(text) <= set("*_ ")


def _rows_end(lines: Sequence[Line], at: int) -> int:
    width = lines[at].text.count("|")
    end = at + 1
    while end < len(lines) and "|" in lines[end].text and not is_pipe(lines[end]):
        end += 1
    return end if width else at + 1


def _cells_end(lines: Sequence[Line], at: int) -> int:
    """The line behind the last bar of the table that begins at `at`."""
    end, last = at + 1, at
    while end < len(lines):
        text = lines[end].text
        if text.strip() == "|":
            last = end
        elif text == "\f" or (not text and (last == end - 1 or not _bar_follows(lines, end))):
            break
        end += 1
    return last + 1


def _bar_follows(lines: Sequence[Line], at: int) -> bool:
    return any(is_pipe(line) for line in lines[at : at + _CELL_LINES])
