"""What clauses of one sentence lend each other: a head, an act, a noun, a predicate, a comparator.

In "đạt 70% vào năm 2028 và 80% vào năm 2030" the second number takes the head of the first; in
"trong đó 50% có …" its noun; in "80% A và 100% B được …" the first takes the predicate of the
second; in "không quá 10% tập thể, 5% cá nhân" the comparator governs both. Source: the
contract, section targets ("What counts").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from extractor.fields.targets.clause import Clause, cut
from extractor.fields.targets.counterpart import counterpart
from extractor.fields.targets.vocabulary import ends, holds, words
from extractor.fields.targets.whom import attended, exception, held, on_area, sister
from extractor.fields.targets.words import leads_off
from extractor.lexicon.load import load
from extractor.plan.model import Change
from extractor.recognise.model import Quantity
from extractor.recognise.page import Page
from extractor.span import Span
from extractor.view import view

_NO_NOUN = re.compile(r"\s*(?:(?:vào|đến|trong|năm|trở lên|đối với|so với)(?!\w)|[,.;)]|$)")
_TO_ALL = re.compile(r"(?<!\w)(?:cho|tại|đối với|ở|của)\s*$")
_HAS = re.compile(r"(?<!\w)có\s*$")
_FOR = re.compile(r"(?<!\w)cho(?!\w)")
_MARKS = " -+–"
_BOUNDS = ("ge", "gt", "le", "lt")
_BEHIND = ("and-up", "and-down")  # "99% trở lên, 50% …": what stands behind a number governs none
_AMOUNTS = ("count", "measure")
_WHOLE = 100
_SISTERS = (sister, counterpart)

Lender = Callable[[str, Sequence[Clause], int], Clause]


def clauses(text: str, sentence: Span, quantities: Sequence[Quantity]) -> tuple[Clause, ...]:
    """The clauses of a sentence with what they lend each other."""
    made = [on_area(text, clause) for clause in cut(text, sentence, quantities)]
    forward = range(1, len(made))
    for lender in (attended, exception, _head, _growth, _act, _list, *_SISTERS, _noun, _comparator):
        for index in forward:
            made[index] = lender(text, made, index)
    for index in reversed(range(len(made) - 1)):
        for lender in (_predicate, held):
            made[index] = lender(text, made, index)
    return tuple(made)


def _head(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend the words before a number to one that has none of its own and no noun behind it."""
    clause = made[index]
    if (
        clause.lent_head is not None
        or _said(text, clause.before)
        or not _matches(_NO_NOUN, text, clause.after)
    ):
        return clause
    return replace(clause, lent_head=made[index - 1].head)


