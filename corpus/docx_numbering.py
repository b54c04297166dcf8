"""Automatic numbers for Word: in comes a printed marker, out comes the list that prints it.

`Numberer(linked=False).place("1. Mục đích")` gives the `w:numId` and level whose automatic number
is "1.", and how many characters of the text it replaces. A number that Word would not print there
is an error: the source would disagree with its own printing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = "abcd"  # Word has no đ after d: longer lists stay typed


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of marker: its shape in print, Word's number format and its level text."""

    pattern: re.Pattern[str]
    format: str
    text: str

    @property
    def counted(self) -> bool:
        return self.format != "bullet"


KINDS = (
    Kind(re.compile(r"([IVX]{1,4})\. "), "upperRoman", "%1."),
    Kind(re.compile(r"(\d{1,2})\. "), "decimal", "%2."),
    Kind(re.compile(r"([a-d])\) "), "lowerLetter", "%3)"),
    Kind(re.compile(r"(-) "), "bullet", "-"),
    Kind(re.compile(r"(\+) "), "bullet", "+"),
    Kind(re.compile(r"Điều (\d{1,2})\. "), "decimal", "Điều %6."),
)
LINKED = KINDS[:5]


@dataclass(frozen=True, slots=True)
class Place:
    """The list and level of a paragraph; `marker` characters of its text are Word's to print."""

    num_id: int
    level: int
    marker: int


@dataclass
class Numberer:
    """Counts as Word counts. `linked`: one multilevel list; else a new list for each first item."""

    linked: bool
    counts: dict[int, int] = field(default_factory=dict)
    lists: dict[int, int] = field(default_factory=dict)  # the open list of each kind
    made: list[int] = field(default_factory=list)  # the kind of list 1, 2, …

    def place(self, text: str) -> Place | None:
        """The place of a printed paragraph; None where it has no marker of these kinds."""
        for index, kind in enumerate(LINKED if self.linked else KINDS):
            match = kind.pattern.match(text)
            if match:
                return self._placed(index, kind, match)
        return None

    def _placed(self, index: int, kind: Kind, match: re.Match[str]) -> Place:
        value = _value(match.group(1)) if kind.counted else 1
        if not self.linked and value == 1 and (kind.counted or index not in self.lists):
            self.made.append(index)
            self.lists[index] = len(self.made)
            self.counts[index] = 0
        self._count(index)
        if kind.counted and self.counts[index] != value:
            raise ValueError(f"Word would print {self.counts[index]} here: {match.string[:60]!r}")
        if self.linked:
            return Place(1, index, match.end())
        return Place(self.lists[index], 0, match.end())

    def _count(self, index: int) -> None:
        self.counts[index] = self.counts.get(index, 0) + 1
        if self.linked:  # a level starts again after any higher one
            self.counts.update(dict.fromkeys(range(index + 1, len(LINKED)), 0))

    def definitions(self) -> list[BaseOxmlElement]:
        """The abstract lists, then the lists, for numbering.xml."""
        if self.linked:
            levels = "".join(
                _level(index, kind, style_id(index)) for index, kind in enumerate(LINKED)
            )
            return [_abstract(0, "multilevel", levels), _list(1, 0, "")]
        abstracts = [_abstract(i, "singleLevel", _alone(KINDS[i])) for i in sorted(set(self.made))]
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        return abstracts + [_list(n, kind, restart) for n, kind in enumerate(self.made, 1)]


def style_id(level: int) -> str:
    """The paragraph style that carries a level of the linked list."""
    return f"Muc{level + 1}"


def _value(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return _ROMAN.index(printed) + 1 if printed in _ROMAN else _LETTERS.index(printed) + 1


def _alone(kind: Kind) -> str:
    return _level(0, Kind(kind.pattern, kind.format, re.sub(r"%\d", "%1", kind.text)), None)


def _level(index: int, kind: Kind, style: str | None) -> str:
    link = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind.format}"/>{link}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{kind.text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def _abstract(number: int, type: str, levels: str) -> BaseOxmlElement:
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="{type}"/>{levels}</w:abstractNum>'
    )


def _list(number: int, abstract: int, override: str) -> BaseOxmlElement:
    return parse_xml(
        f'<w:num {nsdecls("w")} w:numId="{number}">'
        f'<w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
    )
