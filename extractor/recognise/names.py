"""Where the name of a body ends: the tail of "Sở", "UBND", "Chủ tịch", "các cơ quan".

`end_of_name(Page.of("Sở Nội vụ chủ trì"), hit)` stops before the verb. A tail is built of steps:
sector, proper name, level and place, another body ("Văn phòng Sở"), what it belongs to ("trực thuộc
Sở"), until no step fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.lexicon.load import Hit
from extractor.recognise.groups import end_of_group
from extractor.recognise.page import Page

_STOPS = frozenset(
    [
        "và",
        "hoặc",
        "để",
        "theo",
        "trong",
        "tại",
        "về",
        "của",
        "là",
        "được",
        "có",
        "khi",
        "cho",
        "với",
        "từ",
        "đến",
        "nếu",
        "các",
        "những",
        "mỗi",
        "mọi",
        "nhằm",
        "do",
        "thì",
        "đã",
        "đang",
        "sẽ",
        "không",
        "chưa",
        "phải",
        "cần",
        "bị",
        "cùng",
        "trên",
        "dưới",
        "ngoài",
        "sau",
        "trước",
        "như",
        "ở",
        "vào",
        "ra",
        "này",
        "đó",
        "gồm",
    ]
)
_WORD = re.compile(r" +([^\W\d_][\w&/]*|\d{1,2}(?!\w)|[ivx]+(?!\w))")
_JOIN = re.compile(r" *- *| +(?:và|&) +| *& *")
_COMMA = re.compile(r" *, +")
_ABBREVIATION = re.compile(r" *\([^\W\d_][\w&. -]{1,20}\)")
_LEVEL_WORD = (
    r"(?:cấp +)?(?:toàn +)?(?:tỉnh|thành +phố|tp\.?|huyện|quận|thị +xã|xã(?! +hội)|phường|thị +trấn|"
    r"đặc +khu|thôn|ấp|khu +phố|tổ +dân +phố|trung +ương|khu +vực|cơ +sở(?! +dữ)|việt +nam)(?!\w)"
)
_LEVEL = re.compile(
    rf" +(?:các +|tất +cả +các +|\d+ +)?{_LEVEL_WORD}"
    rf"(?:(?: *, *| +và +|, +và +| *- *)(?:các +)?{_LEVEL_WORD})*|(?:,? +)(?:các +)?cấp(?: +(?:tỉnh|xã|huyện))?(?!\w)"
)
_BELONGS = re.compile(
    r" +(?:trực +thuộc|thuộc(?: +và +trực +thuộc)?)(?!\w)|(?: +(?:có|và))? +liên +quan(?: +khác)?(?!\w)"
    r"|(?: +(?:đóng|hoạt +động))?(?: +chân)? +trên +địa +bàn(?!\w)| +(?:địa +phương|chuyên +môn|các +cấp)(?!\w)"
)
_OF = re.compile(r" +của(?= )")
_ABOUT = re.compile(r" +về +(?!việc)")
_LONGEST_TAIL = 6


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a name, and whether anything followed its head."""

    end: int
    named: bool


def tail_of(page: Page, hit: Hit) -> Tail:
    """The tail of the body whose head is `hit`."""
    end = hit.span.end
    central = hit.entry.word("level") == "central" and hit.entry.word("tail") == "closed"
    steps = (
        (_level, _belongs)
        if hit.entry.word("tail") == "closed"
        else (_sector, _own, _level, _belongs)
    )
    if hit.entry.word("tail") == "of":
        steps = (_level, _group, _belongs)
    named = False
    for _ in range(_LONGEST_TAIL):
        further = None if central else _chained(page, end, hit)
        if further is None and not (central and hit.entry.word("tail") == "closed"):
            further = next((new for step in steps if (new := step(page, end)) is not None), None)
        if further is None:
            further = _abbreviated(page, end)
        if further is None:
            break
        named, end = True, further
    if hit.entry.flag("about"):
        end = _about(page, end)
    return Tail(end, named)


def _chained(page: Page, end: int, head: Hit) -> int | None:
    """Another body right behind: "Văn phòng Sở", "Chủ tịch UBND xã"."""
    match = re.compile(" +").match(page.viewed, end)
    inner = page.agencies.at(page.viewed, match.end()) if match else None
    if inner is None or not page.capital(inner.span.start):
        return None
    if inner.entry.word("tail") == "of" and head.entry.word("tail") != "of":
        return None
    return tail_of(page, inner).end


def _sector(page: Page, end: int) -> int | None:
    match = re.compile(" +").match(page.viewed, end)
    hit = page.domains.at(page.viewed, match.end()) if match else None
    return hit.span.end if hit else None


