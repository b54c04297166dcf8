"""Where the name of a body ends: the tail of "Sở", "UBND", "Chủ tịch", "các cơ quan".

`tail_of(Page.of("Sở Nội vụ chủ trì"), hit).end` stops before the verb. A tail is built of steps:
sector, proper name, level and place, another body ("Văn phòng Sở"), what it belongs to ("trực thuộc
Sở"), until no step fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractor.lexicon.load import Hit
from extractor.recognise.groups import end_of_group, qualified
from extractor.recognise.page import Page

_WORD = re.compile(r" +(?!v/v(?!\w))([^\W\d_][\w&/]*|\d{1,2}(?!\w)|[ivx]+(?!\w))")
_JOIN = re.compile(r" *- *| +(?:và|&) +| *& *")
_COMMA = re.compile(r" *, +")
_SECOND = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3} và ([^\W\d_])")
_ABBREVIATION = re.compile(r" *\([^\W\d_][\w&. -]{1,20}\)")
_LEVEL_WORD = (
    r"(?:cấp +)?(?:toàn +)?(?:tỉnh|thành +phố|tp\.?|huyện|quận|thị +xã|xã(?! +hội)|phường|"
    r"thị +trấn|đặc +khu|quốc +gia(?: +\d{3,4})?|thôn|ấp|khu +phố|"
    r"tổ +dân +phố|trung +ương|khu +vực(?: +\d{1,2}(?![\w./%]))?|cơ +sở(?! +dữ)|"
    r"việt +nam)(?!\w)"
)
_LEVEL = re.compile(
    rf" +(?:các +|tất +cả +các +|\d+ +)?{_LEVEL_WORD}"
    rf"(?:(?: *, *| +và +|, +và +| *- *)(?:các +)?{_LEVEL_WORD})*"
    r"|,? +(?:các +)?cấp(?: +(?:tỉnh|xã|huyện))?(?!\w)"
)
_MANY = re.compile(r" +(?:các|\d)")
_PROPER = r"[A-ZĐÀ-Ỹ]\w*(?: [A-ZĐÀ-Ỹ]\w*){0,4}"
_PLACES = re.compile(rf" *: *{_PROPER}(?:(?:, | và ){_PROPER})+")
_SECTOR = re.compile(r" +ngành(?= )")
_NUMBER = re.compile(r" +(?:số +)?\d{1,4}(?![\w./%]|,\d| +(?!và )[^\W\d_])")
_OF = re.compile(r" +của(?= )")
_ABOUT = re.compile(r" +về +(?!việc)")
_ABOUT_END = re.compile(r"[;:.()\n]|,? +(?:về +việc|tại|họp|ngày)(?!\w)")
_LONGEST_TAIL = 6
_DEEPEST = 6  # bodies in bodies; "Sở Sở Sở …" without end is no name
_LONGEST_CHAIN = 300  # characters behind a head, after which no other body is a part of its name
_LONGEST_ABOUT = 160

_Step = Callable[[Page, int, bool], int | None]


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a name, and whether anything followed its head."""

    end: int
    named: bool


def tail_of(page: Page, hit: Hit) -> Tail:
    """The tail of the body whose head is `hit`."""
    start = end = hit.span.end
    if not _is_complete(hit):
        for _ in range(_LONGEST_TAIL):
            further = _further(page, hit, end)
            if further is None:
                break
            end = further
    named = end > start
    if hit.entry.flag("about") and not _has_sector(page, start):
        end = _about(page, end)
    return Tail(end, named)


def _has_sector(page: Page, start: int) -> bool:
    """Whether a body's matter follows its head: what it is about then is another thing's title.

    "Ban Chỉ đạo tỉnh về chuyển đổi số", but "Ban Chỉ đạo chuyển đổi số tỉnh | về hoạt động".
    """
    return _sector(page, start, True) is not None


