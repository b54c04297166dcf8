"""What the sentences of a schedule set: a day for one act, the days of a run for another.

Behind "Từ ngày 01/01/2026 đến hết ngày 31/12/2026." the sentence "Tháng hành động vì trẻ em: từ
ngày 01/6/2026 đến ngày 30/6/2026" is a phase, "Hội thi tổ chức ngày 20/5/2026" a milestone.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, act_window
from extractor.fields.windows.runs import phase_in
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.lexicon.load import load
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view


def told_in(reading: Reading, span: Span) -> Iterator[Found]:
    """The windows of the sentences of a schedule that set one day or one run each."""
    for sentence in sentences(reading.text, span, semicolons=True):
        dates = [date for date in stated(times_in(reading, sentence)) if to_the_day(date)]
        if len(dates) != 1 or _is_reported(reading, sentence):
            continue
        if is_run(dates[0]):
            yield from phase_in(reading, sentence, dates[0])
        elif dates[0].end:
            yield _on_a_day(reading, sentence, dates[0])


def _on_a_day(reading: Reading, sentence: Span, date: DateMention) -> Found:
    label = reading.value(Span(sentence.start, max(sentence.start + 1, date.span.start)))
    return act_window(reading, "milestone", label, date, sentence, "windows.milestone.schedule")


def _is_reported(reading: Reading, sentence: Span) -> bool:
    cues = load("window_cues").find(view(reading.slice(sentence)))
    return any(hit.entry.word("kind") in ("report", "file") for hit in cues)
