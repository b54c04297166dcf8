"""Acts and their times within one clause: which date belongs to which word.

In "6 tháng sơ kết và cuối năm tổng kết" each time stands before its act; in "báo cáo kết quả về
Sở Nội vụ trước ngày 15/12" behind it. `timed(...)` pairs them, each date with its nearest act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.fields.context import Reading
from extractor.fields.windows.words import says, words
from extractor.lexicon.load import load
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_KINDS = ("report", "review", "launch", "round")
_SINGLE = ("day", "month", "quarter")
_ADJACENT = 22
_LABEL_END = re.compile(rf"[;(,]| {words('stop')}")
_TRAILING = re.compile(rf" +{words('link')}(?: +\w+ +{words('year')})? *$")
_NEXT_RECEIVER = re.compile(rf"(?: *,)? *(?:{words('link')} +)?")
_OBJECT = re.compile(rf" +{words('object')}")
_FOR = re.compile(words("purpose"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A word for an act: report, review or launch, and its place within the clause.

    A round among reports ("tổng kết năm") says its own period, and is no act of others.
    """

    kind: str
    span: Span
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, its view, its times, and the acts that it names."""

    span: Span
    seen: str
    dates: tuple[DateMention, ...]
    cues: tuple[Cue, ...]

    def place(self, date: DateMention) -> Span:
        """The place of a date within the clause."""
        return Span(max(0, date.span.start - self.span.start), date.span.end - self.span.start)


@dataclass(frozen=True, slots=True)
class Timed:
    """An act with the date that it is set to."""

    cue: Cue
    date: DateMention


def clause_of(reading: Reading, span: Span, dates: Sequence[DateMention]) -> Clause:
    """The clause over `span` with the acts found in it."""
    seen = view(reading.slice(span))
    return Clause(span, seen, tuple(dates), tuple(_cues(seen)))


def _cues(seen: str) -> Iterator[Cue]:
    """A round ("tổng kết năm") is a report where the clause is about reports, else a review."""
    found = [
        (hit.entry.word("kind"), hit.span)
        for hit in load("window_cues").find(seen)
        if hit.entry.word("kind") in _KINDS
    ]
    reported = any(kind == "report" for kind, _ in found)
    for kind, span in found:
        if kind == "round":
            yield Cue("report" if reported else "review", span, is_round=reported)
        else:
            yield Cue(kind, span)


def timed(clause: Clause) -> Iterator[Timed]:
    """Each date of a clause with the act that governs it, where there is any act at all."""
    for date in clause.dates:
        cue = _governing(clause, clause.place(date), _able(clause, date))
        if cue is not None:
            yield Timed(cue, date)


def _able(clause: Clause, date: DateMention) -> Sequence[Cue]:
    """The acts that may be set to such a date: nothing is launched in "năm 2026" at large."""
    if date.kind in _SINGLE:
        return clause.cues
    return [cue for cue in clause.cues if cue.kind != "launch"]


def _governing(clause: Clause, place: Span, cues: Sequence[Cue]) -> Cue | None:
    """The act in or right behind the date, else the nearest before it, else the first behind it."""
    after = [cue for cue in cues if cue.span.start >= place.end and not cue.is_round]
    before = [cue for cue in cues if cue.span.end <= place.start]
    within = [cue for cue in cues if place.overlaps(cue.span)]
    if within:
        return within[0]
    if after and _adjacent(clause, place, after[0], before):
        return after[0]
    if before:
        return before[-1]
    return after[0] if after else None


def _adjacent(clause: Clause, place: Span, cue: Cue, before: Sequence[Cue]) -> bool:
    """Whether an act right behind a date is nearer than the one before it."""
    gap = clause.seen[place.end : cue.span.start]
    if len(gap) > _ADJACENT or any(mark in gap for mark in ";.()") or _FOR.search(gap):
        return False
    if not before:
        return True
    joined = "," in gap or says("link", gap)  # what follows begins anew: "sơ kết … và tổng kết"
    return not joined and place.start - before[-1].span.end > len(gap)


def label_of(reading: Reading, clause: Clause, cue: Cue) -> str:
    """The words of an act from its cue on, up to its time, its purpose or the next act."""
    set_to = [date for date in clause.dates if date.cue or date.every]
    further = [clause.place(date).start for date in set_to]
    further += [other.span.start for other in clause.cues]
    stops = [place for place in further if place >= cue.span.end]
    end = _LABEL_END.search(clause.seen, _receivers_end(reading, clause, cue))
    stops.append(end.start() if end else len(clause.seen))
    said = reading.slice(clause.span)[cue.span.start : min(stops)]
    return _TRAILING.sub("", said)


def _receivers_end(reading: Reading, clause: Clause, cue: Cue) -> int:
    """Where a list of receivers ends that the object follows: "báo cáo Tỉnh ủy, HĐND về …"."""
    place = cue.span.end
    for body in reading.mentions.organisations_in(clause.span):
        start, end = body.span.start - clause.span.start, body.span.end - clause.span.start
        gap = clause.seen[place:start] if start >= place else "."
        if not _NEXT_RECEIVER.fullmatch(gap):
            continue
        place = end
    return place if _OBJECT.match(clause.seen, place) else cue.span.end
