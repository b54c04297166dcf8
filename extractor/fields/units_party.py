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
from extractor.lexicon.load import Hit, bounded, load
from extractor.recognise.model import Organisation
from extractor.recognise.overlap import within
from extractor.span import Span
from extractor.view import view

_EDGES = " \t\u00a0.,;:-–/&"
_BRACKET = r"(?: *\([^()]{0,160}\))?"
_SEPARATOR = re.compile(
    rf"{_BRACKET}(?: *[,;/] *(?:và +|cùng +)?| +(?:và|cùng|cùng +với|hoặc|&) +)"
)
_JOINED = re.compile(r"(?:[,;/] *(?:và +|cùng +)?|(?<!\w)(?:và|cùng|với|hoặc|&) +)$")
_TAIL = re.compile(
    r" +(?:có +)?liên +quan(?: +(?:tới|đến|trong) +[^,.;:]{1,60}?(?= +(?:có +trách|chịu|chủ)))?(?!\w)"
    r"| +(?:nêu +trên|nói +trên|khác|trực +thuộc|các +cấp|(?:đóng +|hoạt +động +)?trên +địa +bàn)(?!\w)"
)
# "các cơ quan, đơn vị được giao nhiệm vụ …": only plain nouns need these words to say who is meant.
_PLAIN_NOUN = re.compile(
    r"(?:các|những|mọi)? *(?:cơ +quan|đơn +vị|tổ +chức|địa +phương|bộ +phận)(?!\w)"
)
_GIVEN_TAIL = re.compile(
    r" +(?:đã +)?được +(?:giao|phân +công)(?: +(?:chủ +trì|thực +hiện|nhiệm +vụ|phụ +trách|quản +lý|tại"
    r"|trong|và|kế +hoạch|phụ +lục|này|kèm +theo|ở|mục|các|công +việc)){0,14}(?!\w)"
)
_DETERMINER = re.compile(r"(?:các|những|mọi|từng|mỗi) +")
_LOOSE_END = re.compile(r" *\([^()]*\)$|(?<!\w)(?:và|cùng|(?:các +)?(?:đồng +chí|đ/c))$")
_ENDS_IN_LEVEL = re.compile(r"(?:các|\d+) +(?:xã|phường|thị +trấn|đặc +khu|huyện|thôn|ấp|bản)$")
_NAME = r"[A-ZĐÀ-ỸƠƯ]\w*(?: [A-ZĐÀ-ỸƠƯ]\w*){0,4}"
_PLACES = re.compile(rf" *: *{_NAME}(?:(?:, | và ){_NAME}){{0,20}}")
_WORD = re.compile(r" +([^\W\d_][\w&/-]*)")
_NEXT_CAPITAL = re.compile(r"[,;] +(?=[A-ZĐ])")
_OF_PEOPLE = re.compile(r"tổ +chức(?: +(?:đảng|đoàn|hội|chính +trị|xã +hội|cơ +sở|thành +viên)| *,| +và )")
_LOOSE = re.compile(r"[^\W\d_]+ [^\W\d_]+(?= )")
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


def is_one_person(reading: Reading, address: Span) -> bool:
    """Whether a form of address is to one: "đồng chí" without các, however many posts follow."""
    spoken = view(address.of(reading.text)).strip()
    return bool(spoken) and not spoken.startswith("các")


def _made(reading: Reading, address: Span, span: Span) -> Party:
    one = is_one_person(reading, address)
    return Party(span, (span,) if one else bodies_of(reading, span))


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
    if _cue_pattern("noun").match(viewed, at):
        return False
    return load("verbs").at(viewed, at) is not None or load("task_verbs").at(viewed, at) is not None


def past_address(reading: Reading, start: int) -> int:
    """The place behind "các đồng chí" and its like, which are no part of a name."""
    found = _address().match(view(reading.text[start : start + 24]))
    return start + found.end() if found else start


