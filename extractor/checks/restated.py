"""Where a plan says its own title again: the sentence that issues it, the one that closes it.

In: a paper. Out: the spans of those words: in "UBND xã ban hành Kế hoạch phát động phong trào “…”
năm 2026 như sau:" from "ban hành" on, in "Trên đây là Kế hoạch … năm 2026, yêu cầu …" the first
clause. Legal bases speak of other documents and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.paper import Line, Paper
from extractor.span import Span
from extractor.view import view

_BASE = re.compile(r"^\W*(?:căn cứ|thực hiện|thi hành|theo|tiếp tục|xét|triển khai|để|nhằm)\b")
_ISSUES = re.compile(r"\b(?:ban hành|xây dựng|triển khai|tổ chức|phát động|lập)\b")
_ISSUES_PLAN = re.compile(r"\b(?:ban hành|xây dựng|lập|triển khai) (?:nội dung )?kế hoạch(?! số)\b")
_AS_FOLLOWS = re.compile(r"như sau|sau đây|nội dung sau|cụ thể|với (?:các|những|một số) nội dung")
_CLOSES = re.compile(r"^\W*trên đây là (?:nội dung |toàn bộ nội dung )?kế hoạch\b")
_SECTION = re.compile(r"^\s*(?:[IVX]{1,4}|1)\s?[.)/-]")
_CLAUSE = re.compile(
    r"[;:\n]|\.(?!\d)|,(?! )|, (?=đề nghị|yêu cầu|ủy ban|ubnd|giao|trong|các|nếu|ban )"
)


def restated(paper: Paper) -> Iterator[Span]:
    """The words that say the title again, in the order of the page."""
    title = paper.place("title")
    if title is None:
        return
    is_preamble = True
    for line in paper.lines:
        if not title.end <= line.start < paper.foot:
            continue
        is_preamble = is_preamble and not _SECTION.match(line.text)
        start = _issuing(line) if is_preamble else _closing(line)
        if start is not None:
            yield Span(line.start + start[0], line.start + start[1])


def _issuing(line: Line) -> tuple[int, int] | None:
    viewed = view(line.text)
    if not _AS_FOLLOWS.search(viewed):
        return None
    if _BASE.match(viewed):  # the plan is issued behind its bases, in the same sentence
        found = list(_ISSUES_PLAN.finditer(viewed))[-1:]
    else:
        found = list(_ISSUES.finditer(viewed))[:1]
    return (found[0].start(), len(line.text)) if found else None


def _closing(line: Line) -> tuple[int, int] | None:
    viewed = view(line.text)
    found = _CLOSES.match(viewed)
    if found is None:
        return None
    quoted = viewed.find('"', found.end())
    closed = viewed.find('"', quoted + 1) if quoted >= 0 else -1
    end = _CLAUSE.search(viewed, max(found.end(), closed))
    return found.start(), end.start() if end else len(viewed)