def _is_complete(hit: Hit) -> bool:
    """Central bodies of one name only: "Chính phủ", "Bộ Chính trị"."""
    return hit.entry.word("level") == "central" and hit.entry.word("tail") == "closed"


def _further(page: Page, head: Hit, end: int) -> int | None:
    closed_behind = head.entry.word("tail") == "closed" and end > head.span.end
    near = end - head.span.end <= _LONGEST_CHAIN
    chained = _chained(page, end, head.entry.word("tail") == "of") if near else None
    if chained is not None and not closed_behind:  # "UBND xã | Sở Tài chính": a lost line break
        return chained
    for step in _STEPS.get(head.entry.word("tail"), _STEPS["name"]):
        further = step(page, end, end == head.span.end)
        if further is not None:
            return further
    return None


def _chained(page: Page, end: int, posts: bool) -> int | None:
    """Another body right behind: "Văn phòng Sở", "Chủ tịch UBND xã"."""
    start = page.after_blanks(end)
    inner = page.agencies.at(page.viewed, start) if start is not None else None
    if inner is None or not page.capital(inner.span.start):
        return None
    if page.inside >= _DEEPEST or (inner.entry.word("tail") == "of" and not posts):
        return None
    key = inner.span.start, page.inside + 1
    if key not in page.ends:
        page.ends[key] = tail_of(replace(page, inside=key[1]), inner).end
    return page.ends[key]


def _sector(page: Page, end: int, first: bool) -> int | None:
    start = page.after_blanks(end)
    if start is None or not (first or page.capital(start)):
        return None
    hit = page.domains.at(page.viewed, start)
    return hit.span.end if hit else None


def _own(page: Page, end: int, first: bool) -> int | None:
    """A proper name: a capital, then words until a verb, a particle, or another body."""
    match = _WORD.match(page.viewed, end)
    if match is None or not page.capital(match.start(1)) or begins_other(page, match.start(1)):
        return _joined(page, end)
    if not first and _is_said(page, match):  # "Phòng Quản lý đô thị" may be named by a verb
        return None
    return _words(page, _compound_end(page, match))


def _words(page: Page, end: int) -> int:
    for _ in range(8):
        match = _WORD.match(page.viewed, end)
        if match is None or _LEVEL.match(page.viewed, end):
            break
        matter = _matter(page, match)
        if matter is not None:
            return matter
        if _is_said(page, match):
            break
        if begins_other(page, match.start(1)):
            break
        end = _compound_end(page, match)
    return end


def _compound_end(page: Page, word: re.Match[str]) -> int:
    """The end of a word with a capital, or of the verb that it opens: "Văn phòng | Đăng ký"."""
    verb = page.verbs.at(page.viewed, word.start(1)) if page.proper(word.start(1)) else None
    return max(word.end(), verb.span.end) if verb else word.end()


def _matter(page: Page, word: re.Match[str]) -> int | None:
    """The end of a matter that begins with a verb: "Phòng Quản lý chuyển đổi số"."""
    matter = page.domains.at(page.viewed, word.start(1))
    verb = page.verbs.at(page.viewed, word.start(1))
    return matter.span.end if matter and verb and matter.span.end > verb.span.end else None


def _is_said(page: Page, word: re.Match[str]) -> bool:
    """Whether a word belongs to the sentence, not to the name: a verb or a particle."""
    start = word.start(1)
    verb = page.verbs.at(page.viewed, start)
    if page.proper(start):
        return verb is not None and (
            verb.entry.flag("opens_title") or verb.entry.id in {"lead", "coordinate"}
        )
    return verb is not None or page.particles.at(page.viewed, start) is not None


def _joined(page: Page, end: int) -> int | None:
    join = _JOIN.match(page.viewed, end) or _listed(page, end)
    if join is None or not page.capital(join.end()) or begins_other(page, join.end()):
        return None
    first = _WORD.match(" " + page.viewed[join.end() : join.end() + 30])
    if first is None or page.verbs.at(page.viewed, join.end()):
        return None
    return _words(page, join.end() + len(first.group(1)))


