"""Totals and their parts: "10 tập thể (trong đó 06 tập thể …, 05 tập thể …)" gives `parts-exceed`.

After "gồm", "bao gồm", "chia ra" and in brackets the parts must make the total; after "trong đó"
they may leave some out, but not be more. Where a cap is stated ("không quá") less is no fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Paper
from extractor.checks.parts import sums


def _exceed(paper: Paper) -> Iterator[Found]:
    for one in sums(paper.viewed):
        if sum(one.parts) > one.total:
            parts = " + ".join(map(str, one.parts))
            message = (
                f"Các phần ({parts} = {sum(one.parts)}) nhiều hơn tổng {one.total} {one.noun}."
            )
            yield Found(message, paper.source(one.start, one.end))


def _fall_short(paper: Paper) -> Iterator[Found]:
    for one in sums(paper.viewed):
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
