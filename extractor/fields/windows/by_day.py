"""Single acts that a clause opens with a verb and closes with the day by which they are due.

"Tham mưu UBND xã ban hành kế hoạch kiểm tra trước ngày 20/02/2026." is a milestone. A day before
the plan's own belongs to what is done ("hồ sơ nhận trước ngày 01/7/2025"), a count is a target.
Source: the contract, time_windows ("a single act with its time").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, once
from extractor.fields.document import read_document
from extractor.fields.windows.cues import Clause
from extractor.fields.windows.finished import counts_something, said_from
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.sections import under
from extractor.fields.windows.times import to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import load
from extractor.outline.model import Node, Topic
from extractor.recognise.model import DateMention
from extractor.span import Span

_APART = (Topic.AWARDS, Topic.REPORTING, Topic.TIME)
_NO_ACTS = ("report", "file", "review", "launch", "round")
_CLOSES = re.compile(rf"[ .;,)]*(?:$|{words('purpose')})")
_OF_THING = re.compile(rf"(?:{words('passive')}|{words('past')}) +(?:\w+ +){{1,3}}$")
_SHORTEST = 12  # characters of what may name an act


def acts_by_day(reading: Reading, node: Node, clause: Clause) -> Iterator[Found]:
    """The milestone of a clause that is one act with its last day."""
    if len(clause.dates) != 1 or under(reading, node, *_APART):
        return
    date, start = clause.dates[0], said_from(node, clause)
    place = clause.place(date)
    said = clause.seen[start : place.start]
    if not (_is_last_day(reading, date) and _CLOSES.match(clause.seen, place.end)):
        return
    act = Span(clause.span.start + start, date.span.start)
    named = len(said) >= _SHORTEST and _opens_with_verb(said) and not _OF_THING.search(said)
    if named and not counts_something(reading, act) and not _is_other(clause):
        label = reading.value(act)
        yield act_window(reading, "milestone", label, date, clause.span, "windows.milestone.by_day")


def _is_last_day(reading: Reading, date: DateMention) -> bool:
    issued = _issued(reading)
    last = date.end if date.cue == "before" and to_the_day(date) else None
    return last is not None and (issued is None or issued[: len(last)] < last)


@once
def _issued(reading: Reading) -> str | None:
    return read_document(reading).date


def _opens_with_verb(said: str) -> bool:
    start = len(said) - len(said.lstrip(" -+*"))
    return any(load(name).at(said, start) for name in ("verbs", "task_verbs"))


def _is_other(clause: Clause) -> bool:
    """Whether a clause is about reports, award files or reviews, which have rules of their own."""
    hits = load("window_cues").find(clause.seen)
    return any(hit.entry.word("kind") in _NO_ACTS for hit in hits)
