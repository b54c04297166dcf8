"""Tasks in the sentences of the part on organisation: one duty for each sentence.

"1. Sở Nội vụ" over "- Chủ trì tham mưu …" gives Sở Nội vụ the role `lead`; "Giao Sở Nội vụ chủ
trì …" and "Sở Nội vụ chủ trì …" say so themselves. What a line hands to the lines below it, and a
lead-in to those behind it, is kept while the outline is walked from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.fields.assignments_duties import duties_of
from extractor.fields.assignments_leads import Handed, Lead, lead_of
from extractor.fields.assignments_times import stated_time, timed
from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.units_clause import clause_of
from extractor.fields.units_model import Duty
from extractor.fields.units_party import Party
from extractor.fields.units_placed import bare_heading, placed_party
from extractor.fields.units_scope import heading_party, scoped_nodes, unnamed_party
from extractor.outline.model import Node, Part
from extractor.span import Span

_BULLETS = ("dash", "star", "plus")


def read_sentences(reading: Reading, taken: frozenset[int]) -> Iterator[Duty]:
    """The duties of the sentences in scope, in order; nodes in `taken` are read elsewhere."""
    scope = scoped_nodes(reading)
    walk = _Walk(reading)
    found: dict[int, list[Duty]] = {}
    for node in reading.outline.nodes:
        if node.part is Part.CLOSING and scope:
            found[node.index] = duties_of(
                reading, list(sentences(reading.text, node.text)), Handed()
            )
        elif node.index in scope and node.index not in taken:
            time = stated_time(reading, node.text)
            if time is None:
                found[node.index] = walk.enter(node)
            else:
                _time_line_above(reading, node, time, found)
    for duties in found.values():
        yield from duties


def _time_line_above(
    reading: Reading, node: Node, time: Span, found: dict[int, list[Duty]]
) -> None:
    """Give the tasks of the line above, and of those below that, the time that `node` states.

    Behind several lines of its own kind a time may be that of all of them: it is nobody's.
    """
    parent = reading.outline.parent(node)
    before = [n for n in reading.outline.children(parent) if n.index < node.index] if parent else []
    first = before[-1] if before else parent
    if first is None or (len(before) > 1 and _kind(first) == _kind(node)):
        return
    for index in range(first.index, node.index):
        if index in found:
            found[index] = timed(reading, found[index], time)


def _kind(node: Node) -> str | None:
    return node.marker.kind if node.marker else None


def _with_body(node: Node, duties: list[Duty]) -> list[Duty]:
    """A bullet "- Sở A: …" is one sentence, its body included; a numbered heading is none."""
    if not duties or not duties[0].task:
        return duties
    first, task = duties[0], duties[0].task
    whole = (Span(node.text.start, task[0].end), *task[1:])
    source = Span(node.text.start, first.source.end)
    return [replace(first, task=whole, source=source), *duties[1:]]


class _Walk:
    """What each line hands to the lines below it and, a lead-in, to those behind it.

    None in `_below` marks a line whose own lines are details of its task.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._below: dict[int, Handed | None] = {}
        self._behind: dict[int | None, Handed | None] = {}
        self._heads: dict[int | None, str | None] = {}  # the kind of line that a bare heading is

    def enter(self, node: Node) -> list[Duty]:
        """The duties of one line; notes what it hands on."""
        above = self._above(node)
        if above is None:
            self._below[node.index] = None
            return []
        party = heading_party(self._reading, node) or unnamed_party(self._reading, node)
        if party is None and (party := bare_heading(self._reading, node)) is not None:
            return self._head(node, party)
        if party is None:
            placed = placed_party(self._reading, node) if above.party is None else None
            return self._said(node, node.text, Handed(placed) if placed else above)
        self._behind.pop(node.parent, None)
        self._below[node.index] = Handed(party)
        told = node.content if node.title is not None else None
        duties = self._said(node, told, Handed(party)) if told is not None else []
        return _with_body(node, duties) if _kind(node) in _BULLETS else duties

    def _head(self, node: Node, party: Party) -> list[Duty]:
        """Hand the body of a bare heading to the lines below it, or to those behind it."""
        self._below[node.index] = Handed(party)
        if next(self._reading.outline.children(node), None) is None:
            self._behind[node.parent] = Handed(party)
            self._heads[node.parent] = _kind(node)
        return []

    def _above(self, node: Node) -> Handed | None:
        heads = node.parent in self._heads and self._heads[node.parent] == _kind(node)
        if node.marker is None or heads:
            self._behind.pop(node.parent, None)
            self._heads.pop(node.parent, None)
        if node.parent in self._behind:
            return self._behind[node.parent]
        return Handed() if node.parent is None else self._below.get(node.parent, Handed())

    def _said(self, node: Node, text: Span, above: Handed) -> list[Duty]:
        pieces = list(sentences(self._reading.text, text))
        if not pieces:
            return []
        below = list(self._reading.outline.children(node))
        lines = below or self._listed_behind(node)
        lead = lead_of(self._reading, node, pieces[-1], above, lines)
        titles = node.is_heading and node.content is None and (below or node.own_topic)
        if lead is None and titles:
            self._below[node.index] = above
            return []
        done = pieces if lead is None or lead.is_task else pieces[:-1]
        duties = duties_of(self._reading, done, above)
        self._hand_on(node, lead, duties, above, bool(below))
        return duties

    def _hand_on(
        self, node: Node, lead: Lead | None, duties: list[Duty], above: Handed, has_lines: bool
    ) -> None:
        handed: Handed | None = above
        if lead is not None:
            handed = lead.handed
        elif any("unit" not in duty.basis for duty in duties):
            handed = Handed(duties[-1].party, said=True)
        self._below[node.index] = handed
        leads_on = lead is not None and not has_lines
        names_all = lead is None and above.party is None and handed != above
        if leads_on or (names_all and self._is_sole(node)):
            self._behind[node.parent] = handed

    def _listed_behind(self, node: Node) -> list[Node]:
        """The marked lines right behind a plain line, at its own height."""
        if node.marker is not None:
            return []
        lines: list[Node] = []
        for other in self._behind_it(node):
            if other.marker is None:
                break
            lines.append(other)
        return lines

    def _behind_it(self, node: Node) -> list[Node]:
        parent = self._reading.outline.parent(node)
        siblings = self._reading.outline.children(parent) if parent is not None else ()
        return [other for other in siblings if other.index > node.index]

    def _is_sole(self, node: Node) -> bool:
        """Whether a line names the body for all bullets of its list: only the first one does."""
        parent = self._reading.outline.parent(node)
        if parent is None or node.marker is None or node.marker.rank < 6:
            return False
        siblings = list(self._reading.outline.children(parent))
        if siblings[0].index != node.index or len(siblings) < 2:
            return False
        clauses = [clause_of(self._reading, other.text) for other in siblings[1:]]
        return all(clause.subject is None and not clause.foreign for clause in clauses)
