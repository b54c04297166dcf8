"""Dated lines: what a schedule says line by line, as phases (a run) and milestones (a day).

"- Đợt 1: Từ ngày 15/01/2026 đến ngày 30/6/2026" is a phase, "Tổ chức hiệp thương lần thứ nhất:
Chậm nhất ngày 10/12/2025" and "Ngày 16/11/2026: Họp đoàn kiểm tra" are milestones. Under a
heading on time months and years count too; elsewhere only what is exact to the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.act_times import own_time
from extractor.fields.windows.completed import LIMIT
from extractor.fields.windows.make import Found, act_window, line_window, run_window
from extractor.fields.windows.openings import yearless
from extractor.fields.windows.runs import told_runs
from extractor.fields.windows.sections import (
    SECTION_RANK,
    in_schedule,
    is_run_title,
    is_schedule_title,
    is_task_label,
    title_of,
    under,
)
from extractor.fields.windows.set_days import set_days
from extractor.fields.windows.times import bare, is_run, stated, times_in, to_the_day
from extractor.fields.windows.told import told_in
from extractor.fields.windows.words import words
from extractor.lexicon.load import Hit, load
from extractor.outline.model import Node, Part, Topic
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_APART = (Topic.PURPOSE, Topic.TARGETS, Topic.BASES, Topic.SUBJECTS, Topic.FUNDING)
_NEARLY_BARE = 30
_YEAR = 4  # characters of a year
_A_DAY = 14  # "Sáng thứ Hai, ngày …": what a date may have with it as a label
_BEHIND = 10  # "Giai đoạn (từ năm 2026": what may part a stage from its years
_OPENERS = " :(-–,"
_BRACKETS = re.compile(r"\([^()]*\)?")
_NUMBERED = re.compile(rf" *(?:\d{{1,2}}(?!\w)|[ivx]{{1,4}}(?!\w)|{words('order')})")
_IN_BRACKETS = re.compile(r"\([^()]*\) *[.;,]? *$")


def read_schedule(reading: Reading) -> Iterator[Found]:
    """The phases and milestones that dated lines of the body state."""
    for node in reading.nodes(parts=(Part.BODY,)):
        if under(reading, node, *_APART) and not in_schedule(reading, node):
            continue
        if is_task_label(reading, node) or (node.title and is_run_title(title_of(reading, node))):
            yield from own_time(reading, node)
            continue
        yield from _line(reading, node)


def _line(reading: Reading, node: Node) -> Iterator[Found]:
    scheduled = in_schedule(reading, node) or _calls_itself_one(reading, node)
    stage = _stage(reading, node, scheduled)
    if stage:
        yield stage
        return
    labelled = _labelled(reading, node, scheduled) or _dated(reading, node, scheduled)
    if labelled:
        yield labelled
        yield from _further(reading, node, labelled, scheduled)
    elif scheduled:
        yield from _roadmap(reading, node)
        yield from yearless(reading, _told(reading, node))
        yield from told_in(reading, _told(reading, node))
    else:
        yield from set_days(reading, node)
        yield from told_runs(reading, node)
        if not under(reading, node, Topic.ORGANISATION, Topic.REPORTING, Topic.AWARDS):
            yield from _bracketed(reading, node)


def _told(reading: Reading, node: Node) -> Span:
    """What a line of a schedule says behind a label that only calls it one ("Tiến độ: …")."""
    return node.content if node.content and _calls_itself_one(reading, node) else node.text


def _calls_itself_one(reading: Reading, node: Node) -> bool:
    """Whether a line is a schedule in itself: "4. Tiến độ: Quý I …. Quý II …"."""
    return node.content is not None and is_schedule_title(title_of(reading, node))


def _stage(reading: Reading, node: Node, scheduled: bool) -> Found | None:
    """ "Giai đoạn 1 (từ … đến …): Tự kiểm tra", "Học kỳ I: Bắt đầu từ …": a phase by its name."""
    seen = view(reading.slice(node.text))
    stage = load("window_heads").at(seen, 0)
    if stage is None or stage.entry.id != "stage":
        return None
    dates = list(stated(times_in(reading, node.text)))
    numbered = _NUMBERED.match(seen, stage.span.end) is not None
    if not dates or not (numbered or _named_by(node, stage, dates[0], scheduled)):
        return None
    return run_window(
        reading, "phase", _stage_label(reading, node), dates[0], node.text, "windows.phase"
    )


def _named_by(node: Node, stage: Hit, date: DateMention, scheduled: bool) -> bool:
    """Whether the stage is called by its years, in a schedule or as a numbered heading."""
    behind = date.core.start - (node.text.start + stage.span.end)
    heads = node.is_heading and node.marker is not None and node.rank <= SECTION_RANK
    return is_run(date) and behind <= _BEHIND and (scheduled or heads)


def _stage_label(reading: Reading, node: Node) -> str | None:
    """What the phase does, else what it is called, without its run ("Đợt 1: Từ ngày …")."""
    named = node.title or node.text
    own = times_in(reading, named)
    if own and node.title and node.content:
        return reading.value(node.content)
    seen = view(reading.slice(named))
    stage = load("window_heads").at(seen, 0)
    numbered = _NUMBERED.match(seen, stage.span.end) if stage else None
    if not own or not numbered or own[0].span.start < named.start + numbered.end():
        return reading.value(named)
    return reading.value(Span(named.start, own[0].span.start)).rstrip(_OPENERS)


def _labelled(reading: Reading, node: Node, scheduled: bool) -> Found | None:
    """ "Act: date": what stands behind the label is little more than the date."""
    if node.title is None or node.content is None or _names_body(reading, node):
        return None
    if _calls_itself_one(reading, node):
        return None
    first = next(sentences(reading.text, node.content, semicolons=True), node.content)
    dates = list(stated(times_in(reading, first)))
    if not dates or not (scheduled or to_the_day(dates[0])):
        return None
    rest = _BRACKETS.sub(" ", bare(reading, first, dates))
    if len(rest.strip()) > _NEARLY_BARE or (dates[0].cue == "from" and not is_run(dates[0])):
        return None
    act = LIMIT.sub("", reading.value(node.title))
    return line_window(reading, act, dates[0], Span(node.text.start, first.end))


def _names_body(reading: Reading, node: Node) -> bool:
    assert node.title is not None
    return any(org.span == node.title for org in reading.mentions.organisations_in(node.title))


def _dated(reading: Reading, node: Node, scheduled: bool) -> Found | None:
    """ "Date: act": the label is the date."""
    if node.title is None:
        return None
    dates = list(stated(times_in(reading, node.title)))
    if not dates or len(bare(reading, node.title, dates)) > _A_DAY:
        return None
    if not scheduled and not _sets_act(reading, node, dates[0]):
        return None
    what = node.content or node.title
    first = next(sentences(reading.text, what), what)
    by_year = scheduled and dates[0].kind == "year" and not dates[0].deadline
    label = reading.value(first if node.content else node.title)
    return line_window(reading, label, dates[0], Span(node.text.start, first.end), lasts=by_year)


def _sets_act(reading: Reading, node: Node, date: DateMention) -> bool:
    """Whether a date outside a schedule heads an act: one less exact only where all is words."""
    if node.content is None:
        return False
    counted = any(reading.mentions.quantities_in(node.content))
    return to_the_day(date) or not (counted or under(reading, node, Topic.ORGANISATION))


def _further(reading: Reading, node: Node, first: Found, scheduled: bool) -> Iterator[Found]:
    """What the line goes on to say behind its first sentence ("Riêng lớp 1 … ngày 19/8/2026")."""
    rest = Span(min(first.window.source.end + 1, node.text.end), node.text.end)
    if scheduled and len(rest) > 1:
        yield from told_in(reading, rest)


def _roadmap(reading: Reading, node: Node) -> Iterator[Found]:
    """A line of a roadmap that ends in its run: "Thu thập, số hóa dữ liệu (2026 - 2028)"."""
    dates = list(stated(times_in(reading, node.text)))
    tail = _IN_BRACKETS.search(reading.slice(node.text))
    if not dates or tail is None or dates[-1].core.start < node.text.start + tail.start():
        return
    date = dates[-1]
    if is_run(date) or date.cue == "from":
        label = reading.value(Span(node.text.start, node.text.start + tail.start()))
        yield run_window(reading, "phase", label, date, node.text, "windows.phase.roadmap")


def _bracketed(reading: Reading, node: Node) -> Iterator[Found]:
    """An act whose run stands in brackets behind it, exact to the month at least."""
    tail = _IN_BRACKETS.search(reading.slice(node.text))
    if tail is None or node.is_heading:
        return
    inside = Span(node.text.start + tail.start(), node.text.end)
    dates = list(stated(times_in(reading, inside)))
    if len(dates) != 1 or bare(reading, inside, dates).strip(" ().;"):
        return
    date, act = dates[0], _last_sentence(reading, Span(node.text.start, inside.start))
    if (is_run(date) and to_the_day(date)) or (date.end and date.cue == "in"):
        yield act_window(
            reading, "milestone", reading.value(act), date, node.text, "windows.milestone.bracketed"
        )
    elif is_run(date) and len(date.start or "") > _YEAR:
        yield run_window(
            reading, "phase", reading.value(act), date, node.text, "windows.phase.bracketed"
        )


def _last_sentence(reading: Reading, span: Span) -> Span:
    return list(sentences(reading.text, span, semicolons=True))[-1]
