"""Days and periods that sentences of any section set for an act that they name.

"Chậm nhất là ngày 08/5/2026, việc xác minh … phải được tiến hành xong" is a milestone, "thời gian
quan trắc từ tháng 3 đến tháng 10 năm 2026" a phase, "1. Hội nghị hiệp thương lần thứ nhất (ngày
05/3/2026)" the milestone of a meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, act_window, line_window
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Node
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_MUST = re.compile(rf", *({words('matter')} [^,;]{{5,200}}?) {words('must')} ")
_FIELD_WORK = re.compile(
    rf"{bounded(load('window_heads').some(kind='run'))} +"
    rf"{bounded(load('window_cues').some(kind='inspect'))}(?: +{words('stop')})? *$"
)
_AND = re.compile(rf" *(?:,|{words('link')}) *")
_ENDS_IN_BRACKETS = re.compile(r" *\([^()]*\) *[.:;]? *$")
_IN_BRACKETS = re.compile(r" *\((?:[^()]{0,10} )?$")


def set_days(reading: Reading, node: Node) -> Iterator[Found]:
    """The windows of one block outside a schedule."""
    yield from _meeting(reading, node)
    for sentence in sentences(reading.text, node.text, semicolons=True):
        dates = list(stated(times_in(reading, sentence)))
        if dates:
            yield from _must_be_done(reading, sentence, dates)
            yield from _field_work(reading, sentence, dates)


def _must_be_done(reading: Reading, sentence: Span, dates: list[DateMention]) -> Iterator[Found]:
    """A sentence that opens with its deadline and says what, not who, must be done by then."""
    first = dates[0]
    if len(dates) > 1 or not (first.deadline and to_the_day(first)):
        return
    must = _MUST.match(view(reading.slice(sentence)), first.span.end - sentence.start)
    if must and not view(reading.text[sentence.start : first.span.start]).strip():
        label = reading.slice(Span(sentence.start + must.start(1), sentence.start + must.end(1)))
        yield act_window(reading, "milestone", label, first, sentence, "windows.milestone.must")


def _field_work(reading: Reading, sentence: Span, dates: list[DateMention]) -> Iterator[Found]:
    """The period or months of work in the field, where its name stands right before them."""
    label, end = "", sentence.start
    for date in dates:
        before = view(reading.text[sentence.start : date.span.start])
        named = _FIELD_WORK.search(before)
        if named:
            label = reading.text[sentence.start + named.start() : date.span.start]
        elif not label or not _AND.fullmatch(view(reading.text[end : date.span.start])):
            label = ""
        if label and (is_run(date) or date.end):
            yield line_window(reading, label.strip(), date, sentence)
        end = date.span.end


def _meeting(reading: Reading, node: Node) -> Iterator[Found]:
    """A numbered line that names a meeting and ends with its day in brackets."""
    seen = view(reading.slice(node.text))
    event = load("window_cues").at(seen, 0)
    tail = _ENDS_IN_BRACKETS.search(seen)
    if node.marker is None or event is None or event.entry.id != "event" or tail is None:
        return
    dates = list(stated(times_in(reading, node.text)))
    opening = seen[: dates[0].span.start - node.text.start] if dates else ""
    if len(dates) == 1 and to_the_day(dates[0]) and _IN_BRACKETS.search(opening[tail.start() :]):
        label = reading.slice(Span(node.text.start, node.text.start + tail.start()))
        yield line_window(reading, label, dates[0], node.text)
