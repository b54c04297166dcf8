"""Single acts that a sentence wants done by a day or month of its own.

"Các thôn xây dựng kế hoạch thực hiện (hoàn thành trong tháng 11/2026)" is a milestone, and so is a
plan of one's own that is to be sent in: "xây dựng kế hoạch cụ thể, gửi về Sở Nội vụ trước ngày
30/6/2026". Source: the contract, time_windows ("a single act with its time").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.windows.cues import Clause
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.times import is_run
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.recognise.model import DateMention
from extractor.span import Span

_EXACT = ("day", "month")
_DONE = bounded(load("window_cues").some(kind="done"))
_IN_BRACKETS = re.compile(rf"\( *{_DONE}(?: +xong)?(?: +\w+){{0,3}} *$")
_RUN = bounded(load("window_heads").some(kind="run"))
LIMIT = re.compile(rf"[,;] *{_RUN} +{_DONE} *:? *$")  # "…, thời gian thực hiện: trước ngày …"
_PLAN = re.compile(rf"{words('issue')}(?: +và +\w+ +\w+)? +{words('plan')}(?!\w)")
_SENT = re.compile(rf"{bounded(load('window_cues').some(kind='send'))} ")
_LINK = re.compile(rf"[ ,]*(?:{words('link')} *)?$")


def completed_acts(reading: Reading, clause: Clause) -> Iterator[Found]:
    """The milestones of acts that are to be done, or sent in, by a date of the clause."""
    for date in clause.dates:
        if date.kind not in _EXACT or not date.end or is_run(date):
            continue
        act = _act_before(clause, date)
        if act:
            label = act.of(reading.slice(clause.span))
            yield act_window(
                reading, "milestone", label, date, clause.span, "windows.milestone.completed"
            )


def _act_before(clause: Clause, date: DateMention) -> Span | None:
    """The words of the act that a date closes, within the clause."""
    before = clause.seen[: clause.place(date).start]
    bracket = _IN_BRACKETS.search(before) or LIMIT.search(before)
    plan = _last(_PLAN, before)
    if bracket:
        return Span(plan.start() if plan else 0, bracket.start())
    sent = _last(_SENT, before)
    if not plan or not sent or sent.start() < plan.end() or not date.deadline:
        return None
    if any(cue.span.start >= plan.start() for cue in clause.cues if cue.kind == "report"):
        return None
    said = _LINK.sub("", before[plan.start() : sent.start()])
    return Span(plan.start(), plan.start() + len(said))


def _last(pattern: re.Pattern[str], seen: str) -> re.Match[str] | None:
    found = list(pattern.finditer(seen))
    return found[-1] if found else None
