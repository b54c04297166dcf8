"""Signers: from the lines of the signature to name, post and capacity.

"KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" / "Trần Văn An" gives capacity `KT`, position `PHÓ CHỦ TỊCH` and the
name. A plan of several bodies has several, side by side or one under the other. Source: Nghị định
30/2020/NĐ-CP, phụ lục I, mục II, khoản 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.fields.foot import Line
from extractor.fields.read import Read
from extractor.lexicon.load import load
from extractor.outline.capacities import Mark, capacity_marks, opens_signature
from extractor.outline.cues import starts
from extractor.outline.people import PERSON, behind_honorific, is_person
from extractor.plan.model import Capacity
from extractor.span import Span
from extractor.text import UPPER, clean
from extractor.view import view

_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}\s,\-–&.]{{2,}}")
_AROUND = " *_.|"
_CAPITAL_NAME = range(2, 7)  # words of a name printed in capitals


@dataclass(frozen=True, slots=True)
class Signature:
    """What one signature states; each value with its place, None where it is silent."""

    name: Read | None = None
    position: Read | None = None
    capacity: Capacity | None = None
    capacity_span: Span | None = None


def read_signatures(lines: Sequence[Line]) -> tuple[Signature, ...]:
    """Every signature with a name, in order; else the one that is stated without a name, if any."""
    columns = dict.fromkeys(line.column for line in lines)
    found = [
        signature
        for column in columns
        for signature in _in_column([line for line in lines if line.column == column])
    ]
    signed = [signature for signature in found if signature.name]
    if not all(signature.position for signature in signed) or not signed:
        # Post and name may stand in different columns of the layout table: read across them.
        signed = [s for s in _in_column(lines) if s.name] or signed
    return tuple(signed or found[:1])


def _in_column(lines: Sequence[Line]) -> Iterator[Signature]:
    """The signatures of lines one under the other: each ends with its name.

    "PHÊ DUYỆT CỦA GIÁM ĐỐC SỞ" heads the signature of who approves the plan and issues none.
    """
    current, approves = Signature(), False
    for line in lines:
        if starts("approval", line.text) and line.text.isupper():
            current, approves = Signature(), True
        current = _with_line(current, line)
        if current.name is not None:
            if not approves:
                yield current
            current, approves = Signature(), False
    if current != Signature() and not approves:
        yield current


def _with_line(current: Signature, line: Line) -> Signature:
    for mark in capacity_marks(line.text):
        span = line.span(mark.span.start, mark.span.end)
        current = replace(current, capacity=mark.capacity, capacity_span=span)
    if current.position is None:  # "TRƯỞNG BAN" / "PHÓ CHỦ TỊCH": the post of this plan comes first
        current = replace(current, position=_position(line))
    elif deputy := _deputy_under(current.position, line):
        current = replace(current, position=deputy)
    stated = current.capacity is not None or current.position is not None
    return replace(current, name=_name(line) if stated else None)


def _deputy_under(head: Read, line: Line) -> Read | None:
    """ "PHÓ GIÁM ĐỐC" under "GIÁM ĐỐC": the mark of who is signed for was left out, or not read."""
    own = _position(line)
    if own is None or not own.value or not head.value or not own.value.endswith(" " + head.value):
        return None
    entry = load("posts").entry_of(own.value)
    return own if entry is not None and entry.id == "deputy" else None


def _position(line: Line) -> Read | None:
    """The last post of a line that is not the one signed for ("KT. CHỦ TỊCH")."""
    text = line.text.strip(_AROUND)
    if load("posts").entry_of(text) is not None and not text.isupper():
        start = line.text.index(text)
        return _read(line, start, start + len(text))
    marks = list(capacity_marks(line.text))
    for run in reversed(list(_CAPITALS.finditer(line.text))):
        starts = [hit.span.start + run.start() for hit in load("posts").find(view(run.group()))]
        own = [start for start in starts if not _is_signed_for(start, marks)]
        if own:
            return _read(line, own[-1], _run_end(line.text, run))
    return None


def _is_signed_for(start: int, marks: list[Mark]) -> bool:
    # Q. (quyền) stands before one's own post; the others before the post signed for.
    return any(mark.capacity != "Q" and 0 <= start - mark.span.end < 3 for mark in marks)


def _run_end(text: str, run: re.Match[str]) -> int:
    """The end of the capitals, less the first letter of a name that follows on the line."""
    end = run.end()
    return end - 1 if end < len(text) and text[end].islower() else end


def _name(line: Line) -> Read | None:
    """The name of whoever signs, alone on its line or at the end of the post's."""
    text = _without_notes(line.text)
    bare = text.strip(_AROUND)
    rest = bare[behind_honorific(bare) :]
    alone = not opens_signature(bare) and (is_person(rest) or _is_name_in_capitals(rest))
    if alone:
        start = text.index(bare) + len(bare) - len(rest)
        return _read(line, start, start + len(rest))
    return _name_at_end(line, text)


def _name_at_end(line: Line, text: str) -> Read | None:
    names = list(PERSON.finditer(text))
    if not names or not text.strip(_AROUND)[:3].isupper():
        return None
    end = names[-1].end()
    ends_line = end >= len(text.rstrip(_AROUND))
    return _read(line, names[-1].start(), end) if ends_line else None


def _is_name_in_capitals(text: str) -> bool:
    words = text.split()
    if len(words) not in _CAPITAL_NAME or not all(word.isalpha() for word in words):
        return False
    viewed = view(text)
    surname = load("surnames").entry_of(words[0]) is not None and text.isupper()
    return surname and not any(load(name).at(viewed, 0) for name in ("agencies", "posts"))


def _without_notes(text: str) -> str:
    """The line with blanks in place of notes such as "(Đã ký)": offsets stay."""
    for hit in load("signature_notes").find(view(text)):
        text = text[: hit.span.start] + " " * len(hit.span) + text[hit.span.end :]
    return text


def _read(line: Line, start: int, end: int) -> Read:
    return Read(clean(line.text[start:end]), line.span(start, end))