def _body_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of the one body that begins at `start`, with what trails behind its name."""
    named = _named_at(reading, start)
    if named is not None and named.span.end <= limit:
        end: int | None = _before_next(reading, named)
    else:
        end = _plain_end(reading, start, limit)
    if end is None:
        return None
    end = _past_tails(reading, _past_places(reading, start, end, limit), limit)
    if _PLAIN_NOUN.match(view(reading.text[start:end])):
        given = _GIVEN_TAIL.match(view(reading.text[end:limit]))
        end += given.end() if given else 0
    return end if named and named.kind != "group" else _past_words(reading, end, limit)


def _named_at(reading: Reading, start: int) -> Organisation | None:
    found = reading.mentions.organisations
    index = bisect_left(found, start, key=lambda organisation: organisation.span.start)
    return found[index] if index < len(found) and found[index].span.start == start else None


def _before_next(reading: Reading, named: Organisation) -> int:
    """The end of a name, cut where a comma begins another capital body inside it."""
    text = named.span.of(reading.text)
    for comma in _NEXT_CAPITAL.finditer(text):
        start = named.span.start + comma.end()
        if _capital_agency(reading, start, view(reading.text[start : named.span.end])):
            return named.span.start + comma.start()
    return named.span.end


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
    if hit is not None and hit.span.of(viewed) == "tổ chức" and not _OF_PEOPLE.match(viewed):
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
    start = end + separator.end()
    body = _body_end(reading, past_address(reading, start), limit)
    if body is not None or "," not in separator.group():
        return body
    return _loose_item(reading, start, limit)


def _loose_item(reading: Reading, start: int, limit: int) -> int | None:
    """One or two plain words before a verb go on a list: "doanh nghiệp viễn thông, bưu chính ưu tiên"."""
    viewed = view(reading.text[start : min(limit, start + 60)])
    item = _LOOSE.match(viewed)
    if item is None or not reading.text[start].islower() or is_verb(viewed, 0):
        return None
    return start + item.end() if is_verb(viewed, item.end() + 1) else None


def _past_places(reading: Reading, start: int, end: int, limit: int) -> int:
    """Past the places that a group lists by name: "UBND các xã: Phú Lạc, Tân Mỹ và Hòa An"."""
    if not _ENDS_IN_LEVEL.search(view(reading.text[start:end])):
        return end
    places = _PLACES.match(reading.text, end, limit)
    return places.end() if places else end


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
        if word.group(1) in ("và", "tới", "đến") or (plain and is_verb(viewed, word.start(1))):
            return end + at
        at = word.end()
    return end


def _starts(reading: Reading, span: Span) -> Iterator[int]:
    """Where the bodies of a phrase begin: at its head, and behind each separator outside brackets."""
    yield span.start
    end = span.start
    for start, stop in _candidates(reading, span):
        before = view(reading.text[span.start : start])
        joined = _JOINED.search(_without_address(before))
        if start >= end and joined and before.count("(") == before.count(")"):
            yield start
        end = max(end, stop)


def _candidates(reading: Reading, span: Span) -> list[tuple[int, int]]:
    """The bodies inside a phrase, as places: what the recogniser found, and groups it left."""
    mentions = within(reading.mentions.organisations, span)
    named = [(o.span.start, _before_next(reading, o)) for o in mentions]
    viewed = view(span.of(reading.text))
    places = [match.start() for match in _DETERMINER.finditer(viewed)]
    places += [match.end() for match in _SEPARATOR.finditer(viewed)]
    plain = [
        (start, end)
        for place in places
        if (end := _plain_end(reading, start := span.start + place, span.end))
    ]
    return sorted({*named, *plain})


def _semicolons(reading: Reading, span: Span) -> Iterator[int]:
    """Where the parts of a list begin that semicolons part, whatever stands there."""
    for match in re.finditer(r"; *(?:và +)?(?=\w)", span.of(reading.text)):
        yield span.start + match.end()


def _without_address(before: str) -> str:
    found = _address_behind().search(before)
    return before[: found.start()] if found else before


def _together(reading: Reading, left: Span, right: Span, apart: bool, listed: bool) -> bool:
    before, after = view(left.of(reading.text)).rstrip(), view(right.of(reading.text))
    collective = _is_collective(reading, right)
    if before.endswith("và") and _ALLIED.match(before) and _ALLIES.match(after):
        return True
    both = collective and _is_collective(reading, left)
    if _IN_CHARGE.search(before) or (
        both and not before.endswith(";") and right.of(reading.text)[:1].islower()
        and _is_bare(reading, right)
    ):
        return True
    if apart:
        joined = before.endswith((",", "/") if listed else (",", "/", "và"))
        return both and joined and not after.startswith(("các ", "những "))
    if before.endswith("và"):
        return both or collective
    return both


def _is_collective(reading: Reading, piece: Span) -> bool:
    viewed = view(piece.of(reading.text))
    return _COLLECTIVE.match(viewed) is not None or _is_bare(reading, piece)


def _is_bare(reading: Reading, piece: Span) -> bool:
    """Whether a phrase begins with a plain noun for bodies and no các: "sở, ngành liên quan"."""
    text = piece.of(reading.text)
    noun = load("groups").pattern.match(view(text))
    return noun is not None and not text[noun.end() :].lstrip()[:1].isupper()


def is_nameless(reading: Reading, body: Span) -> bool:
    """Whether a body is a plain noun and nothing else ("cơ quan"): it could be anyone."""
    viewed = view(body.of(reading.text))
    if _DETERMINER.match(viewed):
        return False
    return any(_cue_pattern(cue).fullmatch(viewed) for cue in ("nameless", "noun-of-joining"))


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
def _cue_pattern(name: str) -> re.Pattern[str]:
    words = load("task_cues").by_id[name].aliases
    return re.compile(bounded("|".join(re.escape(view(word)) for word in words)))




@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"(?:{_address_words()}) +(?:là +)?")


@cache
def _address_behind() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_address_words()}) +$")
