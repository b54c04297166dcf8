"""Reads the targets of a plan: sentences first, then tables, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.targets.due import without_times
from extractor.fields.targets.numbers import candidates
from extractor.fields.targets.scope import Scope, scope_of
from extractor.fields.targets.sentence import Name, sentence_targets
from extractor.fields.targets.subject import singled_out
from extractor.fields.targets.tables import read_tables
from extractor.fields.targets.vocabulary import opens
from extractor.outline.model import Node, Part
from extractor.plan.model import Target
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_NONE = "không"
_AMOUNT = re.compile(r"[Ss]ố lượng|[Qq]uy mô")
_OF_WHICH = re.compile(r"\W*[Tt]rong đó(?!\w)")


def read_targets(reading: Reading) -> tuple[Target, ...]:
    """Every measurable commitment of the body, the annexes and their tables."""
    found: list[Target] = []
    for node in reading.nodes(parts=(Part.BODY, Part.ANNEX)):
        if _may_hold_targets(reading, node):
            parts = _counted_above(reading, node, found)
            found.extend(_node_targets(reading, node, parts))
    found.extend(read_tables(reading, partial(_span_targets, reading)))
    return tuple(sorted(found, key=lambda target: (target.source.start, target.source.end)))


def _may_hold_targets(reading: Reading, node: Node) -> bool:
    """Whether a paragraph has a number, or the word of zero tolerance: most have neither."""
    if reading.mentions.quantities_in(node.text):
        return True
    return _NONE in reading.slice(node.text).lower()


def _counted_above(reading: Reading, node: Node, found: list[Target]) -> str | None:
    """The unit of the last target of the lead-in that a node stands under ("… 03 vị trí, gồm:")."""
    lead = reading.outline.parent(node)
    if lead is None or not reading.slice(lead.text).rstrip().endswith(":"):
        return None
    own = [target for target in found if lead.text.covers(_place(target))]
    return own[-1].unit if own else None


def _place(target: Target) -> Span:
    return Span(target.source.start, target.source.end)


def _node_targets(reading: Reading, node: Node, parts: str | None) -> Iterator[Target]:
    scope = replace(scope_of(reading, node), parts=parts)
    if node.title is None:
        yield from _span_targets(reading, node.text, scope)
    elif node.content and singled_out(reading, node.title):
        yield from _span_targets(reading, node.content, scope)
    elif node.content is None or candidates(reading, node.title):
        yield from _span_targets(reading, node.text, replace(scope, group=scope.above))
    else:
        yield from _span_targets(reading, node.content, scope, _name(reading, node.title))


def _name(reading: Reading, title: Span) -> Name | None:
    """What a title names besides a date."""
    named = clean(without_times(reading, title))
    rate = opens("target_heads", "rate", "amount").match(view(named)) is not None
    return Name(named, title.start, rate) if named and not _AMOUNT.fullmatch(named) else None


def _span_targets(
    reading: Reading, span: Span, scope: Scope, name: Name | None = None
) -> Iterator[Target]:
    whole: str | None = None  # the date of the sentence before, of which the next names parts
    for sentence in sentences(reading.text, span):
        part = whole and _OF_WHICH.match(reading.slice(sentence))
        own = replace(scope, by=whole) if part else scope
        found = list(sentence_targets(reading, sentence, own, name))
        whole = found[0].by if found else None
        yield from found
