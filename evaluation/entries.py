"""The errors of one case: misses, false finds, wrong and minor details, with their passages.

In: a `JudgedCase`. Out: `Entry` objects in the order of the sections. Gold facts are placed by
their quote in the record's own text, found facts by their source; without a record's text only the
quote is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from evaluation.judge import Judged
from evaluation.match import Record
from evaluation.place import Located, Piece, passages
from evaluation.policy import POLICY
from evaluation.score import JudgedCase
from extractor.span import Span

Kind = Literal["missed", "false", "wrong", "minor"]
KINDS: tuple[Kind, ...] = ("missed", "false", "wrong", "minor")
ANSWER, FOUND = "answer", "found"


@dataclass(frozen=True, slots=True)
class Entry:
    """One error: the answer (none for a false find), the find (none for a miss), its place."""

    section: str
    kind: Kind
    gold: Record | None
    found: Record | None
    differs: tuple[str, ...]
    passages: tuple[tuple[Piece, ...], ...]
    quote: str  # the answer's quote where it could not be placed


def entries(one: JudgedCase) -> list[Entry]:
    """Every error of a case, in the order of the sections."""
    text = (one.found or {}).get("text")
    located = Located(text) if text else None
    return [
        _entry(section, error, located, one.found)
        for section, judged in one.sections.items()
        if POLICY.sections[section].shown
        for error in errors_of(judged)
    ]


class Error(NamedTuple):
    """What went wrong, before it has a place."""

    kind: Kind
    gold: Record | None
    found: Record | None
    differs: tuple[str, ...] = ()


def errors_of(judged: Judged) -> Iterator[Error]:
    """Every error of one section: what was missed, found falsely, found with wrong details."""
    for row in judged.missed:
        yield Error("missed", row, None)
    for row in judged.false:
        yield Error("false", None, row)
    for pair in judged.pairs:
        if pair.wrong:
            yield Error("wrong", pair.gold, pair.found, (*pair.wrong, *pair.minor))
        elif pair.minor:
            yield Error("minor", pair.gold, pair.found, pair.minor)


def _entry(section: str, error: Error, located: Located | None, record: Record | None) -> Entry:
    quote = quote_of(section, error.gold)
    if located is None:
        return Entry(section, *error, (), quote)
    spans = {
        ANSWER: located.find(quote) if quote else None,
        FOUND: source_span(section, error.found, record),
    }
    placed = {owner: span for owner, span in spans.items() if span is not None}
    shown = tuple(tuple(pieces) for pieces in passages(located.text, placed))
    return Entry(section, *error, shown, "" if ANSWER in placed else quote)


def quote_of(section: str, gold: Record | None) -> str:
    """What the answer quotes; a text that is a fact by itself is its own quote."""
    if gold is None:
        return ""
    quote = gold.get("quote") or (gold.get("source") or {}).get("text")
    if quote:
        return str(quote)
    if section == "citations":
        return str(gold.get("number") or "")
    fields = POLICY.sections[section].fields
    words = [key for key, field in fields.items() if field.kind in ("text", "code")]
    return next((str(gold[key]) for key in words if gold.get(key)), "")


def source_span(section: str, found: Record | None, record: Record | None) -> Span | None:
    """Where a found fact was read, by its source or by the record's evidence."""
    source = (found or {}).get("source") or _evidence(section, found, record)
    return Span(source["start"], source["end"]) if source else None


def _evidence(
    section: str, found: Record | None, record: Record | None
) -> Mapping[str, Any] | None:
    """Where a field of a single section was read, by the record's `evidence`."""
    if POLICY.sections[section].shape != "single" or not found or not record:
        return None
    part = record.get(POLICY.sections[section].path) or {}
    evidence = (part.get("evidence") or {}).get(next(iter(found)))
    return evidence.get("source") if evidence else None
