"""Where the title of a cited document ends.

"… về thi đua, khen thưởng; quy định chi tiết …" goes on over its semicolon, "… về cải cách; Kế
hoạch số 24/KH-UBND" stops there. Inside quotation marks nothing stops it.
"""

from __future__ import annotations

import re

from extractor.lexicon.load import load
from extractor.recognise.organisations import organisation_at
from extractor.recognise.page import Page

_ENDS = load("title_ends")
_MARK = re.compile(
    rf"[\"();:.,\n]| và (?=\w)|,? +(?:{_ENDS.some(place='anywhere')})(?!\w)",
)
_ENTRY = re.compile(rf" *(?:và +)?(?:{_ENDS.some(place='semicolon')}|thực +hiện|thi +hành)(?!\w)")
_ARTICLE = re.compile(r" *(?:và +)?(?:các|những)? *")
_AND = re.compile(r" *(?:và +)?")
_GOVERNS = re.compile(rf"(?:{_ENDS.some(place='governs')}|theo|của|tại|và|,)(?: +các)? *\"?\Z")
_SHORT_NAME = re.compile(rf" *\((?:{_ENDS.some(place='short_name')})(?!\w)[^()\n]*\)\Z")
_BRACKET = re.compile(rf"\( *(?:{_ENDS.some(place='bracket')})(?!\w)")
_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|tx|tt|q|p|h|ts|ths|gs|bs)\Z")  # "TP. Tân Hải"
_LONGEST = 900


def title_end(
    page: Page, start: int, heads: dict[int, int], siblings: frozenset[int] = frozenset()
) -> int:
    """The end of the title that begins at `start`.

    `heads` maps the starts of citations to their ends; `siblings` are those that stand in one list
    with the title's own document.
    """
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
        elif depth == 0 and (_lists(page, mark, siblings) or _stops(page, mark, start, heads)):
            return len(page.viewed[: mark.start()].rstrip())
    return len(page.viewed[:limit].rstrip())


def without_short_name(page: Page, start: int, end: int) -> int:
    """The end of a title less the short name in brackets behind it: "… (Chương trình 05)"."""
    match = _SHORT_NAME.search(page.viewed, start, end)
    return match.start() if match else end


def _lists(page: Page, mark: re.Match[str], siblings: frozenset[int]) -> bool:
    """ "…, số 58/2023/NĐ-CP … sửa đổi … và số 22/2025/NĐ-CP": the list of numbers goes on."""
    after = _AND.match(page.viewed, mark.end())
    return mark.group().strip() in {",", ";", "và"} and bool(after and after.end() in siblings)


def _stops(page: Page, mark: re.Match[str], start: int, heads: dict[int, int]) -> bool:
    at, end = mark.start(), mark.end()
    match mark.group().strip():
        case "(":  # "(sau đây gọi là …)", "(Nghị quyết số …)": a short name ends the title
            return end in heads or _BRACKET.match(page.viewed, at) is not None
        case ")":
            return page.viewed.count("(", start, at) <= page.viewed.count(")", start, at)
        case ".":
            return _ends_sentence(page, at)
        case ";":
            return _next_entry(page, end, heads)
        case ",":
            # "… thực hiện Kết luận số 12-KL/TU, xác định rõ": the sentence goes on
            tells = at in heads.values() and _acts(page, end)
            return tells or _next_sibling(page, mark, start, heads) or _next_actor(page, end)
        case "và":
            return _next_sibling(page, mark, start, heads)
        case _:
            return True


def _ends_sentence(page: Page, at: int) -> bool:
    if _ABBREVIATED.search(page.viewed, max(0, at - 4), at):
        return False
    following = page.after_blanks(at + 1)
    if following is None:  # no blank: the end of the block, "./.", or the point of a number
        return page.viewed[at + 1 : at + 2] in {"", "\n", "/", "."}
    return following >= len(page.text) or not page.text[following].islower()


def _next_entry(page: Page, at: int, heads: dict[int, int]) -> bool:
    """Whether a new document, relation or actor begins behind the semicolon, or nothing at all."""
    article = _ARTICLE.match(page.viewed, at)
    end = article.end() if article else at
    line = page.viewed.find("\n", at)
    rest = page.viewed[at : line if line >= 0 else len(page.viewed)]
    return (
        not rest.strip(" ./")
        or end in heads
        or _ENTRY.match(page.viewed, at) is not None
        or (page.types.at(page.viewed, end) is not None and page.capital(end))
        or _next_actor(page, at)
    )


def _next_sibling(page: Page, mark: re.Match[str], start: int, heads: dict[int, int]) -> bool:
    """Whether a citation of the same rank follows, not a further object of the title's verb."""
    after = _AND.match(page.viewed, mark.end())
    following = after.end() if after else mark.end()
    if following not in heads:
        return False
    inner = [head for head in heads if start <= head < mark.start()]
    if not inner:
        return True
    return not _GOVERNS.search(page.viewed, max(start, inner[0] - 40), inner[0])


def _next_actor(page: Page, at: int) -> bool:
    """ ", UBND phường ban hành": the comma before the body whose act the sentence tells."""
    start = page.after_blanks(at)
    body = organisation_at(page, start) if start is not None else None
    return body is not None and _acts(page, body.span.end)


def _acts(page: Page, at: int) -> bool:
    start = page.after_blanks(at)
    return start is not None and page.verbs.at(page.viewed, start) is not None
