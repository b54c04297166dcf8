"""Legal bases: the documents of the preamble (or of a section on bases) on which the plan rests.

"Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định …;" gives one base with
relation `pursuant_to`. A document named only inside another's title is none; neither is one that
nothing identifies. Source: the contract, section legal_bases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from extractor.fields.context import Reading, source_of
from extractor.fields.issuing import issues
from extractor.fields.legal_bases_congress import congress_bases
from extractor.fields.legal_bases_cuts import sentences_of
from extractor.lexicon.load import load
from extractor.outline.model import Part, Topic
from extractor.plan.model import LegalBase, Relation
from extractor.recognise.model import Citation
from extractor.span import Span
from extractor.text import UPPER, clean
from extractor.view import view

_RELATIONS: dict[str, Relation] = {name: name for name in get_args(Relation)}
_LEAD = re.compile(rf"^[\s\-–+*•\d.)a-zđ]{{0,6}}(?=[{UPPER}])")
# "Theo đề nghị của … tại Tờ trình số …; … tại Công văn số …": before each stands who asks.
_REQUESTS = re.compile(
    r"(?:đề nghị|đề xuất)(?: của)?\s{1,9}(?:[^;:]{0,60}:\s{1,9})?(?P<who>[^;:()]{3,120}?)"
    r"(?:\s{1,9}\([^()]{2,160}\))?\s{0,9},?\s{1,9}(?:tại|trong|theo)\s"
)
_ASKS_TOO = re.compile(
    r"(?:\A|[;:]) {0,9}(?:và )?(?P<who>[^;:]{3,120}?)\s{1,9}(?:tại|trong|theo)\s{0,9}\Z"
)


def read_legal_bases(reading: Reading) -> tuple[LegalBase, ...]:
    """One base for each document that a sentence of the preamble rests on, in order."""
    found = (
        base
        for block, listed in _blocks(reading)
        for sentence, relation in _stated(reading, block, listed)
        for base in _bases(reading, sentence, relation)
    )
    return tuple(_once(found))


def _once(bases: Iterable[LegalBase]) -> Iterator[LegalBase]:
    """Each document once: its first mention is the whole one (Nghị định 30/2020/NĐ-CP, điều 8)."""
    seen: set[str] = set()
    for base in bases:
        if base.number is None or base.number not in seen:
            seen.add(base.number or "")
            yield base


def _blocks(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Blocks that may name bases, and whether their heading says that they list them."""
    for block in reading.blocks(Part.PREAMBLE):
        yield block.span, False
    for node in reading.nodes(Topic.BASES):
        if not node.is_heading:
            yield node.block.span, True


def _stated(reading: Reading, block: Span, listed: bool) -> Iterator[tuple[Span, Relation]]:
    """The sentences that name bases, each with its relation."""
    default: Relation | None = "pursuant_to" if listed else None
    relation = default
    for sentence in sentences_of(reading, block):
        stated = _relation(reading.slice(sentence))
        if stated is None and not _goes_on(reading.text, sentence, block):
            relation = default
        relation = stated or relation
        if relation:
            yield sentence, relation


def _relation(sentence: str) -> Relation | None:
    """The relation that the first words of a sentence state; None for any other sentence."""
    lead = _LEAD.match(sentence)
    hit = load("relations").at(view(sentence), lead.end() if lead else 0)
    return _RELATIONS[hit.entry.id] if hit else None


def _goes_on(text: str, sentence: Span, block: Span) -> bool:
    """Whether a sentence goes on with the list of the one before ("…; Nghị quyết số …")."""
    return text[block.start : sentence.start].rstrip().endswith(";")


def _bases(reading: Reading, sentence: Span, relation: Relation) -> Iterator[LegalBase]:
    cited = reading.mentions.citations_in(sentence)
    named = [citation for citation in cited if citation.inside is None]
    end = _issue(reading, sentence, named)
    found = [
        _base(reading, sentence, relation, citation)
        for citation in named
        if citation.head.start < end and _identified(citation)
    ]
    found += congress_bases(reading, Span(sentence.start, end), relation)
    yield from sorted(found, key=lambda base: base.source.start)


def _base(reading: Reading, sentence: Span, relation: Relation, citation: Citation) -> LegalBase:
    issuer = citation.issuer or _requester(reading, sentence, relation, citation)
    return LegalBase(
        relation=relation,
        doc_type=citation.doc_type,
        number=citation.number,
        date=citation.date,
        issuer=clean(issuer) if issuer else None,
        title=clean(citation.title) if citation.title else None,
        source=source_of(reading, citation.span),
        rule=f"legal_bases.{relation}/{citation.rule}",
        confidence=0.97 if citation.number and citation.date else 0.9,
        basis={"number": "normalised"} if citation.number_normalised else {},
    )


def _issue(reading: Reading, sentence: Span, named: list[Citation]) -> int:
    """Where a sentence goes on to issue the plan itself: what is named behind it is no base."""
    for issue in issues(reading.slice(sentence)):
        at = sentence.start + issue.verb.start
        if at > sentence.start and not any(c.span.start <= at < c.span.end for c in named):
            return at
    return sentence.end


def _requester(
    reading: Reading, sentence: Span, relation: Relation, citation: Citation
) -> str | None:
    """Who asks, in "Theo đề nghị của … tại Tờ trình số …": the submission's issuer."""
    if relation != "at_request_of":
        return None
    before = reading.text[sentence.start : citation.head.start]
    found = _REQUESTS.search(view(before)) or _ASKS_TOO.search(view(before))
    return before[slice(*found.span("who"))] if found else None


def _identified(citation: Citation) -> bool:
    """A law is identified by its title alone; anything else needs a number, date or year."""
    if citation.number or citation.date:
        return True
    return citation.doc_type in _laws() and bool(citation.title)


@cache
def _laws() -> frozenset[str]:
    entries = load("document_types").entries
    return frozenset(entry.canonical for entry in entries if entry.flag("law"))
