"""Days without a year and the period beside them: "ngày 05 tháng cuối quý", "hằng năm (15/12)".

`join_periods` gives the days their period in place and returns the periods that stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from extractor.recognise.model import DateMention
from extractor.recognise.recurrences import Period
from extractor.span import Span

_BEFORE_PERIOD = re.compile(r" *(?:\( *)?(?:của +)?(?:các +)?")
_BEHIND_PERIOD = re.compile(r" *[(,:-]? *(?:vào +)?")

Group = list[DateMention]


def join_periods(viewed: str, groups: list[Group], periods: list[Period]) -> list[Period]:
    """Join each period with the group of dates before or behind it; the rest comes back.

    A group is what one chain of dates gave: in "trước ngày 01/6 và 15/11 hằng năm" both days recur.
    """
    starts = [group[0].span.start for group in groups]
    return [period for period in periods if not _join(viewed, groups, starts, period)]


def _join(viewed: str, groups: list[Group], starts: list[int], period: Period) -> bool:
    if period.part:
        return False
    at = bisect_left(starts, period.span.start)
    if at > 0 and _follows(viewed, groups[at - 1], period):
        _recur(groups[at - 1], period)
        last = groups[at - 1][-1]
        end = _closed(viewed, last.span.start, period.span.end)
        groups[at - 1][-1] = replace(last, span=Span(last.span.start, end))
        return True
    if at < len(groups) and _leads(viewed, groups[at], period):
        _recur(groups[at], period)
        first = groups[at][0]
        end = _closed(viewed, period.span.start, first.span.end)
        groups[at][0] = replace(first, span=Span(period.span.start, end))
        return True
    return False


def _follows(viewed: str, group: Group, period: Period) -> bool:
    """ "ngày 15/11 hằng năm", "ngày 20 của tháng cuối quý"."""
    between = (group[-1].span.end, period.span.start)
    return _yearless(group) and bool(_BEFORE_PERIOD.fullmatch(viewed, *between))


def _leads(viewed: str, group: Group, period: Period) -> bool:
    """ "hằng năm (trước ngày 15 tháng 12)"; "hằng năm tính từ ngày 15/12" starts a count."""
    if period.rule == "per" or group[0].cue in {"from", "after"} or group[0].kind == "range":
        return False
    between = (period.span.end, group[0].span.start)
    return _yearless(group) and bool(_BEHIND_PERIOD.fullmatch(viewed, *between))


def _yearless(group: Group) -> bool:
    return all(mention.date is None for mention in group)


def _recur(group: Group, period: Period) -> None:
    for i, mention in enumerate(group):
        group[i] = replace(
            mention,
            kind="recurrence",
            every=period.every,
            due_month=mention.due_month or period.due_month,
        )


def _closed(viewed: str, start: int, end: int) -> int:
    """`end`, past the bracket that opened since `start`."""
    opened = viewed.count("(", start, end) > viewed.count(")", start, end)
    return end + 1 if opened and viewed[end : end + 1] == ")" else end
