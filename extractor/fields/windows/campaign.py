"""The plan's whole run: from a section on time, else from a sentence on the plan's own act, else
from the title, else from the issuing sentence.

"4. Thời gian thi đua: … từ tháng 06/2026 đến hết tháng 12/2026" gives 2026-06..2026-12, a title
with "năm 2026" alone 2026..2026. Stated once: the section wins. Source: the contract,
time_windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, run_window
from extractor.fields.windows.names import NO_RUN, read_name
from extractor.fields.windows.own_act import read_own_act
from extractor.fields.windows.sections import (
    SECTION_RANK,
    has_labelled_siblings,
    is_run_title,
    is_schedule_title,
    title_of,
)
from extractor.fields.windows.times import bare, is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Node, Topic
from extractor.plan.model import TimeWindow
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_EVENTS = re.compile(
    rf"{bounded(load('calendar').some(meaning='from'))} +(?!{words('year')}|\d)[^.;]{{3,120}}?"
    rf"{bounded(load('calendar').some(meaning='until'))}"
)
_NEARLY_BARE = 32
_ACTS = ("review", "round", "launch", "event", "report", "file")


def read_campaign(reading: Reading) -> Found | None:
    """The window of the whole plan, or None where nothing states one."""
    heads = list(_run_heads(reading))
    for head in heads:
        found = _stated_under(reading, head)
        if found:
            return found
    titled = read_own_act(reading) or read_name(reading)
    if titled and _is_told_by_phases(reading, heads, titled):
        return None
    return titled


def _run_heads(reading: Reading) -> Iterator[Node]:
    """The headings on the run of the plan: the highest of their kind, if they stand alone there."""
    found = [node for node in reading.nodes(Topic.TIME) if _heads_run(reading, node)]
    if not found:
        return
    highest = min(node.rank for node in found)
    tops = [node for node in found if node.rank == highest]
    if len({node.parent for node in tops}) == 1:
        yield from found if len(tops) == 1 else tops


def _heads_run(reading: Reading, node: Node) -> bool:
    if not node.own_topic or node.rank > SECTION_RANK or has_labelled_siblings(reading, node):
        return False
    title = title_of(reading, node)
    named = is_run_title(title) or is_schedule_title(title) or len(node.topics) > 1
    return named and not _under_task(reading, node)


def _under_task(reading: Reading, node: Node) -> bool:
    return any(
        above.topic in (Topic.ORGANISATION, Topic.AWARDS) and Topic.TIME not in above.topics
        for above in reading.outline.ancestors(node)
    )


def _stated_under(reading: Reading, node: Node) -> Found | None:
    label = reading.value(node.title or node.text).split(":")[0]
    said = [
        (sentence, own)
        for span, own in _said(reading, node)
        for sentence in sentences(reading.text, span, semicolons=True)
    ]
    for sentence, own in said:
        date = _run_of(reading, sentence, own=own)
        if date:
            return run_window(
                reading, "campaign", label, date, sentence, "windows.campaign.section"
            )
    for sentence, _ in said:
        dated = reading.mentions.dates_in(sentence)
        if not dated and _EVENTS.search(view(reading.slice(sentence))):
            return _by_events(reading, label, sentence)
    return None


def _by_events(reading: Reading, label: str | None, sentence: Span) -> Found:
    window = TimeWindow(
        kind="campaign",
        label=label,
        source=source_of(reading, sentence),
        rule="windows.campaign.events",
        confidence=0.8,
    )
    return Found(window, Span(sentence.start, sentence.start))


def _said(reading: Reading, node: Node) -> Iterator[tuple[Span, bool]]:
    """What a heading on time says: its own words, and the lines below that are no labelled act.

    True stands beside what the heading, or a line that is called "Thời gian" itself, says.
    """
    yield node.content or node.text, True
    for child in reading.outline.children(node):
        if child.content is not None:
            timed = is_run_title(title_of(reading, child))
            if child.title is None or timed:
                yield child.content, timed
        elif child.marker is None and child.rank > SECTION_RANK:
            yield child.text, False  # "Từ ngày … đến ngày …, chia làm hai đợt:" leads in the phases


def _run_of(reading: Reading, sentence: Span, *, own: bool) -> DateMention | None:
    """The run that a sentence states: the first range, else a date that is nearly all it says.

    The line of the heading itself (`own`) may say more: "Thời gian: 1,5 ngày (từ …)".
    """
    dates = [date for date in stated(times_in(reading, sentence)) if date.context not in NO_RUN]
    runs = [date for date in dates if is_run(date)]
    if runs:
        return runs[0]
    seen = view(reading.slice(sentence))
    if dates and dates[0].deadline and _EVENTS.match(seen):
        return dates[0]
    if not dates or _is_act(seen):
        return None
    whole = len(bare(reading, sentence, dates)) <= _NEARLY_BARE
    told = own or whole or not to_the_day(dates[0]) or dates[0].deadline
    return dates[0] if told else None


def _is_act(seen: str) -> bool:
    return any(hit.entry.word("kind") in _ACTS for hit in load("window_cues").find(seen))


def _is_told_by_phases(reading: Reading, heads: list[Node], titled: Found) -> bool:
    """Whether phases to the day tell the run, so that the title's year adds nothing."""
    if titled.window.start != titled.window.end:
        return False
    return any(
        is_run(date) and to_the_day(date)
        for head in heads
        if is_run_title(title_of(reading, head))  # a schedule lists acts, not the run
        for child in reading.outline.children(head)
        for date in times_in(reading, child.block.span)
    )