def _own(page: Page, end: int) -> int | None:
    """A proper name: a capital, then words until a verb, a particle, or another body."""
    match = _WORD.match(page.viewed, end)
    start = match.start(1) if match else -1
    if match is None or not page.capital(start) or _begins_other(page, start):
        return _joined(page, end)
    if page.verbs.at(page.viewed, start) and not _is_head_end(page, end):
        return None  # "SỞ NỘI VỤ CHỦ TRÌ"; but "Phòng Quản lý đô thị" is named by a verb
    return _words(page, match.end())


def _is_head_end(page: Page, end: int) -> bool:
    before = page.viewed[max(0, end - 40) : end]
    return any(
        before.endswith(alias)
        for alias in ("sở", "phòng", "trung tâm", "ban", "chi cục", "cục", "đội")
    )


def _words(page: Page, end: int) -> int:
    for _ in range(8):
        match = _WORD.match(page.viewed, end)
        if match is None or match.group(1) in _STOPS or _LEVEL.match(page.viewed, end):
            break
        start = match.start(1)
        if _begins_other(page, start) or page.verbs.at(page.viewed, start):
            break
        end = match.end()
    return end


def _joined(page: Page, end: int) -> int | None:
    join = _JOIN.match(page.viewed, end) or _listed(page, end)
    if join is None or not page.capital(join.end()) or _begins_other(page, join.end()):
        return None
    if page.verbs.at(page.viewed, join.end()):
        return None
    first = _WORD.match(" " + page.viewed[join.end() : join.end() + 30])
    return _words(page, join.end() + len(first.group(1))) if first else None


def _listed(page: Page, end: int) -> re.Match[str] | None:
    """The comma of "Văn hóa, Thể thao và Du lịch": two more capitals joined by và follow it."""
    comma = _COMMA.match(page.viewed, end)
    if comma is None or not page.capital(comma.end()):
        return None
    rest = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} và ([^\W\d_])").match(page.viewed, comma.end())
    return comma if rest and page.capital(rest.start(1)) else None


def _begins_other(page: Page, start: int) -> bool:
    viewed = page.viewed
    return bool(page.agencies.at(viewed, start) or page.types.at(viewed, start))


def _level(page: Page, end: int) -> int | None:
    match = _LEVEL.match(page.viewed, end)
    if match is None:
        return None
    return _place(page, match.end())


def _place(page: Page, end: int) -> int:
    for _ in range(5):
        match = _WORD.match(page.viewed, end)
        if match is None or not page.capital(match.start(1)):
            break
        start = match.start(1)
        if _begins_other(page, start) or page.verbs.at(page.viewed, start):
            break
        if match.group(1) in _STOPS or _LEVEL.match(page.viewed, end):
            break
        end = match.end()
    return end


def _seat(page: Page, end: int) -> int | None:
    """The place right behind a closed name: "Tỉnh ủy Hòa Giang"."""
    place = _place(page, end)
    return place if place > end else None


def _belongs(page: Page, end: int) -> int | None:
    match = _BELONGS.match(page.viewed, end)
    if match:
        return match.end()
    of = _OF.match(page.viewed, end)
    if of is None:
        return None
    level = _level(page, of.end())
    return level if level is not None else _chained_plain(page, of.end())


def _chained_plain(page: Page, end: int) -> int | None:
    match = re.compile(" +").match(page.viewed, end)
    inner = page.agencies.at(page.viewed, match.end()) if match else None
    if inner is None or not page.capital(inner.span.start) or inner.entry.word("tail") == "of":
        return None
    return tail_of(page, inner).end


def _group(page: Page, end: int) -> int | None:
    match = re.compile(" +").match(page.viewed, end)
    return end_of_group(page, match.end()) if match else None


def _abbreviated(page: Page, end: int) -> int | None:
    """A short name in brackets belongs to the name only if the name goes on behind it."""
    match = _ABBREVIATION.match(page.viewed, end)
    return _level(page, match.end()) if match else None


_STEPS: dict[str, tuple[Callable[[Page, int], int | None], ...]] = {
    "closed": (_level, _seat, _belongs),
    "of": (_level, _group, _belongs),
    "name": (_sector, _own, _level, _belongs),
}


def _about(page: Page, end: int) -> int:
    match = _ABOUT.match(page.viewed, end)
    if match is None:
        return end
    stop = re.compile(r"[;:.()\n]|,? +(?:về +việc|tại|họp|ngày)(?!\w)").search(
        page.viewed, match.end()
    )
    limit = min(stop.start() if stop else len(page.viewed), match.end() + 160)
    verb = next(
        (
            h.span.start
            for h in page.verbs.find(page.viewed, match.end(), limit)
            if h.entry.id in {"lead", "coordinate"}
            or (h.entry.flag("opens_title") and page.viewed[h.span.start - 2] != ",")
        ),
        limit,
    )
    return len(page.viewed[:verb].rstrip(" ,"))
