"""Sentences that set no target: they tell what was reached, forecast, give an example, or keep
score.

"Năm 2025 đã đạt 95%", "Dự báo năm 2026 tăng 5%", "trừ 02 điểm nếu nộp chậm" state numbers and
commit nobody. Source: the contract, section targets ("figures reported as already reached are
no targets").
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.targets.vocabulary import holds, opens, words
from extractor.plan.model import Context
from extractor.view import view

_PRODUCT = "×"  # a calculation, as in "15 điểm × 2 lần = 30 mẫu"
# "so với hiện nay" and "từ năm 2020 đến nay" inside a sentence only say which are meant.
_WHICH = re.compile(r"(?:so với|như) hiện (?:nay|tại)|(?<=[^\W\d_] )từ [^,;:.]{2,40} đến nay(?!\w)")
_FILLER = r"(?: +(?:được|trên|hơn|khoảng|gần))?"


def reported(sentence: str, context: Context) -> bool:
    """Whether a sentence, or one of its clauses, tells, forecasts, illustrates or scores."""
    seen = _WHICH.sub("", view(sentence))
    if context != "target" and holds("target_reports", "compared").search(seen):
        return True
    return _PRODUCT in seen or any(pattern.search(seen) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    done, scores = words("target_reports", "done"), words("target_signs", "scores")
    return (
        holds("target_reports", "told"),
        opens("target_reports", "forecast", "example"),
        re.compile(rf"(?<!\w)(?:{done}){_FILLER} +\d"),
        re.compile(rf"(?<!\w)(?:{scores})(?: +[^\W\d_]+){{0,3}} +\d+(?:[.,]\d+)? +điểm"),
    )
