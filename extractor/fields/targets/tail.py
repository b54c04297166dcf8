"""The words behind a target's number: what they measure, without times, purposes and asides.

" hồ sơ được số hóa vào năm 2030 để phục vụ người dân" leaves "hồ sơ được số hóa"; where what is
measured stands before the number, a unit and a remark in brackets say nothing more.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import due_date, without_times
from extractor.fields.targets.eligible import unit_role
from extractor.fields.targets.extent import extent_of
from extractor.fields.targets.vocabulary import ends
from extractor.fields.targets.words import leads_off, tail_off
from extractor.lexicon.load import load
from extractor.span import Span
from extractor.view import view

_NO_NOUN = re.compile(
    r"(?:so với|mỗi|hằng|hàng|trong|vào|trên|đối với|đến|trở lên|một năm|từ|và|thì|là)(?!\w)"
)
_AND_UP = re.compile(r"^(\D*?)(?:^|\s+)(?:trở lên|trở xuống|hoặc hơn)(?!\w)")
_AND = re.compile(r"\s*và\s")
_FIGURES = re.compile(r"\s*\([^()]*\d[^()]*\)")  # a remark with figures
# A remark that breaks the number down, brackets of its own included.
_PARTS = re.compile(
    r"\s*\([^()]*\d+ [^\W\d_](?:[^()]|\([^()]*\))*\)"
)  # one that breaks the number down
_OCCASION = "lần"
_QUOTES = '"“”„«'  # "02 “Thôn an toàn”": the mark before the noun is the name's


def noun_follows(reading: Reading, clause: Clause) -> bool:
    """Whether what is measured follows the number ("90% hồ sơ …"), not only its unit."""
    said = view(reading.slice(_behind_unit(reading, clause))).strip()
    if _NO_NOUN.match(said if clause.quantity.kind != "count" else _behind(reading, clause)):
        return False
    return clause.quantity.kind == "count" or said[:1].isalpha()


def read_tail(reading: Reading, clause: Clause, head: str) -> str:
    """The words behind the number that belong to what is measured, lent ones included."""
    if head and _behind(reading, clause)[:1] in (",", ";"):
        return ""
    rest = without_times(reading, _until_date(reading, _behind_unit(reading, clause)))
    if head:
        rest = "" if rest.startswith(("(", ",", ";")) else _FIGURES.sub("", rest)
    rest = _PARTS.sub("", rest)
    noun = _noun(reading, clause, head, rest)
    if clause.quantity.kind == "count" and not (noun or head):
        rest = leads_off(rest)  # "01 lần tổ chức diễn tập" measures "diễn tập"
    text = tail_off(f"{noun}{rest}" if rest.startswith(",") else f"{noun} {rest}".strip())
    if clause.quantity.operator in ("ge", "le"):
        text = _AND_UP.sub(r"\1", text)
    return _with_lent(reading, clause, text)


def _behind(reading: Reading, clause: Clause) -> str:
    return view(reading.slice(clause.after)).strip()


def _behind_unit(reading: Reading, clause: Clause) -> Span:
    """What follows the number and its whole unit."""
    start = min(
        max(clause.after.start, extent_of(reading.text, clause.quantity).end), clause.after.end
    )
    return Span(start, clause.after.end)


def _noun(reading: Reading, clause: Clause, head: str, rest: str) -> str:
    """The counted noun, where the head does not say what is measured already."""
    quantity, place = clause.quantity, extent_of(reading.text, clause.quantity).noun
    noun = _without_multiplier(place.of(reading.text))
    if noun and reading.text[place.start - 1] in _QUOTES:
        noun = f"{reading.text[place.start - 1]}{noun}"
    if not head:
        return "" if view(noun) == _OCCASION and rest.strip(" .;") else noun
    if quantity.kind != "count" or _repeats(noun, head):
        return ""
    role = unit_role(reading, quantity)
    only_times = role == "occasion" and not rest.strip(" .;")
    governed = ends("target_reaches", "receiver").search(view(head)) is not None
    silent = role == "score" or view(noun) == _OCCASION or (only_times and not governed)
    return "" if silent else noun


def _without_multiplier(noun: str) -> str:
    """The counted noun of "2,5 triệu lượt khách": "triệu" belongs to the number; of money, all."""
    hit = load("units").at(view(noun), 0)
    kinds = ("money", "measure")
    if hit is None or hit.entry.id in kinds:
        return noun
    said = noun.split(" ", 1)
    multiplied = len(said) > 1 and load("units").entry_of(said[0])
    return said[1] if multiplied and multiplied.id == "multiplier" else noun


def _repeats(noun: str, head: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(view(noun))}(?!\w)", view(head)) is not None


def _until_date(reading: Reading, after: Span) -> Span:
    """Up to a date that closes the target: "… vào năm 2030 và …" goes on with another thing."""
    for date in reading.mentions.dates_in(after):
        said = reading.text[after.start : date.span.start].strip()
        if said and due_date(date) and _AND.match(reading.text, date.span.end, after.end):
            return Span(after.start, date.span.end)
    return after


def _with_lent(reading: Reading, clause: Clause, text: str) -> str:
    if clause.lent_noun:
        text = f"{reading.slice(clause.lent_noun)} {text}"
    if clause.lent_predicate:
        text = f"{text.strip(' .;,')} {reading.slice(clause.lent_predicate)}"
    return text
