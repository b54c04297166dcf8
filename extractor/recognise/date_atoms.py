"""The smallest date words of a text: "ngày 05", "15/3", "tháng 6/2026", "quý IV-2025", "năm 2030".

`atoms(view("từ ngày 06 - 15/11/2026"))` gives two: day 6, and 15 November 2026. What belongs
together (ranges, lists, missing years) is the business of `date_chains`. A weak atom ("15", "15/3",
"2030" without ngày or năm) counts only in such company.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.span import Span

DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
QUARTER = r"(?:iv|i{1,3}|[1-4])(?!\w)"
_TO_YEAR = r"(?:(?: *, *| +)(?:của +)?năm +| *[/-] *| +)"
_GAP = r"[ ._…]*"  # what a form leaves blank: dots, lines, nothing
_JOIN = r" *(?:-|,|;|và|hoặc|đến|tới) *(?:ngày +)?"
_SLASH = r" *[/.-] *"
_ALONE = r"(?!\w|[/.,]\d| *%)"
_NO_WEEK = r"(?<!tuần )(?<!tuần thứ )"  # "tuần 1 tháng 10/2026" is a month
_NO_CODE = r"(?!\w| ?/ ?\w|-[^\W\d])"  # 06/2022/QH15 is a document number, no month

# Order matters: the longest reading of a place comes first. Groups: d m q h y.
_SHAPES = {
    "day_numeric": rf"(?:ngày +)?(?P<d>{DAY}){_SLASH}(?P<m>{MONTH}){_SLASH}(?P<y>{YEAR}){_NO_CODE}",
    "day_words": rf"(?:ngày +|{_NO_WEEK})(?P<d>{DAY}) +tháng +(?P<m>{MONTH}){_TO_YEAR}"
    rf"(?P<y>{YEAR})",
    "day_no_year": rf"(?:ngày +|{_NO_WEEK})(?P<d>{DAY}) +tháng +(?P<m>{MONTH})(?![/\d-])",
    "blank": rf"ngày{_GAP}(?:tháng|/){_GAP}(?P<m>{MONTH})?{_GAP}(?:,? *năm|/) *(?P<y>{YEAR})",
    "day_month": rf"ngày +(?P<d>{DAY}) *[/-] *(?P<m>{MONTH})(?!\w|[/.]\d| *%)",
    "day": rf"ngày +(?P<d>{DAY}){_ALONE}(?! +(?:lần|buổi|lượt|giờ|người|bữa))",
    "month_year": rf"tháng +(?P<m>{MONTH}){_TO_YEAR}(?P<y>{YEAR}){_NO_CODE}",
    "month": rf"tháng +(?P<m>{MONTH}){_ALONE}",
    "weak_day": rf"(?P<d>{DAY})(?={_JOIN}{DAY}(?:{_JOIN}{DAY}){{0,8}}"
    rf"(?: *[/.-] *{MONTH}(?!\w|[.,]\d)| +tháng +{MONTH}))",
    "month_slash_year": rf"(?P<m>{MONTH}) *[/-] *(?P<y>{YEAR}){_NO_CODE}",
    "quarter_year": rf"qu[ýí] +(?P<q>{QUARTER}){_TO_YEAR}(?P<y>{YEAR})",
    "quarter": rf"qu[ýí] +(?P<q>{QUARTER})(?!\.\d)",
    "half_year": rf"(?:0?6|sáu) +tháng +(?P<h>đầu|cuối) +(?:của +)?năm(?: +(?P<y>{YEAR}))?",
    "school_year": rf"năm +học +(?P<y>{YEAR})",
    "year": rf"năm +(?P<y>{YEAR})(?!\w|\.\d)",
    "weak_day_month": rf"(?P<d>{DAY}) *[/-] *(?P<m>{MONTH})(?!\w|[/.,]\d| *%|-[^\W\d])",
    "weak_year": rf"(?P<y>{YEAR}){_ALONE}(?! ?/ ?[^\W\d])",
    "weak_month": rf"(?P<m>{MONTH})(?= *(?:-|,|và|đến) *(?:tháng +)?{MONTH} *(?:[/-]|năm) *{YEAR})",
    "weak_quarter_year": rf"(?P<q>{QUARTER}){_TO_YEAR}(?P<y>{YEAR})",
    "weak_quarter": rf"(?P<q>{QUARTER})(?= *(?:-|,|và|đến) *(?:quý +)?{QUARTER})",
    "now": r"nay(?= +(?:cho +)?(?:đến|tới)\b)",
}


def _numbered(index: int, shape: str) -> str:
    named = re.sub(r"\(\?P<(\w)>", rf"(?P<\g<1>{index}>", shape)
    return f"(?P<s{index}>{named})"


_NAMES = tuple(_SHAPES)
# What every shape begins with, asked first: it spares the shapes most places.
_BEGINS = r"(?<![\w/.,])(?<![^\W\d_]-)(?=\d|ngày|năm|nay|tháng|qu[ýí]|sáu|i|v)"
_MASTER = re.compile(
    _BEGINS + "(?:" + "|".join(_numbered(i, s) for i, s in enumerate(_SHAPES.values())) + ")"
)
_GROUPS = tuple(
    {part: f"{part}{i}" for part in "dmqhy" if f"(?P<{part}>" in shape}
    for i, shape in enumerate(_SHAPES.values())
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Atom:
    """One date word: the parts it states, and the name of the shape that read it."""

    span: Span
    shape: str
    day: int | None = None
    month: int | None = None
    quarter: int | None = None
    half: int | None = None
    year: int | None = None

    @property
    def weak(self) -> bool:
        """Whether it needs a neighbour, a cue or a period to count as a date."""
        return self.shape.startswith("weak") or self.shape == "now"


def atoms(viewed: str) -> Iterator[Atom]:
    """Every atom of `viewed` (a view of the text), left to right."""
    for match in _MASTER.finditer(viewed):
        index = int((match.lastgroup or "s0")[1:])
        yield _atom(match, _NAMES[index], _GROUPS[index])


def _atom(match: re.Match[str], shape: str, groups: dict[str, str]) -> Atom:
    stated = {part: match.group(name) for part, name in groups.items()}
    return Atom(
        Span(match.start(), match.end()),
        shape,
        day=_number(stated.get("d")),
        month=_number(stated.get("m")),
        quarter=_quarter(stated.get("q")),
        half={"đầu": 1, "cuối": 2}.get(stated.get("h") or ""),
        year=_number(stated.get("y")),
    )


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _quarter(text: str | None) -> int | None:
    return None if text is None else _QUARTERS.get(text) or int(text)
