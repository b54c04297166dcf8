"""The issuer: from the letterhead, else from the sentence that issues the plan.

"UBND TỈNH HÒA GIANG" / "SỞ CÔNG THƯƠNG" gives `SỞ CÔNG THƯƠNG TỈNH HÒA GIANG` (the place is that of
the body above), kind `department`, level `province`. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I,
mục II, khoản 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.fields.bodies import (
    Body,
    bears_own_name,
    body_of,
    goes_on,
    has_local_place,
    is_bare_office,
    is_organ,
    is_part,
    is_union,
    opens_body,
    place_in,
)
from extractor.fields.issuer_sentence import read_from_sentence
from extractor.fields.letterhead import read_dateline
from extractor.fields.read import Read
from extractor.outline.cues import before, equals, starts
from extractor.outline.look import is_rule
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_HAVE_PARTS = ("department", "ministry")
_RULE_INSIDE = re.compile(r"\s+[-_*]{2,}")


@dataclass(frozen=True, slots=True)
class IssuerRead:
    """The issuer's name, where it was read, what it is; `completed` with a place from elsewhere."""

    name: str
    span: Span
    body: Body
    completed: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line of the letterhead says of the issuer: the motto beside it is cut off."""

    text: str
    span: Span


def read_issuer(
    letterhead: Sequence[Block], title: Read | None, preamble: Sequence[Block], text: str
) -> IssuerRead | None:
    """The body that issues the document; None where neither letterhead nor sentence names it."""
    bodies = _bodies([line for block in letterhead if (line := _line(block))])
    if len(bodies) > 1 and is_union(clean(_joined(bodies[-1]))):
        bodies.pop()
    stated = _from_bodies(bodies) if bodies else None
    if stated and not (_leaves_place_out(stated) and preamble):
        return stated
    found = read_from_sentence(letterhead, title, preamble, text)
    if found is None or (stated and body_of(found[0]).kind != stated.body.kind):
        return stated
    name, span, completed = found
    return IssuerRead(name, span, body_of(name), completed, "issuer.sentence")


def _leaves_place_out(read: IssuerRead) -> bool:
    """ "ỦY BAN NHÂN DÂN" alone: a copy lost the line of the place, every such body has one."""
    return (
        read.body.kind == "government" and read.body.level is None and place_in(read.name) is None
    )


def _line(block: Block) -> _Line | None:
    if (block.cell is not None and block.cell.column > 0) or _says_other(block):
        return None
    text = before("motto", block.text.split("|")[0])  # "UBND XÃ PHÚ LẠC | CỘNG HÒA …"
    return _Line(text, Span(block.start, block.start + len(text))) if text.strip() else None


def _says_other(block: Block) -> bool:
    """Whether a line is not about the issuer: number, date, motto, rule, stamp."""
    text = block.text
    if is_rule(text) or equals("stamp", text):
        return True
    if any(starts(cue, text) for cue in ("number_label", "motto", "draft")):
        return True
    return "ngày" in view(text) and read_dateline([block]) is not None


def _bodies(lines: list[_Line]) -> list[list[_Line]]:
    """Lines grouped into bodies: a line that opens with the word for a body starts a new one."""
    bodies: list[list[_Line]] = []
    for line in lines:
        if bodies and (not opens_body(line.text) or goes_on(_joined(bodies[-1]), line.text)):
            bodies[-1].append(line)
        else:
            bodies.append([line])
    return bodies


def _joined(body: list[_Line]) -> str:
    joined = " ".join(line.text for line in body).strip(" /")
    return " ".join(_RULE_INSIDE.split(joined)[0].split())


def _from_bodies(bodies: list[list[_Line]]) -> IssuerRead | None:
    own, above = bodies[-1], bodies[-2:-1]
    name, span = clean(_joined(own)), _span(own)
    completed = False
    if above and _belongs_to(name, clean(_joined(above[0]))):
        name, completed = f"{name} {clean(_joined(above[0]))}", True
        span = Span(_span(above[0]).start, span.end)
    elif above and (place := _place_above(name, clean(_joined(above[0])))):
        name, completed = f"{name} {place}", True
    return IssuerRead(name, span, body_of(name), completed, "issuer.letterhead") if name else None


def _belongs_to(name: str, above: str) -> bool:
    """Whether a name says nothing without the body above: "BAN THƯỜNG TRỰC", "VĂN PHÒNG"."""
    return is_organ(name) or is_bare_office(name) or _is_part_of(name, above)


def _is_part_of(name: str, above: str) -> bool:
    """Whether a name is complete with the body above alone: "THANH TRA" / "SỞ Y TẾ HÒA GIANG".

    The inspectorate of a province stands under its committee and is named with the place.
    """
    return is_part(name) and body_of(above).kind in _HAVE_PARTS


def _span(body: list[_Line]) -> Span:
    return Span(body[0].span.start, body[-1].span.end)


def _place_above(name: str, above: str) -> str | None:
    """The place that a name leaves to the body above it."""
    if has_local_place(name) or bears_own_name(name):
        return None
    place = place_in(above)
    if place and place_in(name) and not has_local_place(place):
        return None  # "BAN TỔ CHỨC TRUNG ƯƠNG": the name has its place, the one above says no more
    return place
