"""The body of a numbered line that no lexicon knows, told by the lines beside it.

Among "1. Sở Y tế rà soát …", "2. Công an tỉnh tuần tra …" the line "3. Đoàn Luật sư tỉnh | cử luật
sư …" begins with a body as well: a name, then a verb that somebody does.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading, once_a_node
from extractor.fields.units_clause import clause_of
from extractor.fields.units_cues import cue, is_verb, noun
from extractor.fields.units_party import Party, party_at, party_of
from extractor.fields.units_scope import heading_party
from extractor.lexicon.load import load
from extractor.outline.model import Node
from extractor.span import Span
from extractor.view import view

_BULLET_RANK = 6
_SOFT = ("star", "plus")  # marks of a list whose lines may head others
_FEWEST_BESIDE = 2
_MOST_WORDS = 12
_LONG = 160
_WORD = re.compile(r"[^\W\d_][\w&/.]*|\d{1,3}(?![\w./%])|[-–&](?= )")
_NO_DEED = re.compile(
    r"(?:được|bị|là|có|phải|cần|không|chưa|đã|đang|sẽ|gồm|bao gồm|đạt|tăng|giảm|phát sinh|theo"
    r"|trong|tại|qua|trên cơ sở|từ|đến|vào|với|cho|bằng|như|do|thì|mà|hoặc|để|nhằm|nếu|khi|trước"
    r"|sau|hằng|hàng|gặp|vướng mắc|cụ thể|đồng thời|kịp thời|thường xuyên)(?!\w)"
)
_PLACE_END = re.compile(
    r"(?:tỉnh|thành phố|xã|phường|thị trấn|đặc khu|huyện|khu vực|thôn|ấp|tổ dân phố|trường"
    r"|bệnh viện|địa bàn|\d{1,3}|[ivx]{1,4})$"
)


def placed_party(reading: Reading, node: Node) -> Party | None:
    """The unknown body with which a numbered line begins, where the lines beside it name theirs."""
    if node.marker is None or node.marker.rank >= _BULLET_RANK or node.title is not None:
        return None
    parent = reading.outline.parent(node)
    if parent is None or named_lines(reading, parent) < _FEWEST_BESIDE:
        return None
    end = _name_end(reading, node.text)
    return Party(Span(node.text.start, end), (Span(node.text.start, end),)) if end else None


@once_a_node
def named_lines(reading: Reading, parent: Node) -> int:
    """How many numbered lines below `parent` name who does what; 0 where they are the fewer."""
    lines = [
        node
        for node in reading.outline.children(parent)
        if node.marker is not None and node.marker.rank < _BULLET_RANK
    ]
    named = sum(_is_named(reading, line) for line in lines)
    return named if named * 3 >= len(lines) else 0


def bare_heading(reading: Reading, node: Node) -> Party | None:
    """The bodies that a line without a number names and nothing else, over lines of another kind.

    "Phòng Kinh tế" above "- Theo dõi …", "- Tổng hợp …" heads them, though no mark says so.
    """
    if node.title is not None or (node.marker is not None and node.marker.kind not in _SOFT):
        return None
    after = _next_line(reading, node)
    if after is None or after.marker is None or _kind(after) == _kind(node):
        return None
    text = node.text.of(reading.text).rstrip()
    if not text[:1].isupper() or text.endswith((".", ";", ",")):
        return None
    party = party_at(reading, node.text.start, node.text.end)
    rest = reading.text[party.span.end : node.text.end] if party is not None else "?"
    return None if rest.strip(" \t\u00a0*_:") else party_of(reading, node.text)


def _next_line(reading: Reading, node: Node) -> Node | None:
    """The line right behind `node`, below it or at its own height, or None."""
    after = reading.outline.nodes[node.index + 1 : node.index + 2]
    return after[0] if after and after[0].parent in (node.parent, node.index) else None


def _kind(node: Node) -> str | None:
    return node.marker.kind if node.marker else None


def _is_named(reading: Reading, line: Node) -> bool:
    if heading_party(reading, line) is not None:
        return True
    return clause_of(reading, line.text).subject is not None


def _name_end(reading: Reading, line: Span) -> int | None:
    """The end of the words before the first deed, when they look like a name."""
    viewed = view(reading.text[line.start : min(line.end, line.start + _LONG)])
    if not reading.text[line.start].isupper() or is_verb(viewed, 0):
        return None
    if noun("topic").match(viewed) or load("document_types").at(viewed, 0):
        return None
    if cue("lead-in", "link", "charge", "ask").match(viewed):
        return None
    at = 0
    for count in range(_MOST_WORDS + 1):
        word = _WORD.match(viewed, at)
        if word is None:
            return None
        if count > 1 and is_verb(viewed, at):
            return line.start + at - 1 if _is_name(reading, line.start, viewed, at) else None
        if not viewed.startswith(" ", word.end()) or load("particles").at(viewed, at):
            return None
        at = word.end() + 1
    return None


def _is_name(reading: Reading, start: int, viewed: str, verb: int) -> bool:
    """Whether a deed begins at `verb`, and a noun for bodies or a place tells a name before it."""
    if _NO_DEED.match(viewed, verb):
        return False
    if load("task_heads").at(viewed, 0) or load("agencies").at(viewed, 0):
        return True
    name = reading.text[start : start + verb].rstrip()
    proper = any(word[:1].isupper() for word in name.split()[1:])
    return proper and (_PLACE_END.search(view(name)) is not None or name.split()[-1][0].isupper())
