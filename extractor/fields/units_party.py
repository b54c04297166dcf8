"""The bodies that a heading, a subject or a cell names, as printed together and one by one.

"Sở Nội vụ, Sở Tài chính và các đơn vị liên quan chủ trì …" gives the party "Sở Nội vụ, Sở Tài chính và
các đơn vị liên quan" with its bodies. Where one name ends is the recogniser's business; how names
join, what trails behind them, and which of them stay together, is ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.fields.context import Reading
from extractor.lexicon.load import Hit, load
from extractor.span import Span
from extractor.view import view

_EDGES = " \t\u00a0.,;:-–/&"
_BRACKET = r"(?: *\([^()]{0,160}\))?"
_SEPARATOR = re.compile(
    rf"{_BRACKET}(?: *[,;/] *(?:và +|cùng +)?| +(?:và|cùng|cùng +với|hoặc|&) +| +[-–] +)"
)
_JOINED = re.compile(r"(?:[,;/] *(?:và +|cùng +)?|(?<!\w)(?:và|cùng|với|hoặc|&) +|[-–] +)$")
_TAIL = re.compile(
    r" +(?:có +)?liên +quan(?: +(?:tới|đến|trong) +[^,.;:]{1,60}?(?= +(?:có +trách|chịu|chủ)))?(?!\w)"
    r"| +(?:nêu +trên|nói +trên|khác|trực +thuộc|các +cấp|(?:đóng +|hoạt +động +)?trên +địa +bàn)(?!\w)"
)
# "các cơ quan, đơn vị được giao nhiệm vụ …": only plain nouns need these words to say who is meant.
_PLAIN_NOUN = re.compile(r"(?:các|những|mọi)? *(?:cơ +quan|đơn +vị|tổ +chức|địa +phương|bộ +phận)(?!\w)")
_GIVEN_TAIL = re.compile(
    r" +(?:đã +)?được +(?:giao|phân +công)(?: +(?:chủ +trì|thực +hiện|nhiệm +vụ|phụ +trách|quản +lý|tại"
    r"|trong|và|kế +hoạch|phụ +lục|này|kèm +theo|ở|mục|các|công +việc)){0,14}(?!\w)"
)
_DETERMINER = re.compile(r"(?:các|những|mọi|từng|mỗi) +")
_LOOSE_END = re.compile(r" *\([^()]*\)$|(?<!\w)(?:và|cùng|(?:các +)?(?:đồng +chí|đ/c))$")
_WORD = re.compile(r" +([^\W\d_][\w&/-]*)")
_MOST_TRAILING = 4
_COLLECTIVE = re.compile(
    r"(?:các|những|tất +cả|toàn +thể|mọi|từng|mỗi)(?!\w)"
    r"|.{0,40}(?:ubnd|ủy +ban +nhân +dân|hđnd).{0,24}(?:(?<!\w)các|cấp +xã|xã, +phường|phường, +xã|xã/phường)(?!\w)"
)
_IN_CHARGE = re.compile(r"(?:phụ +trách|theo +dõi) +(?:lĩnh +vực|công +tác)[^;]*,$")
_ALLIED = re.compile(r".{0,30}(?:mặt +trận|mttq)")
_ALLIES = re.compile(r"các +(?:tổ +chức|đoàn +thể|ban|hội|thành +viên)")


@dataclass(frozen=True, slots=True)
class Party:
    """Bodies as printed together: the phrase, and each body in it."""

    span: Span
    bodies: tuple[Span, ...]


def party_at(reading: Reading, start: int, limit: int) -> Party | None:
    """The bodies named in a row from `start` (forms of address left out), at most up to `limit`."""
    begin = past_address(reading, start)
    end = _body_end(reading, begin, limit)
    if end is None:
        return None
    while (further := _further(reading, end, limit)) is not None:
        end = further
    return _made(reading, Span(start, begin), Span(begin, end))


def party_of(reading: Reading, span: Span) -> Party | None:
    """The party that fills a whole heading or cell, or None where it begins with no body."""
    start = past_address(reading, span.start)
    if _body_end(reading, start, span.end) is None:
        return None
    whole = _trim(reading, Span(start, span.end))
    return _made(reading, Span(span.start, start), whole)


def _made(reading: Reading, address: Span, span: Span) -> Party:
    """The party of a phrase; "đồng chí" (without các) is one person, however many posts follow."""
    spoken = view(address.of(reading.text)).strip()
    if spoken and not spoken.startswith("các"):
        return Party(span, (span,))
    return Party(span, bodies_of(reading, span))


def bodies_of(
    reading: Reading, span: Span, *, apart: bool = False, listed: bool = False
) -> tuple[Span, ...]:
    """The bodies in a phrase; groups that are named in one breath stay one.

    `apart` parts groups too, as partners are; `listed` parts them even at "và", as cells of tables do.
    """
    apart = apart or listed
    starts = sorted({*_starts(reading, span), *(_semicolons(reading, span) if apart else ())})
    pieces: list[Span] = []
    for index, start in enumerate(starts):
        piece = Span(start, starts[index + 1] if index + 1 < len(starts) else span.end)
        if pieces and _together(reading, pieces[-1], piece, apart, listed):
            piece = Span(pieces.pop().start, piece.end)
        pieces.append(piece)
    return tuple(_trim(reading, piece) for piece in pieces) or (span,)


def is_verb(viewed: str, at: int) -> bool:
    """Whether a verb of tasks begins at `at` of a view."""
    return load("verbs").at(viewed, at) is not None or load("task_verbs").at(viewed, at) is not None


def past_address(reading: Reading, start: int) -> int:
    """The place behind "các đồng chí" and its like, which are no part of a name."""
    found = _address().match(view(reading.text[start : start + 24]))
    return start + found.end() if found else start


def _body_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of the one body that begins at `start`, with what trails behind its name."""
    found = reading.mentions.organisations
    index = bisect_left(found, start, key=lambda organisation: organisation.span.start)
    if index < len(found) and found[index].span.start == start and found[index].span.end <= limit:
        end: int | None = found[index].span.end
    else:
        end = _plain_end(reading, start, limit)
    if end is None:
        return None
    end = _past_tails(reading, end, limit)
    if _PLAIN_NOUN.match(view(reading.text[start:end])):
        given = _GIVEN_TAIL.match(view(reading.text[end:limit]))
        end += given.end() if given else 0
    return _past_words(reading, end, limit)


