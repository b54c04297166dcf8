"""Quotas: every stated number of awards, with recipient, form and period.

"không quá 10% tập thể, 5% cá nhân" gives two, both `le`: a comparator governs a bare list under
it. A number in a condition ("Thôn phải có từ 60% hộ gia đình …") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.fields.awards.forms import name_of
from extractor.fields.awards.recipients import addressed, given_to, joined_at, recipient_at
from extractor.fields.awards.scope import Place
from extractor.fields.awards.words import conditions, words
from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.lexicon.load import Hit, load
from extractor.plan.model import Operator, Quota, Recipient
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_NO_QUOTAS = frozenset({"dossier", "time", "funding", "subjects", "principles"})
_GIVES = re.compile(words("given"))
_LIST = re.compile(rf" *(?:[,;:]|{words('link')}) *")
_SOME = re.compile(rf" *(?:{words('sum')} +)?")
_HAS = re.compile(rf"{words('has')} *$")
_BESIDE = 3  # "mỗi năm không quá": what may part a period from the number it governs


def quotas_of(reading: Reading, place: Place) -> Iterator[Quota]:
    """The quotas of a block of the part on awards."""
    if place.kinds & _NO_QUOTAS:
        return
    for sentence in sentences(reading.text, place.node.text):
        if place.policy and not any(load("award_forms").find(view(reading.slice(sentence)))):
            continue
        yield from quotas_in(reading, sentence, place.titles, free=_is_free(place))


def _is_free(place: Place) -> bool:
    """Whether any number of recipients counts: under "Số lượng", and in a heading that counts."""
    only_counts = "quotas" in place.kinds and "standards" not in place.kinds
    return only_counts or place.node.is_heading


def quotas_in(
    reading: Reading, sentence: Span, titles: Sequence[str], *, free: bool = False
) -> Iterator[Quota]:
    """The quotas of one sentence; `free` where a number needs no word of giving before it."""
    seen = view(reading.slice(sentence))
    governed: Operator | None = None
    end = 0
    for quantity in reading.mentions.quantities_in(sentence):
        unit = _unit(seen, quantity, sentence)
        start = quantity.span.start - sentence.start
        follows = bool(end) and _LIST.fullmatch(seen, end, start) is not None
        if unit is None or seen[start - 1 : start] == "/" or _is_condition(seen, start, quantity):
            continue
        of_form = load("award_forms").at(seen, unit.start) is not None
        goes_on = bool(end) and _opens_clause(seen, start)
        if not (of_form or follows or goes_on or free or _is_given(seen, start)):
            continue
        operator: Operator = quantity.operator  # type: ignore[assignment]
        if operator == "eq" and follows and governed:
            operator = governed
        governed, end = (operator if operator != "eq" else None), unit.end
        yield _quota(reading, sentence, seen, quantity, unit, operator, titles)


def _unit(seen: str, quantity: Quantity, sentence: Span) -> Span | None:
    """The counted noun behind a number, if it is a recipient or a form."""
    if quantity.kind not in ("count", "percent"):
        return None
    position = quantity.span.end - sentence.start
    if quantity.unit_span is not None:
        position = quantity.unit_span.start - sentence.start
    position = _SOME.match(seen, position).end()  # type: ignore[union-attr]
    for lexicon in ("award_forms", "award_recipients"):
        hit: Hit | None = load(lexicon).at(seen, position)
        if hit is not None:
            joined = joined_at(seen, position)
            return joined[0] if joined else hit.span
    return None


def _opens_clause(seen: str, start: int) -> bool:
    """Whether a number opens a clause of a list: "gồm: 12 tập thể …; 20 cá nhân …"."""
    clause = seen.rfind(";", 0, start) + 1
    return clause > 0 and not seen[clause:start].strip()


def _is_given(seen: str, start: int) -> bool:
    """Whether the clause before a number speaks of giving."""
    clause = max(seen.rfind(";", 0, start), seen.rfind(".", 0, start)) + 1
    given = _GIVES.search(seen, clause, start) is not None
    return given or any(load("award_forms").find(seen, clause, start))


def _is_condition(seen: str, start: int, quantity: Quantity) -> bool:
    """Whether a word of duty stands between the words of giving and the number."""
    if quantity.kind == "percent" and _HAS.search(seen, 0, start):
        return True
    clause = max(seen.rfind(";", 0, start), seen.rfind(",", 0, start)) + 1
    return conditions("must").search(seen, clause, start) is not None


def _quota(
    reading: Reading,
    sentence: Span,
    seen: str,
    quantity: Quantity,
    unit: Span,
    operator: Operator,
    titles: Sequence[str],
) -> Quota:
    form = load("award_forms").at(seen, unit.start)
    return Quota(
        recipient=_recipient(seen, unit, form, titles),
        operator=operator,
        value=quantity.value,
        value_max=quantity.value_max,
        unit="percent" if quantity.kind == "percent" else clean(unit.of(reading.slice(sentence))),
        form=name_of(unit.of(reading.slice(sentence)), form) if form else _form(seen, unit, titles),
        per=_per(reading, sentence, quantity),  # type: ignore[arg-type]
        source=source_of(reading, sentence),
        rule=f"awards.quota/{quantity.rule}",
        confidence=0.88,
    )


def _recipient(seen: str, unit: Span, form: Hit | None, titles: Sequence[str]) -> Recipient:
    if form is None:
        joined = joined_at(seen, unit.start)
        return joined[1] if joined else recipient_at(seen, unit.start) or "other"
    if form.entry.word("recipient"):
        return form.entry.word("recipient")  # type: ignore[return-value]
    behind = given_to(seen, unit.end)
    if behind:
        return behind
    clause = max(seen.rfind(mark, 0, unit.start) for mark in ";.(") + 1
    for text in (seen[unit.end :], seen[clause : unit.start], *titles):
        found = addressed(text)
        if found and found.recipient:
            return found.recipient
    return "other"


def _form(seen: str, unit: Span, titles: Sequence[str]) -> str | None:
    """The form nearest before the number, else the one that a heading names."""
    forms = load("award_forms")
    before = [hit for hit in forms.find(seen, 0, unit.start) if not hit.entry.flag("act")]
    if before:
        return before[-1].entry.canonical
    for title in titles:
        for hit in forms.find(view(title)):
            return hit.entry.canonical
    return None


def _per(reading: Reading, sentence: Span, quantity: Quantity) -> str | None:
    """The period behind the number, or right before it ("mỗi năm không quá 05 tập thể")."""
    if quantity.per:
        return quantity.per
    for date in reading.mentions.dates_in(sentence):
        before = quantity.span.start - date.span.end
        if date.every and (date.span.start >= quantity.span.end or 0 <= before <= _BESIDE):
            return date.every
    return None
