"""Reads the targets of a plan: sentences first, then tables, in the order of the text."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.fields.targets.accept import acceptable, eligible, reported, spelled_out
from extractor.fields.targets.clause import Clause, clauses
from extractor.fields.targets.indicator import Measured, measured
from extractor.fields.targets.period import leading_period
from extractor.fields.targets.scope import Scope, scope_of
from extractor.fields.targets.tables import read_tables
from extractor.fields.targets.zero import read_zero
from extractor.outline.model import Node, Part
from extractor.plan.model import Target
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.view import view

_STATES_AIM = re.compile(r"^\W*(?:mục tiêu|chỉ tiêu)(?: là| đến| phấn đấu| đề ra|:| \d)")
_SHORTEST = 2  # characters of an indicator


def read_targets(reading: Reading) -> tuple[Target, ...]:
    """Every measurable commitment of the body, the annexes and their tables."""
    found: list[Target] = []
    for node in reading.nodes(parts=(Part.BODY, Part.ANNEX)):
        found.extend(_node_targets(reading, node))
    found.extend(read_tables(reading, partial(_cell_targets, reading)))
    return tuple(sorted(found, key=lambda target: (target.source.start, target.source.end)))


def _node_targets(reading: Reading, node: Node) -> Iterator[Target]:
    scope = scope_of(reading, node)
    if node.title is None or node.content is None or _quantities(reading, node.title):
        yield from _span_targets(reading, node.text, scope, None)
    else:
        yield from _span_targets(reading, node.content, scope, node.title)


def _cell_targets(reading: Reading, span: Span, scope: Scope) -> Iterator[Target]:
    yield from _span_targets(reading, span, scope, None)


def _span_targets(
    reading: Reading, span: Span, scope: Scope, title: Span | None
) -> Iterator[Target]:
    for sentence in sentences(reading.text, span):
        pieces = _pieces(reading, sentence)
        per = leading_period(reading.slice(pieces[0]))
        for piece in pieces:
            for target in _piece_targets(reading, piece, scope, title):
                yield target if target.per or _own_date(target) else replace(target, per=per)


def _own_date(target: Target) -> bool:
    return target.by is not None and "by" not in target.basis


def _pieces(reading: Reading, sentence: Span) -> list[Span]:
    """The clauses between semicolons; a share goes on over one that adds a predicate and no number."""
    pieces: list[Span] = []
    for piece in sentences(reading.text, sentence, semicolons=True):
        if pieces and _continues(reading, pieces[-1], piece):
            pieces[-1] = Span(pieces[-1].start, piece.end)
        else:
            pieces.append(piece)
    return pieces


def _continues(reading: Reading, piece: Span, following: Span) -> bool:
    numbers = _quantities(reading, piece)
    if len(numbers) != 1 or numbers[0].kind != "percent" or _quantities(reading, following):
        return False
    opens = not reading.slice(Span(piece.start, numbers[0].span.start)).strip(" -+–")
    return (
        opens and reading.slice(following)[:1].islower() and "không" not in reading.slice(following)
    )


def _piece_targets(
    reading: Reading, sentence: Span, scope: Scope, title: Span | None
) -> Iterator[Target]:
    numbers = _quantities(reading, sentence)
    if _STATES_AIM.match(view(reading.slice(sentence))):
        scope = dataclasses.replace(scope, context="target")
    if scope.context == "target":
        yield from read_zero(reading, sentence, scope)
    if not numbers or reported(reading.slice(sentence), scope):
        return
    before: Clause | None = None
    for clause in clauses(reading.text, sentence, numbers):
        listed = before is not None and _same_list(reading, before, clause)
        before = None
        if listed or acceptable(reading, clause, sentence, scope):
            before = clause
            yield from _clause_target(reading, clause, sentence, scope, title)


def _same_list(reading: Reading, before: Clause, clause: Clause) -> bool:
    """Whether a count goes on with a list whose head was a commitment ("01 xe, 01 máy …")."""
    between = reading.text[before.whole.end : clause.quantity.span.start].strip()
    same = before.quantity.kind == clause.quantity.kind == "count"
    return same and between in (",", "và")


def _clause_target(
    reading: Reading, clause: Clause, sentence: Span, scope: Scope, title: Span | None
) -> Iterator[Target]:
    words = measured(reading, clause, sentence)
    if title is not None and _names_nothing(words.indicator, clause.quantity):
        words = dataclasses.replace(words, indicator=reading.value(title))
    if len(words.indicator) >= _SHORTEST:
        yield _target(reading, clause, words, scope)


def _names_nothing(indicator: str, quantity: Quantity) -> bool:
    """Whether an indicator is no more than the unit: then the title says what is measured."""
    return len(indicator) < _SHORTEST or indicator.lower() == (quantity.unit or "").lower()


def _quantities(reading: Reading, sentence: Span) -> list[Quantity]:
    """The numbers that may be targets; those in brackets only explain where others stand outside."""
    found = [q for q in reading.mentions.quantities_in(sentence) if eligible(q)]
    digits = [q for q in found if not spelled_out(reading.text, q) or q.operator != "eq"]
    found = digits or found
    outside = [q for q in found if not _bracketed(reading.text, sentence, q)]
    return outside or [q for q in found if q.kind == "percent"]


def _bracketed(text: str, sentence: Span, quantity: Quantity) -> bool:
    before = text[sentence.start : quantity.core.start]
    return before.count("(") > before.count(")")


def _target(reading: Reading, clause: Clause, words: Measured, scope: Scope) -> Target:
    quantity = clause.quantity
    stated = words.by is not None
    return Target(
        indicator=words.indicator,
        operator=quantity.operator,  # type: ignore[arg-type]
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit or "",
        change=words.change,
        per=words.per,
        by=words.by or scope.by,
        group=scope.group,
        subject=words.subject,
        context=scope.context,
        source=source_of(reading, _evidence(clause)),
        rule=f"targets.sentence/{quantity.rule}",
        confidence=0.93 if scope.context == "target" and quantity.kind == "percent" else 0.8,
        basis={"by": "inherited"} if scope.by and not stated else {},
    )


def _evidence(clause: Clause) -> Span:
    start = clause.borrowed_before.start if clause.borrowed_before else clause.whole.start
    return Span(start, clause.whole.end)
