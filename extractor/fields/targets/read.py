"""Reads the targets of a plan: sentences first, then tables, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.fields.targets.accept import acceptable, reported
from extractor.fields.targets.clause import Clause, clauses
from extractor.fields.targets.indicator import Measured, measured
from extractor.fields.targets.scope import Scope, scope_of
from extractor.fields.targets.tables import read_tables
from extractor.fields.targets.zero import read_zero
from extractor.outline.model import Node, Part
from extractor.plan.model import Target
from extractor.recognise.model import Quantity
from extractor.span import Span

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
    for span in (node.content, node.title if node.content is None else None):
        if span is not None:
            for sentence in sentences(reading.text, span, semicolons=True):
                yield from _sentence_targets(reading, sentence, scope)


def _cell_targets(reading: Reading, span: Span, scope: Scope) -> Iterator[Target]:
    for sentence in sentences(reading.text, span, semicolons=True):
        yield from _sentence_targets(reading, sentence, scope)


def _sentence_targets(reading: Reading, sentence: Span, scope: Scope) -> Iterator[Target]:
    numbers = _quantities(reading, sentence)
    if scope.context == "target":
        yield from read_zero(reading, sentence, scope)
    if not numbers or reported(reading.slice(sentence), scope):
        return
    for clause in clauses(reading.text, sentence, numbers):
        if acceptable(reading, clause, sentence, scope):
            words = measured(reading, clause, sentence)
            if len(words.indicator) >= _SHORTEST:
                yield _target(reading, clause, words, scope)


def _quantities(reading: Reading, sentence: Span) -> list[Quantity]:
    kinds = ("percent", "count", "measure", "money")
    return [
        quantity
        for quantity in reading.mentions.quantities
        if sentence.covers(quantity.core) and quantity.kind in kinds
    ]


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
