"""Single acts that a clause wants finished, issued or approved by a time of its own.

"Rà soát hiện trạng, hoàn thành trước ngày 30/6/2026", "giao chỉ tiêu xong trước ngày 20/01/2026",
"xây dựng kế hoạch …, ban hành trước ngày 25/02/2026" and "…, trình phê duyệt trong quý II/2026" are
milestones. What is counted ("mở 06 lớp …") is a target; "xong trong tháng 12" limits its task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.cues import Clause
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.times import is_run, to_the_day
from extractor.fields.windows.words import words
from extractor.outline.model import Node
from extractor.recognise.model import DateMention
from extractor.span import Span

_EXACT = ("day", "month", "quarter")
_MUST = rf"(?:{words('must')}|{words('aim')})"
_LEAD = rf"(?:^|[,;])[ ,;]*(?:{words('link')} +)?(?:{_MUST} +)?"
_FINISHED = re.compile(
    rf"(?:[ ,;]*{words('link')})?(?:[ ,;]*{_MUST})?[ ,;]*(?:^|(?<= )){words('finish')} *$"
)
_DONE = re.compile(rf"[ ,;]*{words('done_by')} *$")
_ISSUED = re.compile(rf"{_LEAD}{words('issued')} *$")
_APPROVED = re.compile(
    rf"{_LEAD}{words('submit')} +(?:[^,;.]{{1,60}} +)?(?:{words('approve')}[ ,]*){{1,2}}$"
)
_OPENS = re.compile(rf"\W*{words('finish')} +\w")
_OWN = re.compile(words("done_by"))
_SHORTEST = 10  # characters of what may name an act


def finished_acts(reading: Reading, node: Node, clause: Clause) -> Iterator[Found]:
    """The milestones of acts that a clause closes with a day, month or quarter."""
    for date in clause.dates:
        if date.kind not in _EXACT or not date.end or is_run(date) or not _is_set(date):
            continue
        act = _act(reading, node, clause, date)
        if act is not None and not counts_something(reading, act):
            evidence = Span(min(act.start, clause.span.start), clause.span.end)
            yield act_window(
                reading, "milestone", reading.value(act), date, evidence, "windows.milestone.done"
            )


def _is_set(date: DateMention) -> bool:
    return date.deadline or date.cue == "in"


def _act(reading: Reading, node: Node, clause: Clause, date: DateMention) -> Span | None:
    """The words of the act that is closed by a date, without the words of closing."""
    start = said_from(node, clause)
    place = clause.place(date)
    if place.start < start:
        return None
    before = clause.seen[start : place.start] + _own_word(clause, date)
    if _OPENS.match(before) and len(before) >= _SHORTEST:
        return Span(clause.span.start + start, date.span.start)
    closing = _closing(before, date)
    if closing is None:
        return None
    said = Span(clause.span.start + start, clause.span.start + start + closing)
    if len(said.trimmed(reading.text)) < _SHORTEST:
        return _clause_before(reading, node, clause)
    return None if _names_body(reading, said) else said


def said_from(node: Node, clause: Clause) -> int:
    """Where what a clause says begins: behind the name of the body before a colon."""
    if node.content is None or not clause.span.start <= node.content.start < clause.span.end:
        return 0
    return node.content.start - clause.span.start


def _own_word(clause: Clause, date: DateMention) -> str:
    """The word of finishing that a date has taken for its own: "xong trước ngày …"."""
    lead = clause.seen[clause.place(date).start : date.core.start - clause.span.start]
    found = _OWN.match(lead)
    return found.group() if found else ""


def _closing(before: str, date: DateMention) -> int | None:
    """Where the words begin that close the act, in what stands before a date."""
    patterns = [_FINISHED, _APPROVED]
    if date.deadline and to_the_day(date):
        patterns += [_DONE, _ISSUED]
    found = next((match for pattern in patterns if (match := pattern.search(before))), None)
    return found.start() if found else None


def _clause_before(reading: Reading, node: Node, clause: Clause) -> Span | None:
    """The clause before a semicolon, of the same sentence: "Sửa chữa …; hoàn thành trong …"."""
    for sentence in sentences(reading.text, node.content or node.text):
        clauses = list(sentences(reading.text, sentence, semicolons=True))
        for first, second in pairwise(clauses):
            if second.start == clause.span.start:
                return first
    return None


def _names_body(reading: Reading, said: Span) -> bool:
    tight = said.trimmed(reading.text)
    return any(body.span.covers(tight) for body in reading.mentions.organisations_in(said))


def counts_something(reading: Reading, act: Span) -> bool:
    """Whether the words of an act hold a number to reach, which makes it a target."""
    quantities = reading.mentions.quantities_in(act)
    return any(quantity.kind in ("count", "percent") for quantity in quantities)
