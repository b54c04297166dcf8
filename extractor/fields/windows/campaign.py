"""The plan's whole run: from a section on time, else from the title, else from the issuing sentence.

"4. Thời gian thi đua: … từ tháng 06/2026 đến hết tháng 12/2026" gives `2026-06`–`2026-12`; a title with
"năm 2026" alone gives `2026`–`2026`. Stated once: the section wins. Source: the contract, time_windows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.fields.context import Reading, source_of
from extractor.fields.windows.make import is_range, window
from extractor.outline.model import Node, Part, Topic
from extractor.plan.model import TimeWindow
from extractor.recognise.model import DateMention
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_RUN_TITLE = re.compile(
    r"^(?:\W*)thời (?:gian|hạn)(?: và (?:địa điểm|giải pháp|đối tượng|lộ trình)[^:]*)?(?: tổ chức)?(?: (?:thực hiện|thi đua|triển khai|tổ chức|tiến hành|"
    r"triển khai thực hiện|phát động))*(?:,? (?:phong trào|kế hoạch|chương trình|đợt|cuộc|mô hình|đề án)[^:]{0,60})?(?:, (?:địa điểm|tiến độ)[^:]*)?$"
)
_EVENTS = re.compile(r"(?:từ|kể từ)(?! năm)[^.;]{3,120}?(?:đến khi|cho đến khi|đến hết)")
_DEEPEST_RANK = 5.5


def read_campaign(reading: Reading) -> TimeWindow | None:
    """The window of the whole plan, or None where nothing states one."""
    return _from_section(reading) or _from_title(reading) or _from_preamble(reading)


def _from_section(reading: Reading) -> TimeWindow | None:
    for node in reading.nodes(Topic.TIME):
        if node.title is None or node.rank > _DEEPEST_RANK or _under_task(reading, node):
            continue
        if _RUN_TITLE.match(view(reading.value(node.title))) or len(node.topics) > 1:
            found = _stated(reading, node)
            if found:
                return found
    return None


def _under_task(reading: Reading, node: Node) -> bool:
    return any(above.topic is Topic.ORGANISATION for above in reading.outline.ancestors(node))


def _stated(reading: Reading, node: Node) -> TimeWindow | None:
    label = reading.value(node.title) if node.title else None
    for span in _said(reading, node):
        dates = [date for date in reading.mentions.dates_in(span) if date.kind != "recurrence"]
        best = _best(dates)
        if best:
            return _run(reading, label, best, span)
        if _EVENTS.search(view(reading.slice(span))):
            return TimeWindow(kind="campaign", label=label, source=source_of(reading, span), rule="windows.campaign.events", confidence=0.8)
    return None


def _said(reading: Reading, node: Node) -> Iterable[Span]:
    if node.content is not None:
        yield node.content
    for child in reading.outline.children(node):
        if child.content is not None and (child.title is None or _RUN_TITLE.match(view(reading.value(child.title)))):
            yield child.content


def _best(dates: list[DateMention]) -> DateMention | None:
    """The first range; else the first date that stands alone."""
    ranges = [date for date in dates if is_range(date)]
    return ranges[0] if ranges else dates[0] if dates else None


def _run(reading: Reading, label: str | None, date: DateMention, span: Span) -> TimeWindow:
    made = window(reading, "campaign", label, date, span, rule="windows.campaign.section", confidence=0.93)
    return made


def _from_title(reading: Reading) -> TimeWindow | None:
    blocks = [block for block in reading.blocks(Part.TITLE) if not block.text.lstrip().startswith("(")]
    if not blocks:
        return None
    dates = [
        date
        for date in reading.mentions.dates_in(Span(blocks[0].start, blocks[-1].end))
        if date.kind in ("year", "range", "month", "quarter") and date.context != "term"
    ]
    if not dates:
        return None
    date = dates[-1]
    return window(reading, "campaign", clean(reading.slice(date.span)), date, date.span, rule="windows.campaign.title", confidence=0.9)


def _from_preamble(reading: Reading) -> TimeWindow | None:
    for block in reading.blocks(Part.PREAMBLE):
        seen = view(block.text)
        if "ban hành" not in seen and "phát động" not in seen or "kế hoạch" not in seen:
            continue
        after = Span(block.start + max(seen.rfind("ban hành"), seen.find("phát động"), 0), block.end)
        for date in reading.mentions.dates_in(after):
            if is_range(date) and date.context in ("stage", None):
                return window(reading, "campaign", clean(reading.slice(date.span)), date, date.span, rule="windows.campaign.preamble", confidence=0.8)
    return None
