"""The bodies that a heading, a subject or a cell names, as printed together and one by one.

"Sở Nội vụ, Sở Tài chính và các đơn vị liên quan chủ trì …" gives the party "Sở Nội vụ, Sở Tài chính
và các đơn vị liên quan" with its bodies: how names join in a list, and which of them stay together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_address import (
    address_behind,
    is_one_person,
    past_address,
    without_address,
)
from extractor.fields.units_bodies import (
    DETERMINER,
    body_end,
    held_end,
    named_end,
    plain_end,
)
from extractor.fields.units_cues import is_verb
from extractor.fields.units_unknown import listed_name
from extractor.lexicon.load import bounded, load
from extractor.recognise.overlap import within
from extractor.span import Span
from extractor.view import view

_NEAR = 80  # so far back stands what joins a body to the one before it, forms of address included
_LONGEST = 900  # characters of one phrase of bodies; what goes on behind is no list of names
_EDGES = " \t\u00a0.,;:-–/&"
_BRACKET = r"(?: *\([^()]{0,160}\))?"
_SEPARATOR = re.compile(
    rf"{_BRACKET}(?: *[,;/] *(?:và +|cùng +)?| +(?:và|cùng|cùng +với|hoặc|&) +)"
)
_JOINED = re.compile(r"(?:[,;/] *(?:và +|cùng +)?|(?<!\w)(?:và|cùng|với|hoặc|&) +)$")
_LOOSE_END = re.compile(r" *\([^()]*\)$|(?<!\w)(?:và|cùng|(?:các +)?(?:đồng +chí|đ/c))$")
_PLAIN_WORD = re.compile(r" ?[^\W\d_]+")
_COLLECTIVE = re.compile(
    r"(?:các|những|tất +cả|toàn +thể|mọi|từng|mỗi)(?!\w)"
    r"|.{0,40}(?:ubnd|ủy +ban +nhân +dân|hđnd).{0,24}"
    r"(?:(?<!\w)các|cấp +xã|xã, +phường|phường, +xã|xã/phường)(?!\w)"
)
# Heads of many bodies, "Giám đốc các Sở", are named in one breath as the bodies are; but partners
# such as "Giám đốc các sở, Thủ trưởng các ngành" are two.
_POSTS = re.compile(
    r"(?:giám +đốc|thủ +trưởng|chủ +tịch|bộ +trưởng|hiệu +trưởng|người +đứng +đầu|lãnh +đạo|bí +thư"
    r"|trưởng|cấp +trưởng|đại +diện)(?: +(?:và|,) +\w+(?: \w+)?)? +(?:các|những)(?!\w)"
)
_IN_CHARGE = re.compile(r"(?:phụ +trách|theo +dõi) +(?:lĩnh +vực|công +tác)[^;]*,$")
_ALLIED = re.compile(r".{0,30}(?:mặt +trận|mttq)")
_ALLIES = re.compile(r"các +(?:tổ +chức|đoàn +thể|ban|hội|thành +viên)")
_OWN_ALLIES = re.compile(r"các +(?:tổ +chức|thành +viên)")
# Behind one of these a name says whose the body is: "các chi bộ trực thuộc | Đảng ủy"
_OWNED = re.compile(r"(?<!\w)(?:thuộc|của|giúp +việc|thành +viên|cơ +quan)$")
_MEMBERS = re.compile(r"\((?! *(?:[Bb]ao +)?[Gg]ồm )[^()]*(?:,| và )[^()]*\)$")


@dataclass(frozen=True, slots=True)
class Party:
    """Bodies as printed together: the phrase, and each body in it."""

    span: Span
    bodies: tuple[Span, ...]


def party_at(reading: Reading, start: int, limit: int) -> Party | None:
    """The bodies named in a row from `start` (forms of address left out), at most up to `limit`."""
    begin = past_address(reading, start)
    limit = min(limit, begin + _LONGEST)
    end = body_end(reading, begin, limit)
    if end is None:
        return None
    while (further := _further(reading, end, limit)) is not None:
        end = further
    return _made(reading, Span(start, begin), Span(begin, end))


def party_of(reading: Reading, span: Span) -> Party | None:
    """The party that fills a whole heading or cell, or None where it begins with no body."""
    start = past_address(reading, span.start)
    if len(span) > _LONGEST or body_end(reading, start, span.end) is None:
        return None
    return _made(reading, Span(span.start, start), _trim(reading, Span(start, span.end)))


def bodies_of(
    reading: Reading, span: Span, *, apart: bool = False, listed: bool = False
) -> tuple[Span, ...]:
    """The bodies in a phrase; groups that are named in one breath stay one.

    `apart` parts groups too, as partners are; `listed` parts them even at "và", as cells do.
    """
    key = (bodies_of, span.start, span.end, apart or listed, listed)
    if key not in reading.kept:
        reading.kept[key] = _bodies(reading, span, apart or listed, listed)
    found: tuple[Span, ...] = reading.kept[key]
    return found


def _bodies(reading: Reading, span: Span, apart: bool, listed: bool) -> tuple[Span, ...]:
    span = Span(span.start, min(span.end, span.start + _LONGEST))
    starts = sorted({*_starts(reading, span), *(_semicolons(reading, span) if apart else ())})
    pieces: list[Span] = []
    for index, start in enumerate(starts):
        piece = Span(start, starts[index + 1] if index + 1 < len(starts) else span.end)
        if pieces and _together(reading, pieces[-1], piece, apart, listed):
            piece = Span(pieces.pop().start, piece.end)
        pieces.append(piece)
    return tuple(_trim(reading, piece) for piece in pieces) or (span,)


def _made(reading: Reading, address: Span, span: Span) -> Party:
    one = is_one_person(reading, address)
    return Party(span, (span,) if one else bodies_of(reading, span))


def _further(reading: Reading, end: int, limit: int) -> int | None:
    """The end of the next body of the list, if one follows."""
    separator = _SEPARATOR.match(view(reading.text[end : min(limit, end + 200)]))
    if separator is None:
        return None
    start = end + separator.end()
    body = body_end(reading, past_address(reading, start), limit)
    body = body or listed_name(reading, start, limit)
    if body is not None or "," not in separator.group():
        return body
    return _loose_item(reading, start, limit)


def _loose_item(reading: Reading, start: int, limit: int) -> int | None:
    """Plain words before a verb go on a list: "doanh nghiệp viễn thông, bưu chính ưu tiên"."""
    viewed = view(reading.text[start : min(limit, start + 60)])
    if not reading.text[start : start + 1].islower() or is_verb(viewed, 0):
        return None
    at = 0
    for _ in range(3):
        word = _PLAIN_WORD.match(viewed, at)
        if word is None:
            return None
        at = word.end()
        if viewed[at : at + 1] == " " and is_verb(viewed, at + 1):
            return start + at if at > word.end() - word.start() else None
    return None


def _starts(reading: Reading, span: Span) -> Iterator[int]:
    """Where the bodies of a phrase begin: at its head, and behind separators outside brackets."""
    yield span.start
    end = held_end(reading, span.start, span.end) or span.start
    for start, stop in _candidates(reading, span):
        if start >= end and _is_next(reading, span.start, end, start):
            yield start
        end = max(end, stop)


def _is_next(reading: Reading, first: int, end: int, start: int) -> bool:
    """Whether what stands before `start` opens the next body of a list, outside brackets."""
    before = reading.text[first:start]
    near = view(before[-_NEAR:])
    joined = _JOINED.search(without_address(near)) or _lost_break(reading, end, start)
    return bool(joined) and before.count("(") == before.count(")")


def _lost_break(reading: Reading, end: int, start: int) -> bool:
    """Whether a capital opens a body right behind another: "Sở Tài chính Các sở, ngành".

    So cells read whose line break was lost.
    """
    between = reading.text[end:start]
    if _OWNED.search(view(reading.text[max(0, end - 24) : end])):
        return False
    return bool(between) and between.isspace() and reading.text[start].isupper()


def _candidates(reading: Reading, span: Span) -> list[tuple[int, int]]:
    """The bodies inside a phrase, as places: what the recogniser found, and what it left."""
    mentions = within(reading.mentions.organisations, span)
    domains = load("domains")  # "Phòng Bưu chính, Viễn thông": a sector is no second body
    named = [
        (o.span.start, named_end(reading, o)) for o in mentions if not domains.entry_of(o.name)
    ]
    viewed = view(span.of(reading.text))
    places = [match.start() for match in DETERMINER.finditer(viewed)]
    behind = [match.end() for match in _SEPARATOR.finditer(viewed)]
    places += behind
    places += [past_address(reading, span.start + place) - span.start for place in behind]
    plain = [
        (start, end)
        for place in set(places)  # most stand there twice: each is looked at once
        if (end := _unnamed_end(reading, start := span.start + place, span.end))
    ]
    return sorted({*named, *plain})


def _unnamed_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of a body inside a phrase that the recogniser left, known to a lexicon or not."""
    return (
        held_end(reading, start, limit)
        or plain_end(reading, start, limit)
        or listed_name(reading, start, limit, parts=True)
    )


