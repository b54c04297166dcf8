"""The targets of one sentence: its pieces, the clauses of each, what each number measures.

"Hằng năm, 100% cán bộ được tập huấn; tổ chức ít nhất 04 buổi đối thoại" gives two targets of
per `year`; in "Năm 2026: 60% thôn đạt chuẩn; năm 2027: 80%" the second measures what the first
named.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.fields.targets.accept import acceptable
from extractor.fields.targets.breakdown import breakdown
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import leading_date, leading_period
from extractor.fields.targets.extent import extent_of
from extractor.fields.targets.indicator import Measured, measured
from extractor.fields.targets.lending import clauses
from extractor.fields.targets.numbers import candidates
from extractor.fields.targets.pieces import pieces_of
from extractor.fields.targets.reported import reported
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.vocabulary import holds
from extractor.fields.targets.zero import read_zero
from extractor.plan.model import Operator, Period, Target
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_STATES_AIM = re.compile(r"^\W*(?:mục tiêu|chỉ tiêu)(?: là| đến| phấn đấu| đề ra|:| \d)")
_BRACKETS = re.compile(r"\([^()]*\)")
_SHORTEST = 2  # characters of an indicator
_SURE, _LIKELY = 0.93, 0.8


@dataclass(frozen=True, slots=True)
class Name:
    """What a title, or the target before, says is measured, and where that begins.

    `rate` marks a title that opens with a rate, of which the sentence may name parts.
    """

    text: str
    start: int
    rate: bool = False


def sentence_targets(
    reading: Reading, sentence: Span, scope: Scope, name: Name | None
) -> Iterator[Target]:
    """The targets of a sentence; a number that names nothing measures what was named last."""
    per, by = leading_period(reading, sentence), leading_date(reading, sentence)
    for piece in pieces_of(reading, sentence):
        for target in _piece_targets(reading, piece, scope, name):
            name = _named_by(target, name)
            yield target if _own_date(target) else _led(target, per, by)


def _named_by(target: Target, name: Name | None) -> Name:
    """What the next number measures that names nothing: a rate of the title, else the same."""
    return name if name and name.rate else Name(target.indicator, target.source.start)


def _own_date(target: Target) -> bool:
    return target.by is not None and "by" not in target.basis


def _led(target: Target, per: Period | None, by: str | None) -> Target:
    """A target with the times that open its sentence."""
    basis = {key: value for key, value in target.basis.items() if key != "by" or not by}
    return replace(target, per=target.per or per, by=by or target.by, basis=basis)


def _piece_targets(
    reading: Reading, piece: Span, scope: Scope, name: Name | None
) -> Iterator[Target]:
    if _STATES_AIM.match(view(reading.slice(piece))):
        scope = dataclasses.replace(scope, context="target")
    if scope.context == "target":
        yield from read_zero(reading, piece, scope)
    if not scope.past and not scope.forecast and not _tells(reading, piece, scope):
        last = name  # a share that names nothing measures what the share before it did
        for clause in _commitments(reading, piece, scope):
            share = clause.quantity.kind == "percent"
            for target in _clause_target(reading, clause, scope, last if share else name):
                yield target
                last = _named_by(target, last) if share else last


def _tells(reading: Reading, piece: Span, scope: Scope) -> bool:
    """Whether a piece only reports: one that aims too is judged clause by clause."""
    said = reading.slice(piece)
    aims = holds("target_leads", "strive").search(view(said)) is not None
    return not aims and reported(said, scope.context)


def _commitments(reading: Reading, piece: Span, scope: Scope) -> Iterator[Clause]:
    """The clauses whose numbers are targets; a list goes on where its head was one."""
    before, due = None, False
    for clause in clauses(reading.text, piece, candidates(reading, piece)):
        listed = before is not None and _same_list(reading, before, clause)
        if not listed or not due:
            due = not listed and _is_due(reading, clause, piece, scope)
        if due:
            yield clause
        before = clause


def _is_due(reading: Reading, clause: Clause, piece: Span, scope: Scope) -> bool:
    told = reported(reading.slice(clause.whole), scope.context)
    return not told and acceptable(reading, clause, piece, scope)


def _same_list(reading: Reading, before: Clause, clause: Clause) -> bool:
    """Whether a count goes on with the list of the count before it ("01 xe, 01 máy …")."""
    between = reading.text[before.whole.end : clause.quantity.span.start].strip()
    if clause.attends:
        return True
    return before.quantity.kind == clause.quantity.kind == "count" and between in (",", "và")


def _clause_target(
    reading: Reading, clause: Clause, scope: Scope, name: Name | None
) -> Iterator[Target]:
    words, start = measured(reading, clause), clause.head.start
    own = words.subject or clause.attends
    indicator = _under(name, words, clause.quantity) if name and not own else None
    if name and indicator:
        words, start = dataclasses.replace(words, indicator=indicator), name.start
        scope = dataclasses.replace(scope, group=scope.above)
    silent = clause.quantity.kind == "measure" and _names_nothing(words.indicator, clause.quantity)
    if len(words.indicator) >= _SHORTEST and not silent:
        place = Span(min(start, clause.whole.start), clause.whole.end)
        target = _target(reading, clause, words, scope, place)
        yield target
        yield from breakdown(reading, clause, target)


def _under(name: Name, words: Measured, quantity: Quantity) -> str | None:
    """What is measured by a clause that needs its title: the title, or a part of its rate."""
    if _names_nothing(words.indicator, quantity):
        return name.text
    return f"{name.text} {words.indicator}" if name.rate and words.part else None


def _names_nothing(indicator: str, quantity: Quantity) -> bool:
    """Whether an indicator is no more than the unit: then the title says what is measured."""
    said = clean(_BRACKETS.sub("", indicator))
    return len(said) < _SHORTEST or said.lower() == (quantity.unit or "").lower()


def _target(reading: Reading, clause: Clause, words: Measured, scope: Scope, place: Span) -> Target:
    quantity = clause.quantity
    sure = scope.context == "target" and quantity.kind == "percent"
    return Target(
        indicator=words.indicator,
        operator=cast(Operator, quantity.operator),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=extent_of(reading.text, quantity).unit,
        change=words.change,
        per=words.per or (None if words.by else scope.per),
        by=words.by or scope.by,
        group=scope.group,
        subject=words.subject or scope.subject,
        context=scope.context,
        source=source_of(reading, place),
        rule=f"targets.sentence/{quantity.rule}",
        confidence=_SURE if sure else _LIKELY,
        basis={"by": "inherited"} if scope.by and not words.by else {},
    )
