"""Periods of a target: "mỗi năm", "/năm", "02 lần mỗi quý" as the contract's `per`.

`period_in("mỗi năm có ít nhất 02 đợt")` is `"year"`; `without_period` cuts the phrase out of the words.
"""

from __future__ import annotations

import re

from extractor.plan.model import Period
from extractor.view import view

_PER: tuple[tuple[re.Pattern[str], Period], ...] = (
    (re.compile(r"(?:mỗi|hằng|hàng|một|/|trong một|/1|trên) ?năm(?! \d)|năm một lần"), "year"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?quý"), "quarter"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?tháng(?! \d)"), "month"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?tuần"), "week"),
    (re.compile(r"(?:mỗi|hằng|hàng|/|trong một) ?ngày(?! \d)"), "day"),
    (re.compile(r"(?:mỗi|định kỳ) 6 tháng|06 tháng/lần"), "half_year"),
)
_PER_PHRASE = re.compile(
    r"(?:,\s*)?(?:^|(?<=[\s,(/])|(?=/))(?:bình quân\s+)?(?:mỗi|hằng|hàng|trong một|trong 01|/1|/|một|01)\s?(?:năm|quý|tháng|tuần|ngày)(?:/lần)?(?!\w)(?!\s\d)\s*,?"
)
_LEADING = re.compile(
    r"^\W*(?:phấn đấu,?\s+|bình quân\s+)?(?:mỗi|hằng|hàng)\s(?:năm|quý|tháng|tuần)(?!\w)"
)


def period_in(text: str) -> Period | None:
    """The first period that the words state."""
    seen = view(text)
    return next((period for pattern, period in _PER if pattern.search(seen)), None)


def without_period(text: str) -> str:
    """The words without the phrase that states a period."""
    return _PER_PHRASE.sub(" ", text)


def leading_period(sentence: str) -> Period | None:
    """The period that opens a sentence and governs all its clauses ("Hằng năm, …; …")."""
    found = _LEADING.match(view(sentence))
    return period_in(found.group()) if found else None
