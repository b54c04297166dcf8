"""Forms of award with their authority and occasion.

"Bằng khen của Thủ tướng Chính phủ; Giấy khen." gives two forms, the first with its authority; "Chủ tịch
UBND phường quyết định biểu dương" gives `biểu dương` by that post. "khen thưởng" alone is no form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.lexicon.load import Hit, load
from extractor.plan.model import AwardForm
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_OF = re.compile(r"\s+(?:do|của)\s+(?P<who>[^;.:()]{3,90})")
_WHO_END = re.compile(r"\s+(?:cho|tặng|có|và đề nghị|theo|đối với|để|gồm|khi|năm|tại|về|trong|sẽ|\d)(?!\w)|,(?! (?:Thể thao|đơn vị|ban|ngành))")
_AND = re.compile(r"^\s*(?:,|và|hoặc)\s+")
_ACTS = re.compile(r"(?P<who>[^.;:,]{2,60}?)\s+(?:xem xét|quyết định|tổ chức|sẽ|xét|tặng|trao|đã|có)(?!\w)")
_BY = re.compile(r"(?:được|do)\s+(?P<who>[^.;:,]{2,60}?)\s+(?:xem xét|xét|tặng|trao|quyết định)(?!\w)")
_OCCASIONS = (("đột xuất", "đột xuất"), ("hằng năm", "hằng năm"), ("hàng năm", "hằng năm"), ("tổng kết", "tổng kết"))
_UP = re.compile(r"(?:đề nghị|trình|tham mưu)(?: \w+){0,6}$")


def read_forms(reading: Reading, sentence: Span, titles: list[str]) -> Iterator[AwardForm]:
    """The forms that one sentence promises."""
    text = reading.slice(sentence)
    seen = view(text)
    hits = list(load("award_forms").find(seen))
    for index, hit in enumerate(hits):
        yield AwardForm(
            name=_name(text, hit),
            authority=_authority(text, seen, hits, index),
            occasion=_occasion([seen, *titles]),
            source=source_of(reading, sentence),
            rule=f"awards.form/{hit.entry.id}",
            confidence=0.9,
        )


def _name(text: str, hit: Hit) -> str:
    printed = clean(hit.span.of(text))
    return hit.entry.canonical if printed.lower() == hit.entry.canonical.lower() else printed


def _authority(text: str, seen: str, hits: list[Hit], index: int) -> str | None:
    """Behind the form ("… của X"), shared by forms joined to it, else the one who acts before it."""
    for hit in hits[index:]:
        found = _OF.match(seen, hit.span.end)
        if found:
            return _who(text, found)
        if not _AND.match(seen[hit.span.end :]):
            break
    before = seen[: hits[index].span.start]
    acts = _BY.search(before) or _ACTS.match(before.lstrip(" -+"))
    if acts is None or _UP.search(before):
        return None
    lead = len(before) - len(before.lstrip(" -+")) if acts.re is _ACTS else 0
    who = text[lead + acts.start("who") : lead + acts.end("who")]
    return _body(who)


def _who(text: str, found: re.Match[str]) -> str | None:
    who = text[found.start("who") : found.end("who")]
    end = _WHO_END.search(who)
    return clean(who[: end.start()] if end else who) or None


def _body(who: str) -> str | None:
    """The words only where they name a body or a post."""
    value = clean(re.split(r"[,;:]", who)[-1])
    return value if value[:1].isupper() and len(value) < 60 else None


def _occasion(texts: list[str]) -> str | None:
    for text in texts[1:] + texts[:1]:
        for word, occasion in _OCCASIONS:
            if word in view(text):
                return occasion
    return None
