"""Totals and their parts: "10 tập thể (trong đó 06 tập thể …, 05 tập thể …)" gives `parts-exceed`.

Only parts of the very noun of the total, in one sentence. After "gồm", "bao gồm", "chia ra" the
parts must make the total; after "trong đó" they may leave some out, but not be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper

_TOTAL = re.compile(
    r"(?<![\w/.,%-])(?P<total>\d{1,5}) (?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2})"
    r"(?P<between>[^.;\n\d]{0,60}?)[,:( ]*(?P<cue>trong đó|bao gồm|chia ra|gồm(?: có)?)\b"
    r"(?P<rest>[^.;\n]{5,400})"
)
_WHOLE = ("bao gồm", "chia ra", "gồm", "gồm có")
_ORDINAL = re.compile(r"(?:mục|điều|khoản|phụ lục|số|ngày|tháng|năm|quý|nhóm|thứ)\s*$")
_VAGUE = re.compile(r"mỗi|từng|lượt|khoảng|trên \d|hơn \d|dưới \d|hoặc|cùng với|ngoài ra")


class _Sum(NamedTuple):
    start: int
    end: int
    total: int
    parts: tuple[int, ...]
    noun: str
    is_whole: bool


def _sums(paper: Paper) -> Iterator[_Sum]:
    for found in _TOTAL.finditer(paper.viewed):
        if _ORDINAL.search(paper.viewed[max(0, found.start() - 10) : found.start()]):
            continue
        rest = found["rest"]
        if paper.viewed[: found.start("cue")].rstrip().endswith("("):
            rest = rest.partition(")")[0]
        for words in (2, 1):
            noun = " ".join(found["noun"].split()[:words])
            parts = re.findall(rf"(?<![\w/.,%-])(\d{{1,5}}) {re.escape(noun)}(?!\w)", rest)
            if len(parts) >= 2 and len(noun.split()) == words and not _VAGUE.search(rest):
                yield _Sum(
                    found.start(), found.end(), int(found["total"]), tuple(map(int, parts)), noun,
                    found["cue"] in _WHOLE,
                )  # fmt: skip
                break


def _exceed(paper: Paper) -> Iterator[Found]:
    for one in _sums(paper):
        if sum(one.parts) > one.total:
            parts = " + ".join(map(str, one.parts))
            message = (
                f"Các phần ({parts} = {sum(one.parts)}) nhiều hơn tổng {one.total} {one.noun}."
            )
            yield Found(message, paper.source(one.start, one.end))


def _fall_short(paper: Paper) -> Iterator[Found]:
    for one in _sums(paper):
        if one.is_whole and sum(one.parts) < one.total:
            parts = " + ".join(map(str, one.parts))
            message = f"Các phần ({parts} = {sum(one.parts)}) chưa đủ tổng {one.total} {one.noun}."
            yield Found(message, paper.source(one.start, one.end))


RULES = (
    Rule(
        "parts-exceed", "error", "Các phần nhiều hơn tổng", "Tổng phải bằng các phần cộng lại",
        "Cộng lại và sửa tổng hoặc từng phần.", _exceed,
    ),
    Rule(
        "parts-fall-short", "warning", "Các phần chưa đủ tổng", "Tổng phải bằng các phần cộng lại",
        "Cộng lại và sửa tổng hoặc từng phần.", _fall_short,
    ),
)  # fmt: skip