def _plain_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of a noun for bodies that stands without a name: "doanh nghiệp", "lực lượng chức năng"."""
    viewed = view(reading.text[start:limit])
    determiner = _DETERMINER.match(viewed)
    if determiner is not None:
        # Behind "các" a noun such as "tổ chức" is no verb, whatever follows it.
        noun = load("groups").pattern.match(viewed, determiner.end())
        return start + noun.end() if noun else None
    hit = load("groups").at(viewed, 0)
    if hit is not None and reading.text[start].isupper() and not _is_plural_noun(viewed, hit):
        hit = None
    hit = hit or _capital_agency(reading, start, viewed)
    if hit is not None and hit.span.of(viewed) == "tổ chức":
        return None
    return None if hit is None else start + hit.span.end


def _is_plural_noun(viewed: str, hit: Hit) -> bool:
    """Whether a capital noun without các is a body: "Doanh nghiệp, hợp tác xã", not "Tổ chức …"."""
    words = hit.span.of(viewed).split()
    return len(words) > 1


def _capital_agency(reading: Reading, start: int, viewed: str) -> Hit | None:
    hit = load("agencies").at(viewed, 0) if reading.text[start : start + 1].isupper() else None
    named = hit is not None and reading.text[start + hit.span.end :][1:2].isupper()
    return hit if named else None


def _further(reading: Reading, end: int, limit: int) -> int | None:
    separator = _SEPARATOR.match(view(reading.text[end:limit]))
    if separator is None:
        return None
    return _body_end(reading, past_address(reading, end + separator.end()), limit)


def _past_tails(reading: Reading, end: int, limit: int) -> int:
    for _ in range(3):
        tail = _TAIL.match(view(reading.text[end : min(limit, end + 240)]))
        if tail is None:
            break
        end += tail.end()
    return end


def _past_words(reading: Reading, end: int, limit: int) -> int:
    """Past a few plain words ("doanh nghiệp logistics"), if a verb or the next body follows them."""
    viewed = view(reading.text[end : min(limit, end + 120)])
    at = 0
    for _ in range(_MOST_TRAILING + 1):
        word = _WORD.match(viewed, at)
        if word is None:
            return end + at if at and _SEPARATOR.match(viewed, at) else end
        plain = reading.text[end + word.start(1)].islower()
        if word.group(1) == "và" or (plain and is_verb(viewed, word.start(1))):
            return end + at
        at = word.end()
    return end


def _starts(reading: Reading, span: Span) -> Iterator[int]:
    """Where the bodies of a phrase begin: at its head, and behind each separator outside brackets."""
    yield span.start
    end = span.start
    for organisation in reading.mentions.organisations:
        start = organisation.span.start
        if start >= span.end:
            return
        if start <= span.start:
            end = max(end, organisation.span.end)
            continue
        before = view(reading.text[span.start : start])
        joined = _JOINED.search(_without_address(before))
        if start >= end and joined and before.count("(") == before.count(")"):
            yield start
        end = max(end, organisation.span.end)


def _semicolons(reading: Reading, span: Span) -> Iterator[int]:
    """Where the parts of a list begin that semicolons part, whatever stands there."""
    for match in re.finditer(r"; *(?:và +)?(?=\w)", span.of(reading.text)):
        yield span.start + match.end()


def _without_address(before: str) -> str:
    found = _address_behind().search(before)
    return before[: found.start()] if found else before


def _together(reading: Reading, left: Span, right: Span, apart: bool, listed: bool) -> bool:
    before, after = view(left.of(reading.text)).rstrip(), view(right.of(reading.text))
    if before.endswith("và") and _ALLIED.match(before) and _ALLIES.match(after):
        return True
    both = _is_collective(before) and _is_collective(after)
    if _IN_CHARGE.search(before):
        return True
    if apart:
        joined = before.endswith((",", "/") if listed else (",", "/", "và"))
        return both and joined and not after.startswith(("các ", "những "))
    if before.endswith("và"):
        return both or _is_collective(after)
    return both


def _is_collective(viewed: str) -> bool:
    return _COLLECTIVE.match(viewed) is not None


def _trim(reading: Reading, span: Span) -> Span:
    text = reading.text
    tight = span.trimmed(text, _EDGES)
    while (loose := _LOOSE_END.search(view(tight.of(text)))) is not None:
        tight = Span(tight.start, tight.start + loose.start()).trimmed(text, _EDGES)
    return tight


def _address_words() -> str:
    words = sorted(load("task_cues").by_id["address"].aliases, key=len, reverse=True)
    return "|".join(re.escape(view(word)) for word in words)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{_address_words()}) +(?:là +)?")


@cache
def _address_behind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_address_words()}) +$")
