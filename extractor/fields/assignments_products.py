"""The product that a task hands over: the named thing right behind a verb of making or sending.

"xây dựng kế hoạch cụ thể, tổ chức triển khai …" gives "kế hoạch cụ thể"; "thực hiện Kế hoạch này"
gives none.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.fields.context import Reading
from extractor.fields.units_bodies import body_end
from extractor.lexicon.load import bounded, load
from extractor.span import Span
from extractor.view import view

_LONGEST = 120
_MORE = r"(?:đề +án|kế +hoạch|chương +trình|dự +án|nhiệm +vụ|quy +chế|phương +án|văn +bản|báo +cáo)"
_AIM = r"để|nhằm|phù +hợp|đảm +bảo|bảo +đảm|gắn +với|đáp +ứng|đồng +bộ|này|theo|với +nội"
_TIME = r"trước|chậm +nhất|trong +thời|đến +hết|định +kỳ|xong|hoàn +thành|khi|nếu"
_SENT = r"gửi|trình|từ +(?:nguồn|ngân)"
_NEXT = r"triển +khai +thực +hiện|và +(?:tổ|triển|cân|trình|gửi|đẩy|lựa|hướng|chỉ)"
_TO = re.compile(r" +về +(?=\w)")
_STOP = re.compile(rf"[;:(]|\.(?= |$)|, +(?!{_MORE})| +(?:{_AIM}|{_TIME}|{_SENT}|{_NEXT})(?!\w)")


def product_in(reading: Reading, span: Span) -> Span | None:
    """The product that the task in `span` names, or None."""
    viewed = view(span.of(reading.text))
    found = _pattern().search(viewed)
    if found is None:
        return None
    start = found.start("product")
    stop = _STOP.search(viewed, found.end(), start + _LONGEST)
    end = stop.start() if stop else min(len(viewed), start + _LONGEST)
    end = _before_receiver(reading, span.start, viewed, Span(found.end(), end))
    if viewed[end:].lstrip().startswith("này"):
        return None
    whole = Span(span.start + start, span.start + end)
    return whole.trimmed(reading.text, " \t\u00a0.,;:/")


def _before_receiver(reading: Reading, base: int, viewed: str, tail: Span) -> int:
    """The end of what describes a product: "báo cáo về Sở Nội vụ" says at "về" who receives it."""
    for to in _TO.finditer(viewed, tail.start, tail.end):
        if body_end(reading, base + to.end(), base + len(viewed)) is not None:
            return to.start()
    return tail.end


@cache
def _pattern() -> re.Pattern[str]:
    products = load("products")
    nouns, verbs = products.some(kind="noun"), products.some(kind="verb")
    return re.compile(
        rf"{bounded(verbs)} *:? *(?P<product>(?:(?:các|những|một +số|dự +thảo) +)?{bounded(nouns)})"
    )
