"""Where one body ends, whose name begins at a place.

Names are the recogniser's business: "Sở Nội vụ". Here they get what trails behind them ("các doanh
nghiệp logistics triển khai", "UBND các xã: Phú Lạc, Tân Mỹ"), and bodies without a name of their
own are found where a plan gives them work: "Tổ Tin học", "Giáo viên chủ nhiệm".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_cues import is_verb, noun
from extractor.fields.units_tails import (
    past_charge,
    past_dash,
    past_places,
    past_tails,
    past_words,
    past_zones,
    role_dash,
)
from extractor.lexicon.load import Hit, bounded, load
from extractor.recognise.model import Organisation
from extractor.span import Span
from extractor.view import view

_LONG = 240
_CAPS = 16  # so many characters in capitals are a heading such as "TỔ CHỨC THỰC HIỆN"
_MOST_WORDS = 4  # plain words that may trail behind a group: "doanh nghiệp logistics"
DETERMINER = re.compile(r"(?:các|những|mọi|từng|mỗi) +")
_CAPITAL = r"[A-ZĐÀ-ỸƠƯ]\w*"
_NEXT = re.compile(rf"[,;] +(?=(?:các|những) |(?:tổ|khoa|nhóm|lớp|đội) {_CAPITAL}|[A-ZĐ])")
_WORD = re.compile(r" +([^\W\d_][\w&/-]*)")
# "các cơ quan, đơn vị được giao nhiệm vụ …": plain nouns need these words to say who is meant.
_PLAIN_NOUN = re.compile(
    r"(?:các|những|mọi)? *"
    r"(?:cơ +quan|đơn +vị|tổ +chức|địa +phương|bộ +phận|cá +nhân|sở|ban|ngành)\b"
)
_GIVEN = re.compile(
    r" +(?:đã +)?được +(?:giao|phân +công)(?: +(?:chủ +trì|thực +hiện|nhiệm +vụ|phụ +trách"
    r"|quản +lý|tại|trong|và|kế +hoạch|phụ +lục|này|kèm +theo|ở|mục|các|công +việc)){0,14}(?!\w)"
)
# Who belongs to a group may stand in brackets behind it: "các doanh nghiệp (A, B và C)".
_MEMBERS = re.compile(rf" *\((?!Gồm |Bao +gồm ){_CAPITAL}[^()]{{0,160}}(?:,| và )[^()]{{1,160}}\)")
_OF_PEOPLE = re.compile(
    r"tổ +chức(?: +(?:đảng|đoàn|hội|chính +trị|xã +hội|cơ +sở|thành +viên)| *,)"
)


def body_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of the body that begins at `start`, with what trails behind its name, or None."""
    held = held_end(reading, start, limit) or 0
    named = _named_at(reading, start)
    if named is not None and named.span.end <= limit:
        end: int | None = max(named_end(reading, named), _longer_noun(reading, named, limit))
    else:
        end = plain_end(reading, start, limit)
    if end is None or held > end:
        return held or None
    charge = past_charge(reading, start, end, limit)
    if charge is not None:
        return charge
    end = past_tails(reading, past_places(reading, start, end, limit), limit)
    members = _MEMBERS.match(reading.text, end, limit)
    if members is not None and DETERMINER.match(view(reading.text[start:end])):
        return members.end()
    if _PLAIN_NOUN.match(view(reading.text[start:end])):
        given = _GIVEN.match(view(reading.text[end : min(limit, end + _LONG)]))
        end += given.end() if given else 0
    if named is not None and named.kind != "group":
        return past_dash(reading, end, limit)
    return past_tails(reading, past_words(reading, past_dash(reading, end, limit), limit), limit)


