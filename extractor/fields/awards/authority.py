"""Who gives an award: named behind the form ("… của X"), or acting before it ("X quyết định
tặng …").

In "đề nghị Ban Thường vụ Tỉnh ủy tặng Bằng khen" it is who is asked; in "… được biểu dương"
nobody is named. A later clause without a subject keeps the giver of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.fields.awards.words import words
from extractor.fields.context import Reading
from extractor.lexicon.load import Hit, bounded, load
from extractor.recognise.model import Organisation
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_OF = re.compile(rf" +{words('of')} +")
_FORM_JOINS = re.compile(rf" *(?:,|{words('link')}) +")
_NAME_JOINS = re.compile(rf" *(?:[,;]|{words('link')}) +")
_NUMBER = re.compile(r"\d+")
_NAME_END = re.compile(rf"[,;.:()]| (?:{words('stop')}|{words('confer')})|$")


def authority_of(
    reading: Reading, sentence: Span, seen: str, hits: Sequence[Hit], index: int = 0
) -> str | None:
    """The authority of the form `hits[index]`, of all the forms found in a sentence."""
    behind = _behind(reading, sentence, seen, hits[index:])
    if behind:
        return behind
    hit = hits[index]
    clause = seen.rfind(";", 0, hit.span.start) + 1
    giver = _before(reading, sentence, seen, hit, clause)
    carried = giver is None and index > 0 and clause > 0
    if carried and _gives(seen[clause : hit.span.start], hit):
        return authority_of(reading, sentence, seen, hits, index - 1)
    return giver


def _behind(reading: Reading, sentence: Span, seen: str, hits: Sequence[Hit]) -> str | None:
    """ "Cờ thi đua và Bằng khen của Chủ tịch UBND tỉnh": shared by the forms that are joined."""
    for index, hit in enumerate(hits):
        of = _OF.match(seen, hit.span.end)
        if of:
            return _named_at(reading, sentence, seen, of.end())
        joined = _FORM_JOINS.match(seen, hit.span.end)
        following = hits[index + 1].span.start if index + 1 < len(hits) else -1
        if joined is None or joined.end() != following:
            return None
    return None


def _named_at(reading: Reading, sentence: Span, seen: str, position: int) -> str:
    chain = _chain_from(reading, sentence, seen, sentence.start + position)
    if chain:
        return clean(reading.text[chain[0].span.start : chain[-1].span.end])
    end = _NAME_END.search(seen, position)
    return clean(reading.slice(sentence)[position : end.start() if end else len(seen)])


def _chain_from(reading: Reading, sentence: Span, seen: str, start: int) -> list[Organisation]:
    """The bodies listed from a place: "Thủ trưởng các cơ quan, đơn vị; Chủ tịch UBND các xã"."""
    chain: list[Organisation] = []
    for body in reading.mentions.organisations_in(Span(start, sentence.end)):
        if chain:
            gap = seen[chain[-1].span.end - sentence.start : body.span.start - sentence.start]
            if not _NAME_JOINS.fullmatch(gap):
                break
        elif body.span.start != start:
            break
        chain.append(body)
    return chain


def _before(reading: Reading, sentence: Span, seen: str, hit: Hit, clause: int) -> str | None:
    """Who acts: the bodies right before the words of giving, in the clause from `clause` on."""
    span = Span(sentence.start + clause, sentence.start + hit.span.start)
    bodies = list(reading.mentions.organisations_in(span))
    last = bodies[-1] if bodies else None
    if last is not None and _gives(seen[last.span.end - sentence.start : hit.span.start], hit):
        return clean(reading.text[_first(seen, sentence, bodies).span.start : last.span.end])
    return _self(reading, sentence, seen, clause, hit)


def _first(seen: str, sentence: Span, bodies: list[Organisation]) -> Organisation:
    """The first body of the list that ends with the last one."""
    first = bodies[-1]
    for body in reversed(bodies[:-1]):
        gap = seen[body.span.end - sentence.start : first.span.start - sentence.start]
        if not _NAME_JOINS.fullmatch(gap):
            break
        first = body
    return first


def _self(reading: Reading, sentence: Span, seen: str, clause: int, hit: Hit) -> str | None:
    """A body that names itself by one word: "…, Sở xem xét biểu dương"."""
    start = max(clause, seen.rfind(",", 0, hit.span.start) + 1)
    text = reading.slice(sentence)[start : hit.span.start]
    lead = len(text) - len(text.lstrip(" -–+"))
    found = load("award_giving").at(view(text), lead)
    if found is None or found.entry.id != "self" or not text[lead].isupper():
        return None
    gives = _gives(view(text)[found.span.end :], hit)
    return clean(found.span.of(text)) if gives else None


def _gives(words: str, hit: Hit) -> bool:
    """Whether only words of giving (and a number) stand before a form; an act needs none."""
    rest = _NUMBER.sub(" ", words).strip(" ,")
    return (bool(rest) or hit.entry.flag("act")) and not _giving().sub(" ", rest).strip(" ,")


@cache
def _giving() -> re.Pattern[str]:
    return re.compile(bounded(load("award_giving").some(kind="give")))
