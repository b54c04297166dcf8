"""The indicator: what is measured, composed of the words around the number.

From a clause to the indicator's text, the change, the period, the date, the subject: "Mỗi phòng
có ít nhất 01 sáng kiến" is measured by "sáng kiến", its subject "Mỗi phòng"; in "rút ngắn tối
thiểu 20% thời gian giải quyết" the change is `decrease`. Source: the contract, section targets
(`indicator`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.fields.context import Reading
from extractor.fields.targets.clause import Clause
from extractor.fields.targets.due import period_in, stated_by
from extractor.fields.targets.extent import extent_of
from extractor.fields.targets.head import read_head
from extractor.fields.targets.tail import noun_follows, read_tail
from extractor.fields.targets.vocabulary import opens
from extractor.fields.targets.words import after_aim
from extractor.plan.model import Change, Period
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_DAILY = "/ngày"
_RATIO = re.compile(r"^\s*\d+/\d+(?= )|\(\s*(?:\d+/\d+)?\s*\)")
# Brackets of which `by` has taken the date: "(hoàn thành trong Quý I/2026)".
_DEADLINE = re.compile(
    r"\(\s*(?:xong|hoàn thành|thực hiện|thời gian|thời hạn)?:?\s*(?:trong|trước|vào|đến)?\s*\)"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the words of a clause say besides its number.

    `part` says that the indicator names a thing and no rate of it: "cấp xã đạt 90%" under a title
    "Tỷ lệ văn bản điện tử" measures a part of that.
    """

    indicator: str
    change: Change | None
    per: Period | None
    by: str | None
    subject: str | None
    part: bool = False


def measured(reading: Reading, clause: Clause) -> Measured:
    """Compose the indicator of a clause; its text may be empty where nothing is named."""
    follows = noun_follows(reading, clause)
    head = read_head(reading, clause, follows)
    stem, group = (reading.slice(span) if span else "" for span in (clause.stem, clause.group))
    tail = read_tail(reading, clause, f"{stem} {head.text}" if head.text else "")
    times = [clause.lent_times] if clause.lent_times else []
    return Measured(
        indicator=_tidy(f"{stem} {head.text} {tail}"),
        change=head.change,
        per=_period(reading, clause),
        by=stated_by(reading, clause.after, clause.before, clause.head, *times),
        subject=clean(group) or head.subject,
        part=bool(head.text) and not group and not follows and not _is_rate(head.text),
    )


def _tidy(words: str) -> str:
    """Without the ratio that a share restates: "100% (15/15) thôn", "15/15 thôn (đạt 100%)"."""
    return clean(_DEADLINE.sub(" ", _RATIO.sub(" ", words)))


def _is_rate(words: str) -> bool:
    return opens("target_heads", "rate", "amount", "level", "pace").match(view(words)) is not None


def _period(reading: Reading, clause: Clause) -> Period | None:
    """The period beside the number, or before it, but behind an aim ("hằng năm, phấn đấu …")."""
    extent = extent_of(reading.text, clause.quantity)
    daily = _DAILY in view(extent.unit)  # a capacity: the day is part of its unit
    behind = Span(min(extent.end, clause.after.end), clause.after.end) if daily else clause.after
    near = period_in(reading, behind) or extent.per
    aimed = len(after_aim(reading.slice(clause.head)))
    return near or period_in(reading, Span(clause.head.end - aimed, clause.head.end))