def held_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of "Thành viên Ban Chỉ đạo", "Cơ quan Ủy ban MTTQ xã": a noun, then whose it is."""
    viewed = view(reading.text[start : min(limit, start + _LONG)])
    holder = load("task_heads").at(viewed, 0)
    if holder is None or not holder.entry.flag("holder"):
        return None
    owner = start + holder.span.end + 1
    if viewed[holder.span.end : holder.span.end + 1] != " " or not reading.text[owner].isupper():
        return None
    return body_end(reading, owner, limit)


def is_nameless(reading: Reading, body: Span) -> bool:
    """Whether a body is a plain noun and nothing else ("lực lượng"): it could be anyone."""
    viewed = view(body.of(reading.text))
    return noun("nameless").fullmatch(viewed) is not None


def named_end(reading: Reading, named: Organisation) -> int:
    """The end of a name, without the next body of a list and without the verb behind it."""
    dash = role_dash(reading, named.span.start, named.span.end)
    if dash is not None:
        return dash
    text = named.span.of(reading.text)
    for comma in _NEXT.finditer(reading.text, named.span.start, named.span.end + 2):
        rest = reading.text[comma.end() : named.span.end + 2]
        if rest[:1].islower() or _capital_agency(view(rest), rest):
            return comma.start()
    verb = _sector_verb().search(text) if named.kind != "group" else None
    if verb is not None and (len(text[: verb.start()].split()) > 1 or text[:1].islower()):
        return named.span.start + verb.start()
    return past_zones(reading, named.span.start, named.span.end)


def plain_end(reading: Reading, start: int, limit: int) -> int | None:
    """The end of a noun for bodies that stands without a recognised name."""
    text = reading.text[start : min(limit, start + _LONG)]
    viewed = view(text)
    determiner = DETERMINER.match(viewed)
    if determiner is not None:
        # Behind "các" a noun such as "tổ chức" is no verb, whatever follows it.
        plain = _noun_match(viewed, determiner.end())
        return start + plain.end() if plain else None
    over = _over().match(viewed)
    if over is not None:
        return plain_end(reading, start + over.end(), limit)
    part = _part_end(text, viewed)
    if part is not None:
        return start + part
    hit, free = load("groups").at(viewed, 0), _free().match(viewed)
    longer = free is not None and (hit is None or free.end() > hit.span.end)
    if hit is not None and not longer and _is_plain(text, viewed, hit):
        return start + hit.span.end
    if free is not None:
        return start + free.end()
    agency = load("agencies").at(viewed, 0) if _capital_agency(viewed, text) else None
    return start + agency.span.end if agency else None


def _longer_noun(reading: Reading, named: Organisation, limit: int) -> int:
    """The end of a noun for bodies that goes on behind a name: "các Tổ | bầu cử"."""
    start = named.span.start
    viewed = view(reading.text[start : min(limit, named.span.end + _LONG)])
    determiner = DETERMINER.match(viewed) if named.kind == "group" else None
    noun = _many().match(viewed, determiner.end()) if determiner else _free().match(viewed)
    return start + noun.end() if noun else 0


def _named_at(reading: Reading, start: int) -> Organisation | None:
    found = reading.mentions.organisations
    index = bisect_left(found, start, key=lambda organisation: organisation.span.start)
    return found[index] if index < len(found) and found[index].span.start == start else None


def _is_plain(text: str, viewed: str, hit: Hit) -> bool:
    """Whether a noun without các is a body: "Doanh nghiệp, hợp tác xã", not "Tổ chức hội nghị"."""
    word = hit.span.of(viewed)
    if word == "tổ chức":
        return _OF_PEOPLE.match(viewed) is not None and text[:1].islower()
    return text[:1].islower() or len(word.split()) > 1


def _part_end(text: str, viewed: str) -> int | None:
    """The end of "Tổ Tin học", "Khoa Dược": a part of a house, with its name."""
    part = _named_part().match(viewed)
    if part is None or not text[part.end() :][1:2].isupper() or text[:_CAPS].isupper():
        return None
    at = part.end()
    for index in range(_MOST_WORDS):
        word = _WORD.match(viewed, at)
        if word is None or word.group(1) == "và":
            break
        if index and text[word.start(1)].islower() and is_verb(viewed, word.start(1)):
            break
        at = word.end()
    return at


def _capital_agency(viewed: str, text: str) -> bool:
    """Whether a head word with a capital and a capital name behind it stands at the start."""
    hit = load("agencies").at(viewed, 0) if text[:1].isupper() else None
    if hit is None or not text.startswith(" ", hit.span.end):  # a new line is no name behind it
        return False
    return text[hit.span.end + 1 : hit.span.end + 2].isupper()


def _noun_match(viewed: str, at: int) -> re.Match[str] | None:
    return load("groups").pattern.match(viewed, at) or _many().match(viewed, at)


@cache
def _bodies(*kinds: str) -> str:
    lexicon = load("task_bodies")
    return "|".join(lexicon.some(kind=kind) for kind in kinds)


@cache
def _many() -> re.Pattern[str]:
    return re.compile(bounded(_bodies("many", "free", "named")))


@cache
def _free() -> re.Pattern[str]:
    return re.compile(bounded(_bodies("free")))


@cache
def _named_part() -> re.Pattern[str]:
    both = load("task_bodies").some(named=True)
    return re.compile(bounded(f"{_bodies('named')}|{both}"))


@cache
def _over() -> re.Pattern[str]:
    return re.compile(rf"{bounded(_bodies('over'))} +(?=(?:các|những) )")


@cache
def _sector_verb() -> re.Pattern[str]:
    """Words that are a sector in a name and a verb behind it: "… và Xã hội xây dựng điều kiện"."""
    both = set(load("domains").by_alias) & set(load("verbs").by_alias)
    return re.compile(rf" (?:{'|'.join(sorted(map(re.escape, both)))})$")