def _growth(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend the head to one whose own words only say that it grows ("đạt 50 tấn, tăng 5%")."""
    clause, seen = made[index], Page.of(text).viewed
    found = _growing().match(seen, clause.before.start, clause.before.end)
    if found is None or clause.lent_head:
        return clause
    entry = load("target_reaches").by_alias[" ".join(found[1].split())]
    change = cast(Change, entry.word("change"))
    return replace(clause, lent_head=made[index - 1].head, growth=change)


def _list(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend what is done, or who must, to the next of a list ("Mỗi thôn có 01 tổ, 02 mô hình")."""
    first, clause = made[index - 1], made[index]
    counted = first.quantity.kind in _AMOUNTS and clause.quantity.kind in _AMOUNTS
    if not counted or _said(text, clause.before) or clause.lent_head or _is_lead_in(text, first):
        return clause
    between = text[first.whole.end : clause.quantity.span.start].strip()
    return replace(clause, lent_head=first.head) if between in (",", "và") else clause


def _act(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend what is done to several shares ("cắt giảm 50% A và 30% B", "cho 100% A và 70% B")."""
    first, clause, head = made[index - 1], made[index], made[index - 1].head
    bare = not _said(text, clause.before) and clause.lent_head is None
    if not bare or not _shares(first, clause) or not _joined(text, first, clause):
        return clause
    moved = _search(ends("target_reaches", "increase", "decrease"), text, head) is not None
    if moved or (_is_act(text, head) and _predicate_in(text, clause.after) is None):
        return replace(clause, lent_head=head)
    if _predicate_in(text, clause.after) is not None or _search(_TO_ALL, text, head) is None:
        return clause
    receiver = _search(_FOR, text, head)
    return replace(clause, lent_head=Span(head.start, receiver.end() if receiver else head.end))


def _noun(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend the noun of the number before to one that has only a predicate ("trong đó 50% có …")."""
    first, clause = made[index - 1], made[index]
    owned = _search(_HAS, text, first.before) is not None
    if not _shares(first, clause) or (_said(text, first.before) and not owned):
        return clause
    if not _matches(_bare_predicate(), text, clause.after):
        return clause
    predicate = _predicate_in(text, first.after)
    return replace(clause, lent_noun=Span(first.after.start, predicate or first.after.end))


def _comparator(text: str, made: Sequence[Clause], index: int) -> Clause:
    """A comparator governs a bare list ("ít nhất 10 A, 05 B"), never a whole ("100% B")."""
    first, clause = made[index - 1].quantity, made[index].quantity
    if clause.operator != "eq" or clause.value == _WHOLE or first.operator not in _BOUNDS:
        return made[index]
    if first.rule in _BEHIND:
        return made[index]
    between = text[made[index - 1].whole.end : clause.span.start].strip()
    listed = between == "," or (between == "và" and clause.kind == "count")
    if not listed or first.kind != clause.kind or _is_lead_in(text, made[index - 1]):
        return made[index]
    return replace(made[index], quantity=replace(clause, operator=first.operator))


def _predicate(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend the predicate of the next number to one that has only a noun ("80% A và 100% B …")."""
    clause, following = made[index], made[index + 1]
    if not _said(text, clause.after) or _matches(_NO_NOUN, text, clause.after):
        return clause
    if _predicate_in(text, clause.after) is not None or _is_act(text, clause.head):
        return clause
    listed = text[clause.after.end : following.whole.start].strip() == ","
    if listed and _search(holds("target_predicates", "own"), text, clause.after) is not None:
        return clause  # "100% A có B, 80% C được …" are two clauses
    start = _predicate_in(text, following.after)
    if not _joined(text, clause, following):
        return clause
    if start is None:
        return replace(clause, lent_predicate=following.lent_predicate)
    return replace(clause, lent_predicate=Span(start, following.after.end))


def _said(text: str, span: Span) -> bool:
    """Whether a place holds words, not only bullets and blanks."""
    return bool(span.of(text).strip(_MARKS))


def _shares(first: Clause, second: Clause) -> bool:
    return first.quantity.kind == second.quantity.kind == "percent"


def _joined(text: str, clause: Clause, following: Clause) -> bool:
    """Whether the next number follows right behind a comma or "và"."""
    between = text[clause.after.end : following.whole.start].strip()
    return between in ("và", ",", "") and following.before.of(text).strip() in ("", "và")


def _is_act(text: str, head: Span) -> bool:
    """Whether the words before a share are one verb, done to it and the next ("Số hóa 80% …")."""
    said = leads_off(head.of(text))
    verb = load("verbs").at(view(said), 0)
    return verb is not None and not said[verb.span.end :].strip()


def _is_lead_in(text: str, clause: Clause) -> bool:
    return clause.before.of(text).strip().endswith(":")


def _predicate_in(text: str, span: Span) -> int | None:
    """Where the predicate of a share begins; "có" and "bị" may belong to its noun.

    A capital is part of a name: "nghị quyết của Ban Chấp hành".
    """
    seen, verbs = Page.of(text).viewed, holds("target_predicates", "state", "act")
    found = verbs.finditer(seen, span.start, span.end)
    return next((verb.start() for verb in found if text[verb.start()].islower()), None)


@cache
def _growing() -> re.Pattern[str]:
    grows, filler = words("target_reaches", "increase", "decrease"), words("target_times", "filler")
    return re.compile(rf"\W*({grows})(?:,? (?:{filler}))*\s*$")


@cache
def _bare_predicate() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{words('target_predicates', 'state', 'own')})(?!\w)")


def _matches(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    return pattern.match(Page.of(text).viewed, span.start, span.end) is not None


def _search(pattern: re.Pattern[str], text: str, span: Span) -> re.Match[str] | None:
    return pattern.search(Page.of(text).viewed, span.start, span.end)