def _semicolons(reading: Reading, span: Span) -> Iterator[int]:
    """Where the parts of a list begin that semicolons part, whatever stands there."""
    for match in re.finditer(r"; *(?:và +)?(?=\w)", span.of(reading.text)):
        yield span.start + match.end()


def _together(reading: Reading, left: Span, right: Span, apart: bool, listed: bool) -> bool:
    before, after = view(left.of(reading.text)).rstrip(), view(right.of(reading.text))
    if address_behind().search(before + " ") or not _JOINED.search(before + " "):
        return False
    plain = right.of(reading.text)[:1].islower() and _is_bare(reading, right)
    if apart and _of_another_kind(before, after):
        return False
    collective = plain or _is_of_many(after, apart)
    both = collective and (_is_collective(reading, left) or _is_of_many(before, apart))
    allies = _OWN_ALLIES if apart else _ALLIES
    if before.endswith("và") and _ALLIED.match(before) and allies.match(after):
        return True
    if not apart and before.endswith(",") and _is_of_many(before, apart):
        both = both or _plain_body().match(right.of(reading.text)) is not None
    if not apart and before.endswith("/"):
        return True  # "Sở Văn hóa/Sở Du lịch các tỉnh": whichever of them there is
    if _IN_CHARGE.search(before) or (both and plain and not before.endswith(";")):
        return True
    if apart:
        joined = before.endswith((",", "/") if listed else (",", "/", "và"))
        return both and joined and not after.startswith(("các ", "những "))
    return both or (before.endswith("và") and collective)


