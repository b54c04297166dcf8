"""Quotas: every stated number of awards, with recipient, form and period.

"không quá 10% tập thể, 5% cá nhân" gives two, both `le`: a comparator governs a bare list under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.awards.recipients import only_recipient, recipients_in
from extractor.fields.context import Reading, source_of
from extractor.lexicon.load import load
from extractor.plan.model import Operator, Period, Quota, Recipient
from extractor.recognise.model import Quantity
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_UNIT = re.compile(
    r"\s*(?P<unit>tập thể|cá nhân|trường hợp|hộ gia đình|hộ|giấy khen|bằng khen|cờ thi đua|cờ|phần quà|giải(?: nhất| nhì| ba| khuyến khích)?|suất|gia đình|kỷ niệm chương)(?!\w)"
)
_BARE_LIST = re.compile(r"^\s*(?:,|và|;|hoặc)\s*$")
_PERIODS: tuple[tuple[str, Period], ...] = (("mỗi năm", "year"), ("hằng năm", "year"), ("hàng năm", "year"), ("mỗi quý", "quarter"), ("mỗi tháng", "month"))


def read_quotas(reading: Reading, sentence: Span, titles: list[str]) -> Iterator[Quota]:
    """The quotas of one sentence (or heading)."""
    governed: Operator | None = None
    last_end = 0
    for quantity in reading.mentions.quantities_in(sentence):
        unit = _UNIT.match(view(reading.text[quantity.span.end : min(sentence.end, quantity.span.end + 40)]))
        if unit is None:
            continue
        operator: Operator = quantity.operator  # type: ignore[assignment]
        if operator == "eq" and governed and _BARE_LIST.match(reading.text[last_end : quantity.span.start]):
            operator = governed
        governed = operator if operator != "eq" else None
        start = quantity.span.end + unit.start("unit")
        last_end = quantity.span.end + unit.end("unit")
        yield _quota(reading, sentence, quantity, Span(start, last_end), operator, titles)


def _quota(reading: Reading, sentence: Span, quantity: Quantity, unit: Span, operator: Operator, titles: list[str]) -> Quota:
    printed = reading.value(unit)
    return Quota(
        recipient=_recipient(printed, reading.slice(sentence), titles),
        operator=operator,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=printed,
        form=_form(reading.slice(sentence), printed, titles),
        per=next((period for word, period in _PERIODS if word in view(reading.slice(sentence))), None),
        source=source_of(reading, sentence),
        rule=f"awards.quota/{quantity.rule}",
        confidence=0.88,
    )


def _recipient(unit: str, sentence: str, titles: list[str]) -> Recipient:
    own = only_recipient(unit)
    if own:
        return own
    if view(unit) == "trường hợp":
        return "other"
    form = load("award_forms").entry_of(unit)
    if form and form.word("recipient"):
        return form.word("recipient")  # type: ignore[return-value]
    named = recipients_in(" ".join([sentence, *titles[:1]]))
    return named[0] if named else "other"


def _form(sentence: str, unit: str, titles: list[str]) -> str | None:
    for text in (unit, sentence, *titles):
        for hit in load("award_forms").find(view(text)):
            return clean(hit.entry.canonical) if hit.entry.id != "commend" else None
    return None
