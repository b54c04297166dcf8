"""The sentences of a plan with the roles that its answer gives them, and those the rules give them.

In: a reread plan. Out: `Passage` objects in order: where each stands, its words ("tỷ_lệ" is not
joined: words are what the tokenizer gives, digits as 0), its marks ("topic=targets"), `gold` and
`found` roles. A passage is one sentence of a paragraph, or one row of a ruled table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from evaluation.entries import source_span
from evaluation.judge import judge, rows_of
from evaluation.match import Record
from evaluation.place import Located
from evaluation.policy import POLICY
from evaluation.reread import Reread
from extractor.document.model import Block, BlockKind
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.language.tokenizer import tokens
from extractor.span import Span
from extractor.text import Folded, fold, folded

ROLES: Mapping[str, tuple[str, ...]] = {
    "target": ("targets",),
    "task": ("assignments",),
    "time window": ("time_windows",),
    "legal basis": ("legal_bases",),
    "award": ("quotas", "forms", "criteria"),
}
ROLE_OF = {section: role for role, sections in ROLES.items() for section in sections}
NONE = "none"
_HALF = 0.5  # a quote that only touches a passage does not give it a role
Answer = tuple[str, Record, Span]  # section, fact, place
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or table row, what is known of it without reading it, and its roles."""

    span: Span
    words: tuple[str, ...]
    marks: tuple[str, ...]
    gold: frozenset[str]
    found: frozenset[str]


def passages_of(one: Reread, record: Record) -> list[Passage]:
    """The passages of a plan; `record` is what the rules give for it."""
    assert one.reading is not None
    answers = list(gold_places(one.reading.text, one.gold))
    gold = _by_role((section, place) for section, _, place in answers)
    found = _by_role(found_places(one.gold, record, answers))
    return [
        Passage(
            span,
            words_of(span.of(one.reading.text)),
            marks_of(one.reading, block, span),
            roles_at(span, gold),
            roles_at(span, found),
        )
        for block, span in spans_of(one.reading)
    ]


def roles_at(span: Span, places: Mapping[str, Iterable[Span]]) -> frozenset[str]:
    """The roles that have a quote here: half of the quote, or half of the passage."""
    return frozenset(
        role for role, spans in places.items() if any(belongs(span, one) for one in spans)
    )


def belongs(passage: Span, quote: Span) -> bool:
    """Whether a quote makes a passage what it is."""
    shared = min(passage.end, quote.end) - max(passage.start, quote.start)
    return shared > 0 and shared >= _HALF * min(len(passage), len(quote))


def gold_places(text: str, gold: Record) -> Iterator[Answer]:
    """Each fact of an answer that can be placed by its quote."""
    view, located = fold(text), Located(text)
    for section in ROLE_OF:
        behind = 0
        for row in rows_of(POLICY.sections[section], gold):
            quote = str(row.get("quote") or (row.get("source") or {}).get("text") or "")
            place = _from(view, quote, behind) or (located.find(quote) if quote else None)
            if place is not None:
                behind = place.start
                yield section, row, place


def _from(view: Folded, quote: str, behind: int) -> Span | None:
    """The first whole place of a quote at or behind an offset, else the first of all.

    Answers list their facts in the order of the text, so that of two like sentences the later
    belongs to the later fact.
    """
    words = folded(quote)
    at = view.text.find(words) if words else -1
    first = None
    while at >= 0:
        place = view.back(Span(at, at + len(words)))
        first = first or place
        if place.start >= behind:
            return place
        at = view.text.find(words, at + 1)
    return first


def found_places(
    gold: Record, record: Record, answers: Iterable[Answer]
) -> Iterator[tuple[str, Span]]:
    """Section and place of each fact that the rules found.

    A fact that answers a gold fact counts where that one is quoted: an answer may quote a task with
    all its labelled lines, of which the rules name one as their source.
    """
    places = {id(row): place for _, row, place in answers}
    for section, judged in judge(gold, record).items():
        if section in ROLE_OF:
            pairs = [(pair.gold, pair.found) for pair in judged.pairs]
            for answer, row in (*pairs, *((None, row) for row in judged.false)):
                place = places.get(id(answer)) or source_span(section, row, record)
                if place is not None:
                    yield section, place


def _by_role(places: Iterable[tuple[str, Span]]) -> dict[str, list[Span]]:
    each: dict[str, list[Span]] = {role: [] for role in ROLES}
    for section, place in places:
        each[ROLE_OF[section]].append(place)
    return each


def spans_of(reading: Reading) -> Iterator[tuple[Block, Span]]:
    """The passages of a document, each with the block it begins in."""
    for _, group in groupby(reading.document.body, _row):
        blocks = [block for block in group if block.text.strip()]
        if not blocks:
            continue
        if _ruled(blocks[0]):
            yield blocks[0], Span(blocks[0].start, blocks[-1].end).trimmed(reading.text)
            continue
        for block in blocks:
            for span in sentences(reading.text, block.span):
                yield block, span


def _row(block: Block) -> tuple[int, ...]:
    """Equal for the cells of one row of a ruled table, and for no two other blocks."""
    if block.cell is not None and not block.cell.borderless:
        return (block.cell.table, block.cell.row)
    return (-1, block.index)


def _ruled(block: Block) -> bool:
    return block.kind is BlockKind.CELL and block.cell is not None and not block.cell.borderless


def words_of(text: str) -> tuple[str, ...]:
    """Words as the model sees them: small letters, numbers of any size the same."""
    words = (word.strip().lower() for word, _ in tokens(text))
    return tuple(_DIGITS.sub("0", word) for word in words if word)


def marks_of(reading: Reading, block: Block, span: Span) -> tuple[str, ...]:
    """What outline and recognisers know of a passage, as words that no text holds."""
    node = reading.outline.node_before(block)
    topics = node.topics if node is not None else ()
    own = node is not None and node.block is block
    marks = [f"part={reading.outline.part_at(block)}"]
    marks += [f"topic={topics[0] if topics else NONE}"]
    marks += [f"under={topic}" for topic in sorted(set(topics[1:]))]
    marks += [f"marker={node.marker.kind if own and node and node.marker else NONE}"]
    marks += ["row"] if _ruled(block) else []
    marks += ["heading"] if own and node and node.is_heading else []
    marks += ["first"] if span.start - block.start <= _near(node, own) else []
    return (*marks, *_seen(reading, span))


def _near(node: Any, own: bool) -> int:
    return node.marker.length if own and node.marker else 0


def _seen(reading: Reading, span: Span) -> Iterator[str]:
    mentions = reading.mentions
    kinds: Mapping[str, Sequence[Any]] = {
        "quantity": mentions.quantities,
        "date": mentions.dates,
        "citation": mentions.citations,
        "organisation": mentions.organisations,
    }
    for name, each in kinds.items():
        inside = sum(one.span.overlaps(span) for one in each)
        yield f"{name}={min(inside, 2)}"
