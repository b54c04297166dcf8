"""The issuer: from the letterhead, else from the sentence that issues the plan.

"UBND TỈNH HÒA GIANG / SỞ CÔNG THƯƠNG" gives `SỞ CÔNG THƯƠNG TỈNH HÒA GIANG` (the place completed from the
parent body), kind `department`, level `province`. Layout: Nghị định 30/2020/NĐ-CP, phụ lục I, mục II, khoản 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document.model import Block
from extractor.fields.letterhead import Read, read_dateline
from extractor.outline.cues import starts
from extractor.recognise.organisations import find_organisations
from extractor.span import Span
from extractor.text import UPPER, clean, folded
from extractor.view import view

_RULE = re.compile(r"^[\s\-–—_=*./|]*$")
_NUMBER = re.compile(r"^\W*(?:Số|SỐ|Sô)\b")
_OTHER = re.compile(r"^\W*(?:dự thảo|\(?dự thảo\)?|mật|hỏa tốc|khẩn)\W*$", re.IGNORECASE)
_PLACE_WORD = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|trung ương|việt nam)(?!\w)"
)
_HEAD = re.compile(
    r"^(?:ủy ban|ubnd|hội đồng|hđnd|sở|bộ(?! đội)|ban(?! hành)|phòng|trường|trung tâm|bệnh viện|cục|chi cục|tổng cục|vụ|viện|học viện|đại học|"
    r"văn phòng|đảng bộ|đảng ủy|đảng đoàn|tỉnh ủy|thành ủy|huyện ủy|quận ủy|chi bộ|thủ tướng|chính phủ|quốc hội|liên đoàn|hội|đoàn|công an|"
    r"thanh tra|tòa án|viện kiểm sát|bộ chỉ huy|bộ tư lệnh|kho bạc|bảo hiểm|ngân hàng|mặt trận|liên hiệp|liên minh|công đoàn|tổ|khối|cụm|công ty|tập đoàn|tổng công ty|thường trực|trạm)(?!\w)"
)
_ORGAN = re.compile(r"^(?:ban thường trực|ban thường vụ|ban chấp hành|thường trực|đảng đoàn)$")
_ORGAN_OF = re.compile(r"(?:ban thường trực|ban thường vụ|thường trực)\s+(?=\w)")
_ISSUES = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|phát động|triển khai|tổ chức|đề ra|lập|hướng dẫn)(?!\w)"
)
_BARE_LEVEL = re.compile(r"(?P<level>tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$")


@dataclass(frozen=True, slots=True)
class IssuerRead:
    """The issuer's name as completed, where it was read, kind and level; `completed` from elsewhere."""

    name: str
    span: Span
    kind: str | None
    level: str | None
    completed: bool
    rule: str


def read_issuer(
    letterhead: Sequence[Block], title: Read | None, preamble: Sequence[Block], text: str
) -> IssuerRead | None:
    """The body that issues the document, or None where neither letterhead nor sentence names it."""
    bodies = _bodies(_issuer_lines(letterhead))
    if bodies:
        return _from_bodies(bodies)
    return _from_sentence(letterhead, title, preamble, text)


def _issuer_lines(letterhead: Sequence[Block]) -> list[Block]:
    lines: list[Block] = []
    for block in letterhead:
        if block.cell is not None and block.cell.column > 0:
            continue
        if _NUMBER.match(block.text) or _is_date(block):
            continue
        if _RULE.match(block.text) or _OTHER.match(block.text) or starts("motto", block.text):
            continue
        lines.append(block)
    return lines


def _is_date(block: Block) -> bool:
    dateline = read_dateline([block])
    return dateline is not None and "ngày" in view(block.text)


def _bodies(lines: list[Block]) -> list[list[Block]]:
    """Lines grouped into bodies: a line that opens with the word for a body starts a new one."""
    bodies: list[list[Block]] = []
    for line in lines:
        if not bodies or _HEAD.match(view(line.text).strip(" /*_-")):
            bodies.append([line])
        else:
            bodies[-1].append(line)
    return bodies


def _name(body: list[Block]) -> str:
    joined = clean(" ".join(line.text for line in body).strip(" /"))
    return re.split(r"\s+[-_*]{2,}", joined)[0]


def _from_bodies(bodies: list[list[Block]]) -> IssuerRead | None:
    own, parents = bodies[-1], bodies[:-1]
    name, start = _name(own), own[0]
    completed = False
    if parents and _ORGAN.match(view(name)):
        name, start, completed = f"{name} {_name(parents[-1])}", parents[-1][0], True
    elif (
        parents
        and not _PLACE_WORD.search(view(name))
        and (place := _place_of(_name(parents[-1])))
        and not _stands_alone(name)
    ):
        name, completed = f"{name} {place}", True
    if not name:
        return None
    kind, level = kind_and_level(name)
    span = Span(min(start.start, own[0].start), max(start.end, own[-1].end))
    return IssuerRead(name, span, kind, level, completed, "issuer.letterhead")


