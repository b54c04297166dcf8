"""Reviews and launches with their time: "Tổng kết vào tháng 4 năm 2026", "6 tháng sơ kết".

A stage that is reviewed ("tổng kết giai đoạn 2021 - 2025") is no time; "kết thúc giai đoạn 2026
- 2030 tổ chức tổng kết" is one. Source: the contract, time_windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.fields.context import Reading
from extractor.fields.windows.cues import Clause, Cue, Timed, label_of
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.periods import is_plain, paired
from extractor.fields.windows.sections import under
from extractor.fields.windows.times import is_due, is_run
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Node, Topic
from extractor.recognise.model import DateMention

_ENDS = re.compile(rf"{words('close')}[^,;.]{{0,30}}$")
_ENDING = re.compile(words("close"))
_OPENING = 3
_DONE = re.compile(bounded(load("window_cues").some(kind="done")))
_EXACT = ("day", "month", "quarter", "half_year")


def reviews_of(
    reading: Reading, node: Node, clause: Clause, pairs: Sequence[Timed]
) -> Iterator[Found]:
    """The milestones of one clause, one for each time that is set."""
    acts = [pair for pair in pairs if pair.cue.kind in ("review", "launch")]
    for date in paired([pair.date for pair in acts]):
        pair = next((p for p in acts if p.date.core == date.core), None)
        if pair and _counts(reading, node, clause, pair.cue, date):
            label = label_of(reading, clause, pair.cue)
            ended = replace(date, start=None, kind="year") if is_run(date) else date
            yield act_window(reading, "milestone", label, ended, clause.span, "windows.milestone")


def continued(reading: Reading, first: Clause, clause: Clause) -> Iterator[Found]:
    """A clause that shares the head of the one before: "Tổng kết giai đoạn 2021-2025 vào năm 2025;
    giai đoạn 2026-2030 vào năm 2030" reviews both stages.
    """
    heads = [cue for cue in first.cues if cue.kind == "review"]
    if clause.cues or len(heads) != 1 or not (_is_set(first, heads[0].span.end)):
        return
    if _is_set(clause, 0):
        head = reading.slice(first.span)[heads[0].span.start : heads[0].span.end]
        label = f"{head} {reading.slice(clause.dates[0].span)}"
        date = clause.dates[1]
        yield act_window(reading, "milestone", label, date, clause.span, "windows.milestone.shared")


def _is_set(clause: Clause, start: int) -> bool:
    """Whether a stage, and the date it is set to, are all that a clause says from `start` on."""
    if len(clause.dates) != 2 or not is_run(clause.dates[0]) or clause.dates[1].cue != "in":
        return False
    stage, date = (clause.place(date) for date in clause.dates)
    said = clause.seen[start : stage.start], clause.seen[stage.end : date.start]
    return not "".join((*said, clause.seen[date.end :])).strip(" .;,")


def _counts(reading: Reading, node: Node, clause: Clause, cue: Cue, date: DateMention) -> bool:
    if date.cue in ("from", "after"):
        return False
    reviewed = cue.kind == "review"
    if under(reading, node, Topic.PURPOSE, Topic.BASES):
        return reviewed and _closes(clause, date)
    if is_plain(date) or date.every:
        return reviewed and _recurs(clause, cue, date)
    if is_run(date):
        return reviewed and _closes(clause, date)
    if date.kind in _EXACT:
        return is_due(date) or date.cue == "in" or _is_near(clause, cue, date)
    bracketed = clause.seen[: clause.place(date).start].rstrip().endswith("(")
    said = date.cue == "in" or date.part == "late" or bracketed or _opens(clause, cue, date)
    return reviewed and (said or _closes(clause, date))


def _opens(clause: Clause, cue: Cue, date: DateMention) -> bool:
    """Whether a date opens the clause and the review follows: "Năm 2030 tổ chức tổng kết"."""
    place = clause.place(date)
    gap = _DONE.sub("", clause.seen[place.end : max(place.end, cue.span.start)])
    return place.start <= _OPENING and place.end <= cue.span.start and not gap.strip(" ,:")


def _closes(clause: Clause, date: DateMention) -> bool:
    """Whether the words say that something ends with the date: "kết thúc giai đoạn 2026 - 2030"."""
    place = clause.place(date)
    before = clause.seen[: place.start]
    return bool(_ENDS.search(before)) or bool(_ENDING.match(clause.seen, place.start))


def _is_near(clause: Clause, cue: Cue, date: DateMention) -> bool:
    place = clause.place(date)
    gap = clause.seen[min(cue.span.end, place.end) : max(cue.span.start, place.start)]
    return len(gap) <= 40 and ";" not in gap


def _recurs(clause: Clause, cue: Cue, date: DateMention) -> bool:
    """Whether a period says when the review is held; a round of other acts is routine."""
    place = clause.place(date)
    low, high = min(place.end, cue.span.end), max(place.start, cue.span.start)
    between = list(load("window_cues").find(clause.seen, low, high))
    return not any(hit.entry.word("kind") in ("launch", "report", "event") for hit in between)
