"""Where the title of a cited document ends.

"… về thi đua, khen thưởng; quy định chi tiết …" goes on over its semicolon, "… về cải cách; Kế
hoạch số 24/KH-UBND" stops there. Inside quotation marks nothing stops it.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load
from extractor.recognise.organisations import organisation_at
from extractor.recognise.page import Page

_MARK = re.compile(
    r"[\"();:.,\n]| và (?=\w)"
    r"| +(?:(?:đã +)?được +(?:sửa +đổi|ban +hành|bổ +sung|thay +thế)|sau +đây|phù +hợp +với)(?!\w)"
    r"|,? +(?:cụ +thể|như +sau|và +các +(?:quy +định|văn +bản|tài +liệu))(?!\w)"
)
_NEXT_ENTRY = re.compile(r" *(?:và +)?(?:các|những)? *")
_RELATION = re.compile(
    r" *(?:và +)?(?:căn +cứ|theo|thực +hiện|xét|thi +hành|tiếp +tục +thực +hiện|các|cùng|trong +đó|"
    r"đồng +thời|gắn +với|nhằm|đồng +chí)(?!\w)"
)
_SENTENCE_END = re.compile(r"\.(?:/\.)?(?= *(?:\n|$)| +[^\W\d_a-zà-ỹđ])|\./\.")
_GOVERNS = re.compile(
    r"(?:thực +hiện|triển +khai|thi +hành|quán +triệt|một +số +điều +của|hướng +dẫn|theo|của|tại|và|,)"
    r'(?: +(?:các|nội +dung))? *"?\Z'
)
_SHORT_NAME = re.compile(
    r" *\((?:sau +đây|gọi +tắt|viết +tắt|chương +trình|kế +hoạch|đề +án|nghị +quyết)[^()\n]*\)\Z"
)
_LONGEST = 900


def title_end(page: Page, start: int, heads: dict[int, int]) -> int:
    """The end of the title that begins at `start`; `heads` maps the starts of citations to ends."""
    depth, at = 0, start
    quoted = page.viewed[start] == '"'
    limit = min(len(page.viewed), start + _LONGEST)
    while (mark := _MARK.search(page.viewed, at, limit)) is not None:
        sign = mark.group()
        at = mark.end()
        if sign == '"':
            depth = 1 - depth
            if quoted and depth == 0:
                return at
        elif sign == "\n":
            return mark.start()
        elif depth == 0 and _stops(page, mark, start, heads):
            return len(page.viewed[: mark.start()].rstrip())
    return len(page.viewed[:limit].rstrip())


def without_short_name(page: Page, start: int, end: int) -> int:
    """The end of a title less the short name in brackets behind it: "… (Chương trình 05)"."""
    match = _SHORT_NAME.search(page.viewed, start, end)
    return match.start() if match else end


def _stops(page: Page, mark: re.Match[str], start: int, heads: dict[int, int]) -> bool:
    sign = mark.group().strip()
    if sign == "(":  # "(sau đây gọi là …)", "(Nghị quyết số …)": a short name ends the title
        return mark.end() in heads or page.viewed.startswith("(sau đây", mark.start())
    if sign == ")":
        return page.viewed.count("(", start, mark.start()) <= page.viewed.count(
            ")", start, mark.start()
        )
    if sign == ".":
        return _SENTENCE_END.match(page.viewed, mark.start()) is not None or (
            page.text[mark.end() : mark.end() + 2].strip().isupper()
            and mark.end() < len(page.text)
            and page.text[mark.end()] == " "
        )
    if sign == ":":
        return True
    if sign == ";":
        return _next_entry(page, mark.end(), heads)
    if sign == "," and mark.start() in heads.values() and _acts(page, mark.end()):
        return True  # "… thực hiện Kết luận số 12-KL/TU, xác định rõ": the sentence goes on
    if sign in {",", "và"}:
        return _next_sibling(page, mark, start, heads) or (
            sign == "," and _next_actor(page, mark.end())
        )
    return True


def _next_entry(page: Page, at: int, heads: dict[int, int]) -> bool:
    after = _NEXT_ENTRY.match(page.viewed, at)
    end = after.end() if after else at
    rest = page.viewed[at:].split("\n", 1)[0]
    return (
        not rest.strip(" ./")
        or end in heads
        or _RELATION.match(page.viewed, at) is not None
        or (page.types.at(page.viewed, end) is not None and page.capital(end))
        or _next_actor(page, at)
    )


def _next_sibling(page: Page, mark: re.Match[str], start: int, heads: dict[int, int]) -> bool:
    """Whether a citation of the same rank follows, not a further object of the title's verb."""
    after = re.compile(r" *(?:và +)?").match(page.viewed, mark.end())
    following = after.end() if after else mark.end()
    if following not in heads:
        return False
    inner = [head for head in heads if start <= head < mark.start()]
    if not inner:
        return True
    return not _GOVERNS.search(page.viewed, max(start, inner[0] - 40), inner[0])


def _next_actor(page: Page, at: int) -> bool:
    """ ", UBND phường ban hành": the comma before the body whose act the sentence tells."""
    blanks = re.compile(r" +").match(page.viewed, at)
    body = organisation_at(page, blanks.end()) if blanks else None
    if body is None or (body.kind == "group" and not page.capital(body.span.start)):
        return body is not None and _acts(page, body.span.end)
    return _acts(page, body.span.end)


def _acts(page: Page, at: int) -> bool:
    blanks = re.compile(r" +").match(page.viewed, at)
    hit = load("verbs").at(page.viewed, blanks.end()) if blanks else None
    return hit is not None
