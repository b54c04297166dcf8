"""Criteria: each condition, ground, priority or exclusion that decides who is awarded.

Under a heading of standards every bullet is one; elsewhere a sentence that sets a ground ("Căn
cứ kết quả …"), a priority ("Ưu tiên …"), an exclusion ("Chưa khen thưởng …") or a duty ("… phải
có …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.awards.merits import names_merit
from extractor.fields.awards.recipients import addressed, recipient_named, recipient_of
from extractor.fields.awards.scope import Place
from extractor.fields.awards.words import conditions, says, words
from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.lexicon.load import load
from extractor.outline.model import Node
from extractor.plan.model import Criterion
from extractor.span import Span
from extractor.view import view

_NO_CRITERIA = frozenset({"dossier", "time", "funding", "subjects"})
_CLOSED = frozenset({"forms", "quotas"})
_BULLET_RANK = 7.0
_SHORTEST = 15
_LEADS_IN = 80  # a bullet over bullets this long sets conditions of its own
_BY_LAW = re.compile(rf"^\W*{words('by_law')}")


def criteria_of(reading: Reading, place: Place) -> Iterator[Criterion]:
    """The criteria that a block of the part on awards states."""
    if place.policy or place.kinds & _NO_CRITERIA:
        return
    if place.node.is_heading or reading.slice(place.node.text).rstrip().endswith(":"):
        yield from _lead(reading, place)
    elif _is_standard(reading, place):
        for span in _by_recipient(reading, _text(reading, place.node)):
            yield _criterion(reading, place, span, place.heads)
    else:
        yield from _told(reading, place)


def _lead(reading: Reading, place: Place) -> Iterator[Criterion]:
    """A bullet over bullets that sets a condition itself ("…, đạt các tiêu chuẩn sau:")."""
    node = place.node
    bullet = node.marker is not None and node.marker.rank >= _BULLET_RANK
    counted = reading.mentions.quantities_in(node.text)
    if bullet and len(node.text) > _LEADS_IN and not counted and "standards" in place.kinds:
        yield _criterion(reading, place, node.text, place.heads)


def _is_standard(reading: Reading, place: Place) -> bool:
    """Whether a whole block is one criterion: a bullet under a heading of standards."""
    seen = view(reading.slice(_text(reading, place.node)))
    if len(seen) < _SHORTEST or place.node.marker is None or _BY_LAW.match(seen):
        return False
    under = "standards" in place.kinds or (
        _addresses(place) and not any(load("award_forms").find(seen))
    )
    return (
        under
        and not (place.kinds & _CLOSED - {"quotas"})
        and not conditions("promise").search(seen)
    )


def _addresses(place: Place) -> bool:
    """Whether the lead of a block, or the heading over it, says for whom its words hold."""
    nearest = place.own or next(iter(place.heads), "")
    return not (place.kinds & _CLOSED) and addressed(nearest) is not None


def _told(reading: Reading, place: Place) -> Iterator[Criterion]:
    """The sentences of a block that set a condition; the whole bullet, where it is one."""
    text = _text(reading, place.node)
    spans = [text] if place.node.marker is not None else list(sentences(reading.text, text))
    if place.node.marker is not None and not _sets(reading, text):
        spans = list(sentences(reading.text, text))
    for span in spans:
        if len(span) >= _SHORTEST and _sets(reading, span):
            for part in _by_recipient(reading, span):
                yield _criterion(reading, place, part, place.titles)


def _by_recipient(reading: Reading, text: Span) -> Iterator[Span]:
    """A standard in its parts where each names a recipient of its own: "Thôn …; cá nhân …"."""
    clauses = list(sentences(reading.text, text, semicolons=True))
    named = [recipient_named(reading.value(clause)) for clause in clauses]
    parted = len(clauses) > 1 and all(named) and len(set(named)) > 1
    yield from clauses if parted else [text]


def _text(reading: Reading, node: Node) -> Span:
    """What a block says, without a lead that only names it, a form, or calls for attention."""
    if node.title is None or node.content is None:
        return node.text
    title = view(reading.value(node.title))
    form = load("award_forms").at(title, 0)
    section = load("award_sections").entry_of(title)
    standards = section is not None and section.word("kind") == "standards"
    return node.content if form or standards or says("note", title) else node.text


def _sets(reading: Reading, span: Span) -> bool:
    seen = view(reading.slice(span)).lstrip(" -+*")
    if conditions("ground").match(seen) or names_merit(seen):
        return True
    return (
        conditions("inner").search(seen) is not None and conditions("procedure").match(seen) is None
    )


def _criterion(reading: Reading, place: Place, span: Span, heads: tuple[str, ...]) -> Criterion:
    tight = span.trimmed(reading.text, " \t\u00a0-–+*")
    return Criterion(
        text=reading.value(tight),
        recipient=recipient_of(reading.value(tight), heads),
        source=source_of(reading, tight),
        rule="awards.criterion",
        confidence=0.85,
    )
