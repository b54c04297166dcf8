"""What was recognised where facts are expected, and covered by no fact's source: the whole list.

In: a reading and its plan. Out: `Unused("percentage", Span(812, 815), Topic.TARGETS)` for each
document, date, percentage and counted amount. For a person who goes through a record: much of it is
rightly no fact ("05 nhóm chỉ tiêu"). The few that warn by themselves are chosen in
`warnings.unused`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from extractor.document.locate import block_at
from extractor.fields.context import Reading
from extractor.outline.model import Part, Topic
from extractor.plan.model import Fact, Plan
from extractor.span import Span

Kind = Literal["citation", "date", "percentage", "amount"]

_TEXT = (Part.BODY, Part.ANNEX)
# Purposes, subjects and money state no facts of their own; a section without a topic may.
_SILENT = frozenset({Topic.PURPOSE, Topic.SUBJECTS, Topic.FUNDING})
_NUMBERS: dict[str, Kind] = {
    "percent": "percentage", "count": "amount", "measure": "amount", "money": "amount",
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Unused:
    """One mention without a fact: its kind, its place, the topic of its section."""

    span: Span
    kind: Kind
    topic: Topic | None


def unused(reading: Reading, plan: Plan) -> list[Unused]:
    """Every mention that no fact covers, in the order of the text."""
    search = _Search(reading, plan)
    return sorted(chain(search.citations(), search.dates(), search.numbers()))


@dataclass(frozen=True)
class _Search:
    reading: Reading
    plan: Plan

    def citations(self) -> Iterator[Unused]:
        """Documents that stand for themselves: one in another's title belongs to that.

        A law without its number is no citation; among the bases it is missing all the same.
        """
        bases = {base.number for base in self.plan.legal_bases} - {None}
        for one in self.reading.mentions.citations:
            if one.inside is None and one.number not in bases:
                for found in self._found("citation", one.head, one.head, self._with_citations):
                    if one.number or found.topic is Topic.BASES:
                        yield found

    def dates(self) -> Iterator[Unused]:
        """Dates of the text; a heading's date that facts below inherited is used by them."""
        for one in self.reading.mentions.free_dates:
            if one.kind != "blank" and one.date not in self._inherited:
                yield from self._found("date", one.span, one.core, self._covered)

    def numbers(self) -> Iterator[Unused]:
        for one in self.reading.mentions.quantities:
            if one.kind in _NUMBERS:
                yield from self._found(_NUMBERS[one.kind], one.span, one.core, self._covered)

    def _found(self, kind: Kind, shown: Span, core: Span, used: _Cover) -> Iterator[Unused]:
        block = block_at(self.reading.document, core.start)
        part = self.reading.outline.part_at(block)
        node = self.reading.outline.node_before(block) if part in _TEXT else None
        topic = Topic.BASES if part is Part.PREAMBLE and kind == "citation" else None
        if node is not None:
            topic = node.topic
        elif topic is None:
            return
        if topic not in _SILENT and not used.covers(core):
            yield Unused(shown, kind, topic)

    @cached_property
    def _covered(self) -> _Cover:
        awards, plan = self.plan.awards, self.plan
        return _Cover.of(
            plan.legal_bases, plan.targets, plan.time_windows, plan.assignments,
            awards.quotas, awards.forms, awards.criteria,
        )  # fmt: skip

    @cached_property
    def _with_citations(self) -> _Cover:
        """What uses a document; each numbered one is a citation, so in the preamble bases count."""
        behind = (one for one in self.plan.citations if one.where != "preamble")
        return _Cover.of(self.plan.legal_bases, behind)

    @cached_property
    def _inherited(self) -> frozenset[str | None]:
        return frozenset(one.by for one in self.plan.targets if one.basis.get("by") == "inherited")


@dataclass(frozen=True, slots=True)
class _Cover:
    """The sources of some facts, to be asked whether one of them covers a place."""

    starts: tuple[int, ...]
    reaches: tuple[int, ...]  # the furthest end of the sources up to each start

    @classmethod
    def of(cls, *lists: Iterable[Fact]) -> _Cover:
        sources = sorted((fact.source.start, fact.source.end) for fact in chain(*lists))
        reaches: list[int] = []
        for _, end in sources:
            reaches.append(max(end, reaches[-1] if reaches else end))
        return cls(tuple(start for start, _ in sources), tuple(reaches))

    def covers(self, place: Span) -> bool:
        """Whether one source holds all of `place`."""
        at = bisect_right(self.starts, place.start)
        return at > 0 and self.reaches[at - 1] >= place.end