def _listed(page: Page, end: int) -> re.Match[str] | None:
    """The comma of "Văn hóa, Thể thao và Du lịch": two more capitals joined by và follow it."""
    comma = _COMMA.match(page.viewed, end)
    if comma is None or not page.capital(comma.end()):
        return None
    rest = _SECOND.match(page.viewed, comma.end())
    return comma if rest and page.capital(rest.start(1)) else None


def begins_other(page: Page, start: int) -> bool:
    """Whether another body or a document begins at `start`."""
    viewed = page.viewed
    if page.text.startswith("Các ", start) and page.groups.at(viewed, start + 4):
        return True  # "Sở Nội vụ | Các sở, ngành": a cell that lost its line break
    return bool(page.agencies.at(viewed, start) or page.types.at(viewed, start))


def _level(page: Page, end: int, first: bool) -> int | None:
    match = _LEVEL.match(page.viewed, end)
    if match is None:
        return None
    listed = _PLACES.match(page.text, match.end()) if _MANY.match(match.group()) else None
    return listed.end() if listed else _place(page, match.end())


def _place(page: Page, end: int) -> int:
    """Past the proper name of a place: at most five words, each with a capital."""
    for _ in range(5):
        match = _WORD.match(page.viewed, end)
        if match is None or not page.capital(match.start(1)):
            break
        if begins_other(page, match.start(1)) or _is_said(page, match):
            break
        if _LEVEL.match(page.viewed, end):
            break
        end = match.end()
    return end


def _seat(page: Page, end: int, first: bool) -> int | None:
    """The place right behind a closed name: "Tỉnh ủy Hòa Giang"."""
    place = _place(page, end)
    return place if place > end else None


def _belongs(page: Page, end: int, first: bool) -> int | None:
    sector = _SECTOR.match(page.viewed, end)
    further = sector.end() if sector else qualified(page, end, named=True)
    if further is not None:
        return further
    of = _OF.match(page.viewed, end)
    if of is None:
        return None
    level = _level(page, of.end(), False)
    return level if level is not None else _chained(page, of.end(), posts=False)


def _group(page: Page, end: int, first: bool) -> int | None:
    start = page.after_blanks(end)
    return end_of_group(page, start) if start is not None else None


def _abbreviated(page: Page, end: int, first: bool) -> int | None:
    """A short name in brackets belongs to the name only if the name goes on behind it."""
    match = _ABBREVIATION.match(page.viewed, end)
    return _level(page, match.end(), False) if match else None


def _numbered(page: Page, end: int, first: bool) -> int | None:
    """ "Ban Chỉ đạo 389", "Trường Tiểu học số 2"."""
    match = _NUMBER.match(page.viewed, end) if first else None
    return match.end() if match else None


_STEPS: dict[str, tuple[_Step, ...]] = {
    "closed": (_level, _seat, _belongs, _abbreviated),
    "of": (_level, _group, _belongs),
    "name": (_sector, _own, _numbered, _level, _belongs, _abbreviated),
}


def _about(page: Page, end: int) -> int:
    """Past "về …" of a steering committee, up to the verb or mark that ends its name."""
    match = _ABOUT.match(page.viewed, end)
    if match is None:
        return end
    stop = _ABOUT_END.search(page.viewed, match.end())
    limit = min(stop.start() if stop else len(page.viewed), match.end() + _LONGEST_ABOUT)
    for verb in page.verbs.find(page.viewed, match.end(), limit):
        listed = page.viewed[: verb.span.start].rstrip().endswith((",", "về", "và"))
        opens = verb.entry.flag("opens_title") or verb.entry.id in {"lead", "coordinate"}
        if opens and not listed:
            limit = verb.span.start
            break
    return len(page.viewed[:limit].rstrip(" ,"))
