"""Legal bases: the documents of the preamble (or of a section on bases) on which the plan rests.

"Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14/6/2025 của Chính phủ quy định …;" gives one base with
relation `pursuant_to`. A document named only inside another's title is none; neither is one that
nothing identifies. Source: the contract, section legal_bases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.fields.context import Reading, source_of
from extractor.lexicon.load import Lexicon, load
from extractor.outline.model import Part, Topic
from extractor.plan.model import LegalBase, Relation
from extractor.recognise.model import Citation
from extractor.span import Span
from extractor.text import UPPER, clean
from extractor.view import view

_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}])")
_LEAD = re.compile(rf"^[\s\-–+*•\d.)a-zđ]{{0,6}}(?=[{UPPER}])")
_ISSUES = re.compile(
    r"(?<!\w)(?:ban hành|xây dựng|phát động|triển khai|đề ra|lập)\s+(?:và (?:triển khai|tổ chức thực hiện)\s+)?"
    r"(?:kế hoạch|chương trình|hướng dẫn|phương án|phong trào)(?!\w)"
)
_REQUESTS = re.compile(r"(?:đề nghị|đề xuất)(?: của)?\s+(?P<who>.{3,120}?)\s+(?:tại|trong|theo)\s")
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


def read_legal_bases(reading: Reading) -> tuple[LegalBase, ...]:
    """One base for each document that a sentence of the preamble rests on, in order."""
    bases: list[LegalBase] = []
    for block, listed in _blocks(reading):
        relation: Relation | None = "pursuant_to" if listed else None
        for sentence in _sentences(reading.text, block):
            stated = _relation(reading.slice(sentence))
            if stated is None and not _continues(reading.text, sentence, block):
                relation = "pursuant_to" if listed else None
            relation = stated or relation
            if relation:
                bases.extend(_bases(reading, sentence, relation))
    return tuple(_once(bases))


def _once(bases: list[LegalBase]) -> Iterator[LegalBase]:
    """Each document once: its first mention is the whole one (Nghị định 30/2020/NĐ-CP, điều 8)."""
    seen: set[str] = set()
    for base in bases:
        if base.number is None or base.number not in seen:
            seen.add(base.number or "")
            yield base


def _blocks(reading: Reading) -> Iterator[tuple[Span, bool]]:
    for block in reading.blocks(Part.PREAMBLE):
        yield block.span, False
    for node in reading.nodes(Topic.BASES):
        if not node.is_heading:
            yield node.block.span, True


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for found in _SENTENCE.finditer(text, block.start, block.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, block.end)


@cache
def _relations() -> Lexicon:
    return load("relations")


def _relation(sentence: str) -> Relation | None:
    """The relation that the first words of a sentence state; None for any other sentence."""
    lead = _LEAD.match(sentence)
    hit = _relations().at(view(sentence), lead.end() if lead else 0)
    return hit.entry.id if hit else None  # type: ignore[return-value]


def _continues(text: str, sentence: Span, block: Span) -> bool:
    """Whether a sentence goes on with the list of the one before ("…; Nghị quyết số …")."""
    return sentence.start > block.start and text[: sentence.start].rstrip().endswith(";")


def _bases(reading: Reading, sentence: Span, relation: Relation) -> Iterator[LegalBase]:
    named = [c for c in reading.mentions.citations if sentence.covers(c.head) and c.inside is None]
    end = _issue(reading, sentence, named)
    for citation in named:
        if citation.head.start < end and _identified(citation):
            yield LegalBase(
                relation=relation,
                doc_type=citation.doc_type,
                number=citation.number,
                date=citation.date,
                issuer=clean(citation.issuer or _requester(reading, sentence, relation) or "")
                or None,
                title=clean(citation.title) if citation.title else None,
                source=source_of(reading, citation.span),
                rule=f"legal_bases.{relation}/{citation.rule}",
                confidence=0.97 if citation.number and citation.date else 0.9,
                basis={"number": "normalised"} if citation.number_normalised else {},
            )


def _issue(reading: Reading, sentence: Span, named: list[Citation]) -> int:
    """Where a sentence goes on to issue the plan itself: what is named behind it is no base."""
    for found in _ISSUES.finditer(view(reading.slice(sentence))):
        at = sentence.start + found.start()
        if at > sentence.start and not any(c.span.start <= at < c.span.end for c in named):
            return at
    return sentence.end


def _requester(reading: Reading, sentence: Span, relation: Relation) -> str | None:
    """Who asks, in "Theo đề nghị của … tại Tờ trình số …": the submission's issuer."""
    if relation != "at_request_of":
        return None
    found = _REQUESTS.search(view(reading.slice(sentence)))
    if found is None:
        return None
    return reading.slice(sentence)[found.start("who") : found.end("who")]


def _identified(citation: Citation) -> bool:
    """A law is identified by its title alone; anything else needs a number, date or year."""
    if citation.number or citation.date:
        return True
    return citation.doc_type in _LAWS and bool(citation.title)
