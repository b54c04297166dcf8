"""Signer and recipients: from the blocks of the foot to name, post, capacity and the lines of Nơi nhận.

"KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn An" gives capacity `KT`, position `PHÓ CHỦ TỊCH` and the name.
Source: Nghị định 30/2020/NĐ-CP, phụ lục I, mục II, khoản 7 (TM., KT., TL., TUQ., Q.) and khoản 9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.document.model import Block
from extractor.fields.letterhead import Read
from extractor.lexicon.load import load
from extractor.outline.cues import starts
from extractor.plan.model import Capacity
from extractor.span import Span
from extractor.text import LOWER, UPPER, clean

_CAPACITY = re.compile(
    rf"(?<!\w)(?:(T/?M|K/?T|T/?L|T/?U/?Q)(?:\s{{0,3}}[./]\s{{0,4}}|\s{{1,4}})|(Q)\s?[./]\s{{0,4}})(?=[{UPPER}])"
)
_UPPER_RUN = re.compile(rf"[{UPPER}][{UPPER}\s,\-–&.]{{2,}}")
_TITLE_WORDS = re.compile(
    r"^(?:(?:TS|ThS|Ths|PGS|GS|BS|BSCKI{1,2}|BS\.?\s?CKI{1,2}|CN|KS|LS|Đại tá|Thượng tá|Trung tá|Thiếu tướng|"
    r"Trung tướng|Thượng tướng|Đại tướng|Thiếu tá|Dược sĩ|DS)\.?\s{0,2})+"
)
_NAME = re.compile(rf"(?:[{UPPER}][{LOWER}]*'?\s+){{1,5}}[{UPPER}][{LOWER}]+")
_NOISE = re.compile(r"\((?:đã ký|đã kí|ký tên.{0,20}|dự thảo)\)|\[?daky\]?|đã ký", re.IGNORECASE)
_ITEM = re.compile(r"(?:^\s*|(?<=[;.,:])\s+)[-–+•]\s{0,4}(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot states; each value with its span, None where the foot is silent."""

    name: Read | None = None
    position: Read | None = None
    capacity: Capacity | None = None
    capacity_span: Span | None = None
    recipients: tuple[Read, ...] = field(default=())


def read_foot(blocks: Sequence[Block]) -> Foot:
    """The signer and the recipients of the first foot of a document."""
    lines = [_Line(block.start, block.text) for block in blocks if block.text.strip()]
    start = next((i for i, line in enumerate(lines) if starts("recipients", line.text)), None)
    sign = [line for index, line in enumerate(lines) if not _listed(lines, index, start)]
    name, position, capacity, place = _signer(sign)
    return Foot(name, position, capacity, place, _recipients(lines, start))


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    def read(self, start: int, end: int) -> Read:
        return Read(clean(self.text[start:end]), Span(self.start + start, self.start + end))


def _listed(lines: list[_Line], index: int, start: int | None) -> bool:
    """Whether a line belongs to Nơi nhận: from its head on, until a line of the signature."""
    if start is None or index < start:
        return False
    return all(not _signs(line.text) for line in lines[start + 1 : index + 1])


def _signs(text: str) -> bool:
    stripped = text.strip(" *_")
    if _CAPACITY.match(stripped):
        return True
    return stripped.isupper() and not stripped.startswith(("-", "+")) and len(stripped) > 5


def _signer(lines: list[_Line]) -> tuple[Read | None, Read | None, Capacity | None, Span | None]:
    capacity: Capacity | None = None
    capacity_span: Span | None = None
    position: Read | None = None
    for line in lines:
        for found in _CAPACITY.finditer(line.text):
            capacity = _capacity(found[1] or found[2])
            capacity_span = Span(line.start + found.start(), line.start + found.end())
        position = _position(line) or position
        if (capacity or position) and (name := _name(line)):
            return name, position, capacity, capacity_span
    return None, position, capacity, capacity_span


def _capacity(printed: str) -> Capacity:
    return printed.replace("/", "")  # type: ignore[return-value]


def _position(line: _Line) -> Read | None:
    """The last post of a line that is not the one signed for ("KT. CHỦ TỊCH")."""
    capacities = [found.end() for found in _CAPACITY.finditer(line.text)]
    runs = list(_UPPER_RUN.finditer(line.text))
    for run in reversed(runs):
        posts = list(load("posts").pattern.finditer(folded_same(run.group())))
        own = [
            p
            for p in posts
            if not any(0 <= run.start() + p.start() - end < 3 for end in capacities)
            or _stands_for(line, capacities)
        ]
        if own:
            return line.read(run.start() + own[-1].start(), _run_end(line.text, run))
    return None


def _stands_for(line: _Line, capacities: list[int]) -> bool:
    # Q. (quyền) stands before one's own post; the others before the post signed for.
    return any(line.text[max(0, end - 4) : end].lstrip().startswith("Q") for end in capacities)


def _run_end(text: str, run: re.Match[str]) -> int:
    """The end of the capitals, less the first letter of a name that follows on the line."""
    end = run.end()
    if end < len(text) and text[end].islower():
        end -= 1
    return end


def folded_same(text: str) -> str:
    """Lower case of the same length, for lexicon look-ups in capitals."""
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _name(line: _Line) -> Read | None:
    text = _NOISE.sub(lambda match: " " * len(match.group()), line.text)
    stripped = text.strip(" *_.")
    if _CAPACITY.match(stripped) is None and not stripped.isupper():
        lead = _TITLE_WORDS.match(stripped)
        bare = stripped[lead.end() :] if lead else stripped
        if _NAME.fullmatch(" ".join(bare.split())):
            start = text.index(bare)
            return line.read(start, start + len(bare))
    found = None
    for found in _NAME.finditer(text):
        pass
    if found and stripped[:3].isupper() and found.end() >= len(text.rstrip(" *_|")) - 1:
        return line.read(found.start(), found.end())
    return None


def _recipients(lines: list[_Line], start: int | None) -> tuple[Read, ...]:
    if start is None:
        return ()
    found: list[Read] = []
    for index in range(start, len(lines)):
        if index > start and _signs(lines[index].text):
            break
        found = _with_items(found, lines[index], first=index == start)
    return tuple(read for read in found if read.value)


def _with_items(found: list[Read], line: _Line, *, first: bool) -> list[Read]:
    marks = list(_ITEM.finditer(line.text))
    if not marks:
        return found if first or not found else [*found[:-1], _joined(found[-1], line)]
    out = list(found)
    if not first and marks[0].start() > 2 and out and line.text[: marks[0].start()].strip():
        out[-1] = _joined(out[-1], _Line(line.start, line.text[: marks[0].start()]))
    ends = [*(mark.start() for mark in marks[1:]), len(line.text)]
    out.extend(line.read(mark.end(), end) for mark, end in zip(marks, ends, strict=True))
    return out


def _joined(read: Read, line: _Line) -> Read:
    value = clean(f"{read.value} {line.text}")
    return Read(value, Span(read.span.start, line.start + len(line.text)))
