"""Groups of bodies without a name of their own: "các sở, ban, ngành", "đơn vị liên quan".

`end_of_group(page, start)` gives the end of the group that begins at `start`, or None. A noun needs
các (or its like), a second noun, or words that say which ones are meant.
"""

from __future__ import annotations

import re

from extractor.recognise.page import Page

_DETERMINER = re.compile(
    r"(?:tất +cả +các|toàn +thể +các|toàn +bộ +các|các|những|mọi|từng|mỗi)(?: +(?:cấp|loại))? +"
)
_JOIN = re.compile(r" *, *(?:và +)?| +(?:và|hoặc) +| *- *")
_WHICH = re.compile(
    r" +(?:trực +thuộc|thuộc(?: +và +trực +thuộc)?(?: +(?=tỉnh|xã|phường|thành|sở|ubnd))?)(?!\w)"
    r"|(?: +(?:có|và))? +liên +quan(?: +khác)?(?!\w)| +(?:khác|nêu +trên|chức +năng|chuyên +môn)(?!\w)"
    r"|(?: +(?:đóng|hoạt +động))?(?: +chân)? +trên +địa +bàn(?: +toàn)?(?!\w)"
    r"|(?: +của)? +(?:cấp +)?(?:tỉnh|thành +phố|huyện|xã(?! +hội)|phường|đặc +khu|trung +ương|nhà +nước|sở|bộ)(?!\w)"
    r"| +(?:các +cấp|ở +địa +phương|địa +phương|trong +tỉnh|trong +khối|toàn +tỉnh|báo +chí|truyền +thông)(?!\w)"
    r"| +(?:viễn +thông|bưu +chính|công +nghệ(?: +số)?|nông +thôn|chuyên +trách|theo +quy +định)(?!\w)"
)
_WORD = re.compile(r" +([^\W\d_]\w*)")


def end_of_group(page: Page, start: int) -> int | None:
    """The end of the group that begins exactly at `start`; None if there is none."""
    determiner = _DETERMINER.match(page.viewed, start)
    end = _noun(page, determiner.end() if determiner else start)
    if end is None:
        return None
    listed = _listed(page, end)
    which = _which(page, listed)
    if determiner is None and listed == end and which == listed:
        return None
    return which


def _noun(page: Page, start: int) -> int | None:
    hit = page.groups.at(page.viewed, start)
    return hit.span.end if hit else None


def _listed(page: Page, end: int) -> int:
    """Past the further nouns: ", ban, ngành" and ", các thôn" (each may say which)."""
    while True:
        join = _JOIN.match(page.viewed, end)
        if join is None:
            return end
        noun = _noun(page, join.end())
        if noun is None or _has_name(page, join.end(), noun):
            return end
        end = noun


def _has_name(page: Page, start: int, end: int) -> bool:
    """ "…, Sở Nội vụ": a capital noun with a capital name behind it is a body of its own."""
    following = page.viewed[end : end + 1] == " " and page.capital(end + 1)
    agency = page.agencies.at(page.viewed, start)
    longer = agency is not None and agency.span.end > end
    return longer or (following and page.capital(start) and agency is not None)


def _which(page: Page, end: int) -> int:
    for _ in range(4):
        match = _WHICH.match(page.viewed, end)
        if match is None:
            break
        end = _place(page, match.end())
    return end


def _place(page: Page, end: int) -> int:
    for _ in range(4):
        match = _WORD.match(page.viewed, end)
        if match is None or not page.capital(match.start(1)):
            break
        if page.agencies.at(page.viewed, match.start(1)) or page.verbs.at(
            page.viewed, match.start(1)
        ):
            break
        end = match.end()
    return end
