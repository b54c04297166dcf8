"""Runs that a sentence states for an act of its own: a peak, a campaign, a movement.

"Mở đợt cao điểm “45 ngày làm sạch lòng kênh” từ ngày 05/8/2026 đến ngày 18/9/2026" is a phase, and
so is "Phát động phong trào trồng cây, thời gian từ ngày 19/5/2026 đến ngày 02/9/2026". What is
counted ("ít nhất 12 buổi, thời gian từ …") is a target and no phase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, run_window
from extractor.fields.windows.sections import under
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Node, Topic
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

_DONE = bounded(load("window_cues").some(kind="done"))
_RUN = bounded(load("window_heads").some(kind="run"))
_PEAK = re.compile(words("peak"))
_OF_ACT = re.compile(rf"[,;:] *(?:{words('stop')} +)?{_RUN}(?: +{_DONE})? *:? *$")
_TAIL = re.compile(rf"(?:[,;:] *{_RUN}|(?: +{words('passive')})?(?: +{_DONE})| +{_RUN}|[ :,])+$")
_LEAD = re.compile(rf"^\W*(?:{words('among')}[ ,]*)?(?:{words('open')} +(?={words('peak')}))?")
_COVERED = re.compile(words("covered"))
_DUTIES = (Topic.ORGANISATION, Topic.REPORTING, Topic.AWARDS)
_SHORTEST = 8  # characters of what may name an act


def told_runs(reading: Reading, node: Node) -> Iterator[Found]:
    """The phases that sentences outside a schedule state to the day."""
    for sentence in sentences(reading.text, node.text, semicolons=True):
        dates = list(stated(times_in(reading, sentence)))
        if len(dates) != 1 or not (is_run(dates[0]) and to_the_day(dates[0])):
            continue
        said = view(reading.text[sentence.start : dates[0].span.start])
        peak = _PEAK.search(said)
        if peak:
            named = Span(sentence.start + peak.start(), sentence.end)
            yield from phase_in(reading, named, dates[0])
        elif _OF_ACT.search(said) and not under(reading, node, *_DUTIES):
            yield from phase_in(reading, sentence, dates[0])


def phase_in(reading: Reading, sentence: Span, date: DateMention) -> Iterator[Found]:
    """The phase of a sentence with one run, called by the words before it."""
    said = view(reading.text[sentence.start : date.span.start])
    lead, tail = _LEAD.match(said), _TAIL.search(said)
    start, end = lead.end() if lead else 0, tail.start() if tail else len(said)
    if end - start < _SHORTEST or _COVERED.search(said):
        return
    act = Span(sentence.start + start, sentence.start + end)
    if not any(_counts(quantity.kind) for quantity in reading.mentions.quantities_in(act)):
        label = reading.value(act)
        yield run_window(reading, "phase", label, date, sentence, "windows.phase.told")


def _counts(kind: str) -> bool:
    return kind in ("count", "percent")
