"""The run that a plan's name states: its title, the enclosed plan's title, the issuing
sentence.

A title with "năm 2026" runs 2026..2026, with "giai đoạn 2026 - 2030" the stage, with "đến năm
2030" to 2030. A term of office and a vision are no run. Source: the contract, time_windows.
"""

from __future__ import annotations

import re

from extractor.fields.context import Reading
from extractor.fields.windows.make import Found, run_window
from extractor.fields.windows.times import is_run, stated, times_in
from extractor.fields.windows.words import says, words
from extractor.outline.model import Part
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.view import view

NO_RUN = ("term", "vision")
_ISSUES = re.compile(rf"{words('issue')}[^.;]*?{words('plan')}")
_KINDS = ("year", "range", "month", "quarter", "half_year")


def read_name(reading: Reading) -> Found | None:
    """The run in the plan's name, or None where it names none."""
    return _from_title(reading) or _from_preamble(reading)


def _from_title(reading: Reading) -> Found | None:
    for part in (Part.TITLE, Part.ENCLOSURE):
        blocks = [b for b in reading.blocks(part) if not b.text.lstrip().startswith("(")]
        if blocks:
            span = Span(blocks[0].start, blocks[-1].end)
            found = _run_named(reading, span, "windows.campaign.title")
            if found:
                return found
    return None


def _from_preamble(reading: Reading) -> Found | None:
    for block in reading.blocks(Part.PREAMBLE):
        issued = [match.end() for match in _ISSUES.finditer(view(block.text))]
        if issued:
            span = Span(block.start + issued[-1], block.end)
            found = _run_named(reading, span, "windows.campaign.preamble")
            if found:
                return found
    return None


def _run_named(reading: Reading, span: Span, rule: str) -> Found | None:
    """The run in a name: a year or stage of its own before the "đến năm" of what it carries out."""
    dates = [
        date
        for date in stated(times_in(reading, span))
        if date.kind in _KINDS and date.context not in NO_RUN
    ]
    if not dates:
        return None
    date = _whole(reading, dates)
    return run_window(reading, "campaign", reading.value(date.span), date, date.span, rule)


def _whole(reading: Reading, dates: list[DateMention]) -> DateMention:
    own = [date for date in dates if not date.deadline and date.kind != "range"]
    runs = [date for date in dates if is_run(date)]
    if not own:
        return (runs or dates)[0]
    for run in runs:  # "năm 2026 và giai đoạn 2026 - 2030" runs for the whole stage
        gap = reading.text[own[-1].span.end : run.span.start].strip(" ,;-–")
        if own[-1].span.end < run.span.start and (not gap or says("link", gap)):
            return run
    return own[-1]
