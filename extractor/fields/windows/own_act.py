"""The run that a sentence of any section states for the plan's own act.

Under the title "Tổ chức hội nghị lấy ý kiến Nhân dân …" the words "Việc tổ chức hội nghị lấy ý
kiến Nhân dân được thực hiện trong khoảng từ ngày 04/5/2026 đến ngày 08/5/2026" state the run of
the whole plan; the run of any other act is none. So does a line in any section whose label names
the title's act: "Thời gian thanh tra dự kiến: từ ngày …" under the title "Thanh tra hoạt động …".
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found, run_window
from extractor.fields.windows.sections import is_run_title, title_of
from extractor.fields.windows.times import is_run, stated, times_in, to_the_day
from extractor.fields.windows.words import words
from extractor.lexicon.load import bounded, load
from extractor.outline.model import Node, Part
from extractor.span import Span
from extractor.view import view

_DONE = rf"{words('passive')} +{bounded(load('window_cues').some(kind='done'))}"
_ACT = re.compile(
    rf"(?:{words('matter')} +)?([^.;:]{{10,200}}?) +{_DONE}"
    rf"(?: +(?:{words('stop')} +)?(?:{words('hour')}|{words('while')}))? *"
)
_WORD = re.compile(r"\w+")
_FORESEEN = re.compile(words("foreseen"))
_ACT_WORDS = 2  # of a label that names an act: "thanh tra", "tổng điều tra"
_SHARED = 5  # words in a row that an act must share with the title


def read_own_act(reading: Reading) -> Found | None:
    """The run of the act that the title names, or None where no sentence states it."""
    titles = [_WORD.findall(view(block)) for block in _titles(reading)]
    title = [word for words_ in titles for word in words_]
    for node in reading.nodes(parts=(Part.BODY,)):
        if _names_act(reading, node, titles) and (found := _labelled_run(reading, node)):
            return found
        for sentence in sentences(reading.text, node.text):
            found = _run_of(reading, sentence, title)
            if found:
                return found
    return None


def _titles(reading: Reading) -> list[str]:
    return [block.text for part in (Part.TITLE, Part.ENCLOSURE) for block in reading.blocks(part)]


def _names_act(reading: Reading, node: Node, titles: list[list[str]]) -> bool:
    """Whether a label is "thời gian" of the very act with which the title begins."""
    label = title_of(reading, node)
    head = load("window_heads").at(label, 0) if is_run_title(label) else None
    if head is None or node.content is None:
        return False
    act = _WORD.findall(_FORESEEN.sub("", label[head.span.end :]))
    return len(act) >= _ACT_WORDS and any(title[: len(act)] == act for title in titles)


def _labelled_run(reading: Reading, node: Node) -> Found | None:
    assert node.content is not None
    for sentence in sentences(reading.text, node.content):
        dates = list(stated(times_in(reading, sentence)))
        if dates and is_run(dates[0]) and to_the_day(dates[0]):
            label = reading.value(node.title or node.text)
            return run_window(
                reading, "campaign", label, dates[0], sentence, "windows.campaign.act"
            )
    return None


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
