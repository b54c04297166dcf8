"""Bodies that the part on organisation names and gives no work.

"5. Kho bạc Nhà nước khu vực" right before "6. Sở Tài chính" gives `unit-without-task`; so does "c)
Ban Chỉ huy Quân sự xã" before "d) …" and the last body before the closing sentence. Several bare
names in a row are a list (who attends, who shares the duty below), and no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.checks.model import Found, Rule
from extractor.checks.paper import Line, Paper
from extractor.lexicon.load import load
from extractor.text import folded
from extractor.view import view

_MARK = re.compile(r"^\W*(?P<mark>\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])(?:[.)]|(?=\s))\s*")
_ROMAN = re.compile(r"^[IVX]{1,6}\s?[.)/-]")
_SHARES_OUT = re.compile(r"tổ chức thực hiện|phân công|trách nhiệm|nhiệm vụ cụ thể")
_CLOSING = re.compile(r"^(?:trên đây|yêu cầu|căn cứ kế hoạch|trong quá trình|kế hoạch này)\b")
_CHARGED = re.compile(r" (?:có|chịu) (?:trách nhiệm|nhiệm vụ)$")
_ADDRESS = re.compile(r"(?:các đồng chí|đồng chí|đ/c) ")
_ALL = re.compile(r"(?:(?:trưởng )?(?:các|những) |toàn thể |mỗi )")
# "các tổ chức chính trị", "Dịch vụ tổng hợp", "Ban quản lý": a part of the name there.
_NAMES_ON = re.compile(r"\b(?:các|những|dịch vụ|ban|tổ|đội|đoàn|hội đồng) $")
_BODIES = ("agencies", "groups", "task_bodies", "task_heads")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LONGEST = 110  # characters of a line that is only a name


class _Item(NamedTuple):
    """A numbered line of the part on organisation, and what follows it."""

    line: Line
    mark: str
    behind: Line | None
    name: tuple[int, int] | None  # where the name stands, if the line is nothing but a name


def _without_task(paper: Paper) -> Iterator[Found]:
    if paper.is_scan or paper.is_poor_copy:
        return
    items = list(_items(paper))
    for at, item in enumerate(items):
        if item.name is None or not _is_bare(item) or _is_in_a_list(items, at):
            continue
        start, end = item.name
        if not _has_task(paper, item.line, paper.text[start:end]):
            message = f"“{paper.text[start:end]}” có tên mà không được giao việc gì."
            yield Found(message, paper.source(start, end))


def _items(paper: Paper) -> Iterator[_Item]:
    lines = [x for x in paper.lines if paper.title_start < x.start < paper.foot and x.text.strip()]
    shares_out = False
    for at, line in enumerate(lines):
        if _ROMAN.match(line.text.lstrip()):
            shares_out = bool(_SHARES_OUT.search(view(line.text)))
        found = _MARK.match(line.text) if shares_out else None
        if found:
            behind = lines[at + 1] if at + 1 < len(lines) else None
            yield _Item(line, found["mark"], behind, _name(line, found.end()))


def _name(line: Line, start: int) -> tuple[int, int] | None:
    """Where the body stands that is all the line says behind its number; None if it says more."""
    viewed = view(line.text)
    if len(viewed) > _LONGEST:
        return None
    start = _behind_charge(viewed, start)
    name = _CHARGED.sub("", line.text[start:].rstrip(" :.;,"))
    if re.search(r"[:.;]", name) or _says_what_to_do(name) or not _is_body(view(name)):
        return None
    return line.start + start, line.start + start + len(name)


def _behind_charge(viewed: str, start: int) -> int:
    """Where the name begins behind "Đề nghị", "Giao", "Các đồng chí"."""
    hit = load("task_cues").at(viewed, start)
    if hit is not None and hit.entry.id in ("charge", "ask"):
        start = hit.span.end + 1
    address = _ADDRESS.match(viewed, start)
    return address.end() if address else start


def _is_body(viewed: str) -> bool:
    many = _ALL.match(viewed)
    starts = (0, many.end()) if many else (0,)
    return any(load(name).at(viewed, start) for name in _BODIES for start in starts)


def _says_what_to_do(name: str) -> bool:
    """Whether a verb of work stands in small letters: "Công an xã bảo đảm trật tự"."""
    viewed = view(name)
    hits = (hit for lexicon in ("verbs", "task_verbs") for hit in load(lexicon).find(viewed, 1))
    starts = (hit.span.start for hit in hits)
    return any(name[at].islower() and not _NAMES_ON.search(viewed[:at]) for at in starts)


def _is_bare(item: _Item) -> bool:
    """Whether nothing stands under the line: the next number of its kind, a section, the end."""
    if item.behind is None:
        return True
    text = view(item.behind.text)
    if _ROMAN.match(item.behind.text.lstrip()) or _CLOSING.match(text.lstrip()):
        return True
    found = _MARK.match(item.behind.text)
    return found is not None and _follows(item.mark, found["mark"])


def _follows(mark: str, other: str) -> bool:
    parent, _, last = mark.rpartition(".")
    if last.isdigit():
        return other == ".".join(filter(None, (parent, str(int(last) + 1))))
    at = _LETTERS.find(mark)
    return (at >= 0 and other == _LETTERS[at + 1 : at + 2]) or other.isdigit()


def _is_in_a_list(items: Sequence[_Item], at: int) -> bool:
    """Whether the number before or behind is a bare name too."""
    around = [items[i] for i in (at - 1, at + 1) if 0 <= i < len(items)]
    near = [x for x in around if x.name and _is_bare(x)]
    return any(len(x.mark.split(".")) == len(items[at].mark.split(".")) for x in near)


def _has_task(paper: Paper, line: Line, name: str) -> bool:
    """Whether any duty is the body's, besides the words "có trách nhiệm" on its own line."""
    return any(
        folded(name) == folded(task.unit) and not line.start <= task.source.start < line.end
        for task in paper.plan.assignments
    )


RULES = (
    Rule(
        "unit-without-task", "warning", "Đơn vị có tên mà không có việc",
        "Phần phân công nêu tên đơn vị thì phải nêu việc",
        "Bổ sung nhiệm vụ hoặc bỏ tên đơn vị.", _without_task,
    ),
)  # fmt: skip