def _of_another_kind(before: str, after: str) -> bool:
    """Whether two partners are of two kinds: "các sở, ngành và UBND", "UBND các tỉnh, tổ chức"."""
    agency, noun = load("agencies").at(after, 0), load("groups").at(after, 0)
    if agency is not None and (noun is None or agency.span.end > noun.span.end):
        return before.endswith("và") or after.startswith(" các ", agency.span.end)
    many = noun is not None and not noun.entry.flag("place") and "khác" in after
    return many and load("agencies").at(before, 0) is not None


def _is_of_many(viewed: str, apart: bool) -> bool:
    """Whether a phrase (its view) begins with "các", or with a post over many."""
    posts = not apart and _POSTS.match(viewed) is not None
    return posts or _COLLECTIVE.match(viewed) is not None


def _is_collective(reading: Reading, piece: Span) -> bool:
    viewed = view(piece.of(reading.text))
    return _COLLECTIVE.match(viewed) is not None or _is_bare(reading, piece)


def _is_bare(reading: Reading, piece: Span) -> bool:
    """Whether a phrase begins with a plain noun for bodies and no các: "sở, ngành liên quan"."""
    text = piece.of(reading.text)
    noun = load("groups").pattern.match(view(text))
    return noun is not None and not text[noun.end() :].lstrip()[:1].isupper()


def _trim(reading: Reading, span: Span) -> Span:
    text = reading.text
    tight = span.trimmed(text, _EDGES)
    while (loose := _LOOSE_END.search(view(tight.of(text)))) is not None:
        if lists_members(tight.of(text), loose.start()):
            break
        tight = Span(tight.start, tight.start + loose.start()).trimmed(text, _EDGES)
    return tight


def lists_members(printed: str, bracket: int) -> bool:
    """Whether a bracket behind a group says who belongs to it: "các doanh nghiệp (A, B và C)"."""
    group = DETERMINER.match(view(printed)) is not None
    return group and _MEMBERS.fullmatch(printed[bracket:].strip()) is not None


@cache
def _plain_body() -> re.Pattern[str]:
    """Bodies of task_bodies.yml that need no name: "hộ kinh doanh", "cơ sở sản xuất"."""
    lexicon = load("task_bodies")
    return re.compile(bounded("|".join(lexicon.some(kind=kind) for kind in ("free", "many"))))
