"""When reports are due, clause by clause.

Told apart from what only looks alike: the period that a report covers ("tính từ ngày …"),
periods of other things ("dự toán hằng năm, báo cáo …"), and reports that ask for a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.fields.context import Reading
from extractor.fields.windows.cues import Clause, Cue, Timed, label_of
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.periods import is_plain, paired
from extractor.fields.windows.times import is_due, is_run
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.recognise.model import DateMention
from extractor.span import Span

_COVERED = re.compile(rf"{words('covered')}[^,;]{{0,24}}$")
_COVERING = re.compile(words("covered"))
_REGULAR = re.compile(rf"{words('regular')}[^,;.]{{0,12}}$")
_REGULARLY = re.compile(words("regular"))
_FOR_A_TIME = re.compile(rf"{words('times')} *$")
_STORED = re.compile(
    rf"(?:,? *(?:{words('link')} +)?(?:{words('each')}|{words('regular')}) +\w+){{0,3}} +"
    rf"{words('passive')} "
)  # reports that exist: "hằng quý và hằng năm được lưu trữ"
_TASK = re.compile(
    rf"^\W*(?:{words('advise')}[^,;.]{{0,40}}? )?"
    rf"(?:{words('prepare')}[^,;.]{{0,60}}?,? +(?:{words('link')} +)?)?"
    rf"{bounded(load('window_cues').some(kind='report'))}"
)
_GATHERED = re.compile(  # "Tổng hợp kết quả … của các thôn để báo cáo cấp trên"
    rf"^\W*{words('prepare')} +{words('object')}[^;.]{{0,160}}? {words('purpose')} +"
    rf"{bounded(load('window_cues').some(kind='report'))}"
)
_WORK = re.compile(rf" +{words('result')} +{words('work')}(?!\w)[^;.]{{0,80}}? {words('to')} ")
_OPENING = 30  # a period this near the beginning of a clause governs all of it


def reports_of(reading: Reading, clause: Clause, pairs: Sequence[Timed]) -> Iterator[Found]:
    """The reports of one clause, one for each time that is set."""
    for cue in _report_cues(pairs):
        dates = [pair.date for pair in pairs if pair.cue is cue]
        kept = [date for date in paired(dates) if _counts(reading, clause, cue, date)]
        for date in kept:
            label = label_of(reading, clause, cue)
            yield act_window(reading, "report", label, date, clause.span, "windows.report")


def sendings_of(reading: Reading, clause: Clause, *, in_section: bool) -> Iterator[Found]:
    """What is sent as a report without the word "báo cáo": anything in a section on reports.

    Elsewhere only what tells how the work went: "gửi kết quả rà soát về Sở Tư pháp trước ngày …".
    """
    sent = [
        hit
        for hit in load("window_cues").find(clause.seen)
        if hit.entry.id == "send" and (in_section or _WORK.match(clause.seen, hit.span.end))
    ]
    if clause.cues or not sent:
        return
    cue = Cue("report", sent[0].span)
    for date in paired(clause.dates):
        if _counts(reading, clause, cue, date):
            label = label_of(reading, clause, cue)
            yield act_window(reading, "report", label, date, clause.span, "windows.report.sent")


def is_report_task(seen: str) -> bool:
    """Whether a task (a view) is a report before anything else: "tổng hợp, báo cáo UBND tỉnh …"."""
    cues = [hit for hit in load("window_cues").find(seen) if hit.entry.id == "report"]
    return bool(cues) and bool(_TASK.match(seen) or _GATHERED.match(seen))


def _report_cues(pairs: Sequence[Timed]) -> list[Cue]:
    found: list[Cue] = []
    for pair in pairs:
        if pair.cue.kind == "report" and pair.cue not in found:
            found.append(pair.cue)
    return found


def _counts(reading: Reading, clause: Clause, cue: Cue, date: DateMention) -> bool:
    place = clause.place(date)
    before = clause.seen[: place.start]
    if date.cue in ("from", "after") or is_run(date) or _covers(clause, date):
        return False
    if _asks(clause, cue, place) or _STORED.match(clause.seen, place.end):
        return False
    if is_plain(date):
        return _recurs(reading, clause, cue, date)
    if is_due(date):
        return date.every is not None or date.end is not None
    inside = before.rstrip().endswith("(") and cue.span.end <= place.start
    return inside or (date.cue == "in" and date.kind != "year") or date.part == "late"


def _covers(clause: Clause, date: DateMention) -> bool:
    """Whether a date bounds the period that is reported on, not the day it is due."""
    place = clause.place(date)
    if _COVERED.search(clause.seen[: place.start]) or _COVERING.match(clause.seen, place.start):
        return True
    earlier = [other for other in clause.dates if other.span.end <= date.span.start]
    return date.cue == "until" and any(
        other.cue == "from" or _COVERING.match(clause.seen, clause.place(other).start)
        for other in earlier
    )


def _asks(clause: Clause, cue: Cue, place: Span) -> bool:
    """Whether the report asks for a decision by that date ("báo cáo … xem xét trước ngày …")."""
    if place.start < cue.span.end:
        return False
    between = load("window_cues").find(clause.seen, cue.span.end, place.start)
    return any(hit.entry.id == "approval" for hit in between)


def _recurs(reading: Reading, clause: Clause, cue: Cue, date: DateMention) -> bool:
    """Whether a bare period says how often the report is due."""
    place = clause.place(date)
    before = clause.seen[: place.start]
    if date.rule == "per":
        return bool(_FOR_A_TIME.search(re.sub(r"\d+ *$", "", before)))
    if _REGULARLY.match(clause.seen, place.start) or _REGULAR.search(before):
        return True
    if _is_standing(clause, place):
        return False
    if place.end <= cue.span.start:
        return place.start <= _OPENING or "," not in clause.seen[place.end : cue.span.start]
    between = reading.slice(clause.span)[cue.span.end : place.start]
    last = between.rsplit(",", 1)
    return len(last) == 1 or last[1].lstrip()[:1].isupper() or not last[1].strip()


def _is_standing(clause: Clause, place: Span) -> bool:
    """Whether the period belongs to a noun before it: "dự toán hằng năm", "kế hoạch hằng năm"."""
    lexicon = load("window_cues")
    nouns = [hit for hit in lexicon.find(clause.seen, 0, place.start) if hit.entry.id == "standing"]
    return bool(nouns) and not clause.seen[nouns[-1].span.end : place.start].strip()