def _place_of(parent: str) -> str | None:
    """The place in a parent's name: "UBND TỈNH HÒA GIANG" has "TỈNH HÒA GIANG"."""
    found = _PLACE_WORD.search(view(parent))
    return clean(parent[found.start() :]) if found else None


def _stands_alone(name: str) -> bool:
    # Schools, hospitals and companies bear names of their own.
    return (
        re.match(
            r"(?:trường|bệnh viện|công ty|học viện|đại học|tập đoàn|ngân hàng|trung tâm)(?!\w)",
            view(name),
        )
        is not None
    )


def _from_sentence(
    letterhead: Sequence[Block], title: Read | None, preamble: Sequence[Block], text: str
) -> IssuerRead | None:
    for block in reversed(list(preamble)):
        seen = view(block.text)
        for verb in _ISSUES.finditer(seen):
            if not re.match(
                r"\s+(?:và triển khai\s+)?(?:kế hoạch|phong trào|chương trình|hướng dẫn|đợt|một số nội dung)",
                seen[verb.end() :],
            ):
                continue
            subject = _subject(block, verb.start())
            if subject is not None:
                return _completed(subject, letterhead, title, text)
    return None


def _subject(block: Block, end: int) -> Span | None:
    """The body named right before the verb of issuing: the last sentence's beginning."""
    start = max(block.text.rfind(mark, 0, end) for mark in (". ", "; ", ", ", ": ")) + 1
    for candidate in (max(0, start), 0):
        lead = len(block.text[candidate:end]) - len(block.text[candidate:end].lstrip())
        words = view(block.text[candidate + lead : end])
        post = re.match(
            r"(?:chủ tịch|giám đốc|thường trực|ban lãnh đạo|lãnh đạo|hiệu trưởng)\s+", words
        )
        at = candidate + lead + (post.end() if post else 0)
        if _HEAD.match(view(block.text[at:end])) and at < end:
            return Span(block.start + at, block.start + end).trimmed(" " * block.start + block.text)
    return None


def _completed(
    span: Span, letterhead: Sequence[Block], title: Read | None, text: str
) -> IssuerRead:
    name = clean(span.of(text))
    seen = view(name)
    place: str | None = None
    bare = _BARE_LEVEL.search(seen)
    if bare:
        place = _proper_name(bare["level"], title, letterhead, text)
    elif not _PLACE_WORD.search(seen):
        place = _named_elsewhere(name, text) or _from_dateline(letterhead, text)
    full = clean(f"{name} {place}") if place else name
    kind, level = kind_and_level(full)
    return IssuerRead(full, span, kind, level, place is not None, "issuer.sentence")


def _proper_name(
    level: str, title: Read | None, letterhead: Sequence[Block], text: str
) -> str | None:
    """The proper name behind a level word, from the title or from the dateline's place."""
    for source in (title.value if title and title.value else "",):
        found = re.search(
            rf"(?<!\w){level}\s+(?P<name>[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*)", source, re.IGNORECASE
        )
        if found and found["name"][:1].isupper():
            return re.match(rf"[{UPPER}]\w*(?:\s+[{UPPER}]\w*)*", found["name"]).group()  # type: ignore[union-attr]
    dateline = read_dateline(letterhead)
    return dateline.place.value if dateline and dateline.place else None


def _named_elsewhere(name: str, text: str) -> str | None:
    pattern = re.compile(
        rf"{re.escape(name)}\s+(?P<place>(?:tỉnh|thành phố|xã|phường|huyện)\s+[{UPPER}]\w*(?:\s[{UPPER}]\w*)*)"
    )
    found = pattern.search(text)
    return found["place"] if found else None


def _from_dateline(letterhead: Sequence[Block], text: str) -> str | None:
    dateline = read_dateline(letterhead)
    place = dateline.place.value if dateline and dateline.place else None
    if not place:
        return None
    found = re.search(
        rf"(?P<level>tỉnh|thành phố|xã|phường|đặc khu)\s+{re.escape(place)}(?!\w)",
        text,
        re.IGNORECASE,
    )
    return f"{found['level'].lower()} {place}" if found else None


def kind_and_level(name: str) -> tuple[str | None, str | None]:
    """Kind and level of a body by its own name; an organ ("Ban Thường trực …") is its body's."""
    organ = _ORGAN_OF.match(view(name))
    found = find_organisations(name[organ.end() :] if organ else name)
    if not found:
        return None, None
    return found[0].kind, found[0].level


def same_body(left: str, right: str) -> bool:
    """Whether two names are the same but for case, tones' places and the abbreviation UBND."""
    return _key(left) == _key(right)


def _key(name: str) -> str:
    return folded(name).replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
