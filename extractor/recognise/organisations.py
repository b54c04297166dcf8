"""Organisations, posts and groups of bodies, with the end of their names.

`find_organisations("Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành")` gives "Sở Nội vụ" and
"các sở, ban, ngành". `split_names("Sở Nội vụ, Sở Y tế và UBND xã")` gives the three places: a new
body begins where a head word follows the separator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.lexicon.load import Hit
from extractor.recognise.groups import end_of_group
from extractor.recognise.model import Organisation
from extractor.recognise.names import tail_of
from extractor.recognise.overlap import settle
from extractor.recognise.page import Page
from extractor.span import Span

_SEPARATOR = re.compile(r" *[;\n] *| *, *(?:và +)?| +(?:và|cùng +với|với) +")
_GROUP_START = re.compile(r"\b(?:tất +cả +các|toàn +thể|các|những|mọi|từng|mỗi)(?= )")
_LEVELS = (
    (re.compile(r"(?<!\w)(?:xã(?! +hội)|phường|thị +trấn|đặc +khu|cấp +xã)(?!\w)"), "commune"),
    (re.compile(r"(?<!\w)(?:huyện|quận|thị +xã|cấp +huyện)(?!\w)"), "district"),
    (
        re.compile(r"(?<!\w)(?:tỉnh|thành +phố|tp|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn)(?!\w)"),
        "province",
    ),
    (re.compile(r"(?<!\w)(?:trung +ương|chính +phủ|quốc +gia)(?!\w)"), "central"),
    (re.compile(r"(?<!\w)(?:thôn|ấp|khu +phố|tổ +dân +phố)(?!\w)"), "unit"),
    (re.compile(r"(?<!\w)sở(?!\w)"), "province"),
    (re.compile(r"(?<!\w)(?:bộ +trưởng|thứ +trưởng)(?!\w)"), "central"),
)


def find_organisations(text: str) -> tuple[Organisation, ...]:
    """Every body that `text` (NFC) names, left to right; none inside another."""
    page = Page.of(text)
    named = [body for hit in page.agencies.find(page.viewed) if (body := _named(page, hit))]
    return settle([*named, *_groups(page)])


def organisation_at(page: Page, start: int) -> Organisation | None:
    """The body whose name begins exactly at `start`."""
    hit = page.agencies.at(page.viewed, start)
    named = _named(page, hit) if hit else None
    return named or _group(page, start)


def _named(page: Page, hit: Hit) -> Organisation | None:
    if page.viewed[max(0, hit.span.start - 1) : hit.span.start] in {"-", "/"}:
        return None  # the body's mark in a number: 24/KH-UBND
    tail = tail_of(page, hit)
    if not _is_name(page, hit, tail.named):
        return None
    span = Span(hit.span.start, tail.end)
    level = hit.entry.word("level") or _level(page, span)
    return Organisation(span, _name(page, span), hit.entry.id, _kind(page, hit), level, "named")


def _kind(page: Page, hit: Hit) -> str:
    """A standing board is of the kind of the body it stands for: "Ban Thường trực Ủy ban MTTQ"."""
    start = page.after_blanks(hit.span.end) if hit.entry.flag("of_a_body") else None
    inner = page.agencies.at(page.viewed, start) if start is not None else None
    return (inner or hit).entry.word("kind")


def _is_name(page: Page, hit: Hit, named: bool) -> bool:
    """Common words ("sở", "phòng", "trường") are bodies only with a name or a capital."""
    capital = any(char.isupper() for char in hit.span.of(page.text))
    tail = hit.entry.word("tail")
    if tail in {"closed", "of"}:
        return capital or named
    if tail == "free":
        return capital or named
    return named or (capital and len(page.viewed[hit.span.start : hit.span.end].split()) > 1)


def _groups(page: Page) -> Iterator[Organisation]:
    starts = {match.start() for match in _GROUP_START.finditer(page.viewed)}
    starts.update(hit.span.start for hit in page.groups.find(page.viewed))
    end = 0
    for start in sorted(starts):
        if start >= end and (group := _group(page, start)):
            yield group
            end = group.span.end


def _group(page: Page, start: int) -> Organisation | None:
    end = end_of_group(page, start)
    if end is None:
        return None
    span = Span(start, end)
    return Organisation(span, _name(page, span), "group", "group", _level(page, span), "group")


def _name(page: Page, span: Span) -> str:
    return " ".join(span.of(page.text).split())


def _level(page: Page, span: Span) -> str | None:
    words = span.of(page.viewed)
    return next((level for pattern, level in _LEVELS if pattern.search(words)), None)


def split_names(text: str) -> tuple[Span, ...]:
    """The places of the bodies that `text` lists; the whole text if it names one.

    "Các sở, ban, ngành; UBND các xã, phường" gives two, "Sở Văn hóa, Thể thao và Du lịch" one.
    """
    page = Page.of(text)
    cuts = [0]
    ends = []
    for match in _SEPARATOR.finditer(page.viewed):
        if match.start() > cuts[-1] and _begins_body(page, match):
            ends.append(match.start())
            cuts.append(match.end())
    ends.append(len(text))
    spans = (
        Span(start, end).trimmed(text, " \t\n\u00a0,;.:")
        for start, end in zip(cuts, ends, strict=True)
    )
    return tuple(span for span in spans if len(span))


def _begins_body(page: Page, separator: re.Match[str]) -> bool:
    start = separator.end()
    if "\n" in separator.group():
        return True
    hit = page.agencies.at(page.viewed, start)
    if hit is not None and _named(page, hit) is not None:
        return True
    group = page.groups.at(page.viewed, _after_determiner(page, start))
    if group is None:
        return False
    if ";" in separator.group():
        return True
    determined = _GROUP_START.match(page.viewed, start) is not None
    return determined and not group.entry.flag("attached")


def _after_determiner(page: Page, start: int) -> int:
    match = re.compile(r"(?:tất +cả +các|toàn +thể|các|những|mọi|từng|mỗi) +").match(
        page.viewed, start
    )
    return match.end() if match else start
