"""The run that a sentence of any section states for the plan's own act.

Under the title "Tổ chức hội nghị lấy ý kiến Nhân dân …" the words "Việc tổ chức hội nghị lấy ý
kiến Nhân dân được thực hiện trong khoảng từ ngày 04/5/2026 đến ngày 08/5/2026" state the run of
the whole plan; the run of any other act is none.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, run_window
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Part
from extractor.span import Span
from extractor.view import view

_DONE = rf"{words('passive')} +{bounded(load('window_cues').some(kind='done'))}"
_ACT = re.compile(
    rf"(?:{words('matter')} +)?([^.;:]{{10,200}}?) +{_DONE}"
    rf"(?: +(?:{words('stop')} +)?(?:{words('hour')}|{words('while')}))? *"
)
_WORD = re.compile(r"\w+")
_SHARED = 5  # words in a row that an act must share with the title


def read_own_act(reading: Reading) -> Found | None:
    """The run of the act that the title names, or None where no sentence states it."""
    title = [word for block in _titles(reading) for word in _WORD.findall(view(block))]
    for node in reading.nodes(parts=(Part.BODY,)):
        for sentence in sentences(reading.text, node.text):
            found = _run_of(reading, sentence, title)
            if found:
                return found
    return None


def _titles(reading: Reading) -> list[str]:
    return [block.text for part in (Part.TITLE, Part.ENCLOSURE) for block in reading.blocks(part)]


def _run_of(reading: Reading, sentence: Span, title: list[str]) -> Found | None:
    dates = list(stated(times_in(reading, sentence)))
    if not dates or not (is_run(dates[0]) and to_the_day(dates[0])):
        return None
    act = _ACT.fullmatch(view(reading.text[sentence.start : dates[0].span.start]))
    if act is None or not _shares(_WORD.findall(act.group(1)), title):
        return None
    label = reading.slice(Span(sentence.start, sentence.start + act.end(1)))
    return run_window(reading, "campaign", label, dates[0], sentence, "windows.campaign.act")


def _shares(act: list[str], title: list[str]) -> bool:
    """Whether the act's words, the first five or more in a row, stand in the title."""
    rows = {tuple(title[i : i + _SHARED]) for i in range(len(title) - _SHARED + 1)}
    return tuple(act[:_SHARED]) in rows
