"""When a task is due and how often it recurs, read from the dates that stand in its words.

"gửi báo cáo trước ngày 15/11/2025" is due 2025-11-15; "định kỳ 6 tháng, hằng năm" recurs each half
year (the first period stated). A time column says no more than its date: there every date counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from extractor.fields.context import Reading
from extractor.fields.units_model import Duty
from extractor.lexicon.load import bounded, load
from extractor.plan.model import Period
from extractor.recognise.model import DateMention
from extractor.recognise.overlap import within
from extractor.recognise.recurrences import every_of as period_named
from extractor.span import Span
from extractor.view import view

_DONE_REACH = 60  # how far left of a date "hoàn thành" may stand and still govern it
_BARE_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_BEFORE = re.compile(r"[ (:,]*(?:gửi +)?(?:trước|chậm +nhất|muộn +nhất|xong)(?: +\w+){0,2} *")
# "trước 17 giờ 00 ngày 20/5/2026"
_BY_HOUR = re.compile(
    r"(?<!\w)(?:trước|chậm +nhất|muộn +nhất)(?: +(?:là|vào|lúc))? +\d{1,2} *(?:giờ|h|g) *"
    r"(?:\d{2} *)?(?:phút *)?(?:của *)?,? *$"
)
_LENGTH_OF_DAY = len("2026-06-20")
_BARE_PERIOD = re.compile(r"\W*((?:0?6|sáu) +tháng|ngày|tuần|tháng|qu[ýí]|năm)(?! *\d)(?!\w)")
_ONWARD = re.compile(
    r" *(?:và|,) *(?:(?:(?:các|những) +(?:năm|tháng|quý) +)?(?:tiếp +theo|kế +tiếp)"
    r"|(?:các|những) +(?:năm|tháng|quý) +sau|(?:\w+ +){0,3}thường +xuyên)"
)
_OPEN_END = re.compile(r" *(?:đến|tới) +khi(?!\w)")
_PRECISE = {"day", "month", "quarter", "half_year"}


def due_of(reading: Reading, span: Span, *, timed: bool = False) -> str | None:
    """The date by which the task in `span` must be done (ISO, cut to what is stated), or None.

    `timed` is for a cell or line that states nothing but a time: there a bare year counts as well.
    """
    for date in _dates(reading, span):
        end = date.end
        if end is None or date.every is not None or _goes_on(reading, date):
            continue
        if timed or _heads(reading, date, span) or _governed(reading, date, span):
            return _latest(reading, span) if timed else end
    bare = _BARE_YEAR.fullmatch(span.of(reading.text)) if timed else None
    return bare.group(1) if bare else None


def every_of(reading: Reading, span: Span) -> Period | None:
    """The first period stated in `span`: a recurrence, or "cuối năm" without a year."""
    dates = sorted(_dates(reading, span), key=lambda d: d.core.start)
    for date, after in zip_longest(dates, dates[1:]):
        if date.every is not None and not _is_once(reading, date, after):
            return date.every  # type: ignore[return-value]
    return None


def _is_once(reading: Reading, period: DateMention, after: DateMention | None) -> bool:
    """Whether a day of one year is the deadline: "kết quả 6 tháng (trước ngày 20/6/2026)"."""
    if after is None or after.every is not None or after.kind != "day" or after.start == after.end:
        return False
    dated = after.end is not None and len(after.end) == _LENGTH_OF_DAY
    if period.every != "half_year" or "kỳ" in view(period.core.of(reading.text)):
        return False
    between = reading.text[period.core.end : max(period.core.end, after.core.start)]
    return dated and _BEFORE.fullmatch(view(between)) is not None


def period_of(reading: Reading, span: Span) -> Period | None:
    """The period that a cell of periods names: "Hằng quý", but also bare "6 tháng" or "Tháng"."""
    bare = _BARE_PERIOD.match(view(span.of(reading.text)))
    named = period_named(bare.group(1)) if bare else None
    return every_of(reading, span) or named  # type: ignore[return-value]


def every_ahead(reading: Reading, span: Span) -> Period | None:
    """The period with which `span` opens: "Hằng năm điều tra …", not "kế hoạch hằng năm"."""
    start = span.trimmed(reading.text).start
    for date in _dates(reading, span):
        if date.core.start == start:
            return date.every  # type: ignore[return-value]
    return None


def stated_time(reading: Reading, span: Span) -> Span | None:
    """What a line or sentence says that states nothing but a time: "Thời hạn: trước 30/6/2026"."""
    found = _time_label().match(view(span.of(reading.text)))
    return Span(span.start + found.end(), span.end) if found else None


def timed(reading: Reading, duties: Iterable[Duty], time: Span) -> list[Duty]:
    """The duties with the time that a line of its own states for them; their own time stays."""
    due, every = due_of(reading, time, timed=True), every_of(reading, time)
    return [
        replace(duty, due=duty.due or due, every=duty.every or every if not due else duty.every)
        for duty in duties
    ]


def _dates(reading: Reading, span: Span) -> Iterator[DateMention]:
    """The dates whose core lies in `span`; the words that govern one may stand before it."""
    near = Span(max(0, span.start - _DONE_REACH), span.end)
    return (d for d in within(reading.mentions.free_dates, near) if span.covers(d.core))


def _latest(reading: Reading, span: Span) -> str | None:
    """In a list of times ("Quý IV/2025 và Quý I/2026") the last one is the date of completion."""
    ends = [d.end for d in _dates(reading, span) if d.end and d.every is None]
    return max(ends) if ends else None


def _goes_on(reading: Reading, date: DateMention) -> bool:
    """Whether the text goes on behind the date: "năm 2025 và các năm tiếp theo" ends nowhere."""
    viewed = view(reading.text[date.core.end : date.core.end + 40])
    only_begins = date.cue in ("from", "after") and date.kind != "range"
    return only_begins or bool(_ONWARD.match(viewed) or _OPEN_END.match(viewed))


def _heads(reading: Reading, date: DateMention, span: Span) -> bool:
    """Whether a day or month heads the task: "Ngày 16/11/2026: Họp đoàn kiểm tra"."""
    opens = not reading.text[span.start : max(span.start, date.span.start)].strip(" -+")
    exact = date.kind in _PRECISE or date.kind == "range"
    return opens and exact and reading.text[date.span.end : date.span.end + 2].lstrip()[:1] == ":"


def _governed(reading: Reading, date: DateMention, span: Span) -> bool:
    """Whether the words make the date a deadline of the task, not a part of what it is about."""
    if date.context is not None:
        return False
    if date.kind in _PRECISE and date.cue in ("before", "until", "in"):
        return True
    before = view(reading.text[max(span.start, date.span.start - _DONE_REACH) : date.span.start])
    if date.kind == "day" and _BY_HOUR.search(before):
        return True
    if _done_words().search(before) is None:
        return False
    by_year = date.kind == "year" and date.cue in ("before", "until", "in")
    return by_year or date.kind in _PRECISE


@cache
def _done_words() -> re.Pattern[str]:
    done = load("task_cues").by_id["done"].aliases
    words = "|".join(re.escape(view(word)) for word in done)
    return re.compile(rf"{bounded(words)}(?:[^.;]{{0,40}})$")


@cache
def _time_label() -> re.Pattern[str]:
    entries = load("task_labels").entries
    labels = [alias for e in entries if e.word("role") == "time" for alias in e.aliases]
    labels.sort(key=len, reverse=True)
    joined = "|".join(re.escape(view(label)).replace(r"\ ", " +") for label in labels)
    return re.compile(rf"[\s*_+–-]*(?:{joined})(?: *\([^()]{{0,40}}\))? *:[ *_]*")
