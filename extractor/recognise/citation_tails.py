"""What follows a document's number: its date, its issuer, its title.

In "số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh về kiểm soát thủ tục" the head goes on to "UBND
tỉnh", the title is "về kiểm soát thủ tục". Date and issuer come in either order; the issuer may
also stand before the number, or once before a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.lexicon.load import load
from extractor.recognise.date_atoms import DAY, MONTH, YEAR
from extractor.recognise.dates import iso
from extractor.recognise.model import Citation
from extractor.recognise.organisations import organisation_at
from extractor.recognise.page import Page
from extractor.span import Span

_DATE = re.compile(
    r"[ ,]*(?P<open>\()? *(?:(?:được +)?(?:ban +hành|thông +qua|ký)(?: +ban +hành)? +)?(?P<date>"
    rf"(?:ngày +)?(?P<d>{DAY}) *[/.-] *(?P<m>{MONTH}) *[/.-] *(?P<y>{YEAR})"
    rf"|(?:ngày +)?(?P<d2>{DAY}) +tháng +(?P<m2>{MONTH})(?: *, *| +)năm +(?P<y2>{YEAR})"
    rf"|ngày[ ._…]*tháng[ ._…]*(?P<m3>{MONTH})?[ ._…]*,? *năm +(?P<y3>{YEAR})"
    rf"|tháng +(?P<m4>{MONTH})(?: *[/-] *| +năm +)(?P<y4>{YEAR})"
    rf"|năm +(?P<y5>{YEAR})(?! *[-/] *\d)(?! +(?:của|về)? *(?:học|kế)))(?(open) *\))"
)
_OF = re.compile(r"[ ,]*(?:do|của|giữa)(?= )")
_BLANKS = re.compile(r" +")
_NOBODY = re.compile(r"[ ,]*của(?= +về )")  # "ngày 29/12/2023 của về …": the name is missing
_NO_ISSUER = re.compile(r" +(?:về|v/v)(?!\w)")
_ISSUER_STOP = re.compile(
    r"[;:.()\n\"]| *,(?! +[^\W\d_]+(?: +[^\W\d_]+){0,2} +và +)| +(?:về|v/v|ngày|năm|và)(?!\w)"
)
_SENT = re.compile(r"(?:đề +nghị|đề +xuất|ý +kiến|kết +luận|chỉ +đạo) +của +([^;:\n]+?),? +tại +\Z")
_SHORT = r" *\([^\W\d_]{2,12}(?: +[^\W\d_]{2,8})?\)"  # "… (GDĐT)", "… (UBND tỉnh)"
_RENAMED = re.compile(
    rf" *\((?:nay|cũ|trước)(?!\w)[^()\n]{{0,60}}\)|{_SHORT}"
    r"|,? *khóa +(?:[ivxl]+|\d+)(?!\w)(?:,? *nhiệm +kỳ +[\d -]+)?"
    r"(?:,? *(?:tại +)?kỳ +họp +(?:thứ +|lần +thứ +)?(?:\d+|[^\W\d_]+))?"
)
_CLAUSE = re.compile(r"[^;:]+ tại +\Z")
_COMPANY = "cong-ty"
_OF_BETWEEN = re.compile(r"(?<!\w)của +")
_LISTED = re.compile(r"(?<!\w)các +([^\W\d_]+(?: +[^\W\d_]+)?) +của +(?=[^\W\d_])")
_AND = re.compile(r" *, +(?:và +)?| +(?:và|-) +")
_ABOUT = r"(?:về|v/v|hướng +dẫn|quy +định)(?!\w)"
_REST = re.compile(
    r"(?: +(?!(?:về|v/v|tại|ngày|năm|số|theo|các)(?!\w))[^\W\d_]+){1,6}?"
    rf"(?=(?:{_SHORT})? +(?:về|v/v)(?!\w))"
)
_SECOND = re.compile(rf"(?:{_SHORT})? +{_ABOUT}")
_DASH = re.compile(r" +[-–] +")
_TO_TITLE = re.compile(r"[ ,:]*(?:\( *(?=v/v|về ))?")


@dataclass(frozen=True, slots=True)
class Tail:
    """Date and issuer behind a number; `end` is where the head ends."""

    end: int
    date: str | None = None
    date_span: Span | None = None
    issuer: Span | None = None


def read_tail(page: Page, start: int, joint: bool = False) -> Tail:
    """Date and issuer, in either order, once each; `joint` documents have several issuers."""
    tail = Tail(start)
    for _ in range(2):
        if tail.date is None and (dated := _dated(page, tail)):
            tail = dated
        if tail.issuer is None and (issued := _issued(page, tail)):
            tail = _jointly(page, issued) if joint else _with_parent(page, issued)
            tail = _widened(page, tail)
    return tail


def _widened(page: Page, tail: Tail) -> Tail:
    """The issuer to its end where that end is surely known: a title follows.

    "Bộ Giáo dục Đào tạo về việc" writes a name otherwise than the lexicon does; "Bộ Y tế và Bộ
    Nội vụ hướng dẫn" names two.
    """
    if tail.issuer is None or _title_start(page, tail.end) is not None:
        return tail
    end = _second_body(page, tail.end) or _rest_of_name(page, tail.end)
    return replace(tail, end=end, issuer=Span(tail.issuer.start, end)) if end else tail


def _second_body(page: Page, start: int) -> int | None:
    join = _AND.match(page.viewed, start)
    body = organisation_at(page, join.end()) if join else None
    if body is None or body.kind in {"group", "post"}:
        return None
    return body.span.end if _SECOND.match(page.viewed, body.span.end) else None


def _rest_of_name(page: Page, start: int) -> int | None:
    rest = _REST.match(page.viewed, start)
    if rest is None or any(True for _ in page.verbs.find(page.viewed, start, rest.end())):
        return None
    return rest.end()


def _with_parent(page: Page, tail: Tail) -> Tail:
    """The issuer with the body that it belongs to behind a dash: "Cục Quản lý Dược - Bộ Y tế"."""
    dash = _DASH.match(page.viewed, tail.end)
    body = organisation_at(page, dash.end()) if dash and tail.issuer else None
    if tail.issuer is None or body is None or body.kind in {"group", "post"}:
        return tail
    return replace(tail, end=body.span.end, issuer=Span(tail.issuer.start, body.span.end))


def _jointly(page: Page, tail: Tail) -> Tail:
    while tail.issuer and (join := _AND.match(page.viewed, tail.end)):
        body = organisation_at(page, join.end())
        if body is None or body.kind == "group":
            break
        tail = replace(tail, end=body.span.end, issuer=Span(tail.issuer.start, body.span.end))
    return tail


def _dated(page: Page, tail: Tail) -> Tail | None:
    match = _DATE.match(page.viewed, tail.end)
    if match is None:
        return None
    year, month, day = (_part(match, key) for key in "ymd")
    date = iso(year, month, day)
    return Tail(match.end(), date, Span(*match.span("date")), tail.issuer)


def _part(match: re.Match[str], key: str) -> int | None:
    groups = match.groupdict()
    stated = (groups.get(f"{key}{i}") for i in ("", "2", "3", "4", "5"))
    return next((int(value) for value in stated if value), None)


def _issued(page: Page, tail: Tail) -> Tail | None:
    of = _OF.match(page.viewed, tail.end)
    if of is None:
        return _issued_plainly(page, tail)
    if _NO_ISSUER.match(page.viewed, of.end()):
        return None
    start = _BLANKS.match(page.viewed, of.end())
    if start is None:
        return None
    issuer = _issuer(page, start.end())
    return Tail(issuer.end, tail.date, tail.date_span, issuer) if issuer else None


def _issued_plainly(page: Page, tail: Tail) -> Tail | None:
    """An issuer right behind the date, without của: "ngày 29/01/2026 UBND xã Phú Lạc về"."""
    blanks = _BLANKS.match(page.viewed, tail.end)
    if blanks is None or tail.date is None or not page.capital(blanks.end()):
        return None
    body = organisation_at(page, blanks.end())
    if body is None or body.kind in {"group", "post"} or _title_start(page, body.span.end) is None:
        return None
    return Tail(body.span.end, tail.date, tail.date_span, body.span)


def _issuer(page: Page, start: int) -> Span | None:
    body = organisation_at(page, start)
    end = body.span.end if body else start
    if body is None:
        end = _unknown_end(page, start)
    return Span(start, end) if end > start else None


def sender_before(page: Page, start: int) -> Span | None:
    """The body that sent a document, named before it: "đề nghị của Sở Nội vụ tại Tờ trình"."""
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - 140)
    match = _SENT.search(page.viewed, low, start)
    body = organisation_at(page, match.start(1)) if match else None
    return body.span if match and body and body.span.end >= match.end(1) else None


def is_company_paper(page: Page, start: int, tail: Tail) -> bool:
    """Whether a company sent a paper: its numbers are none of Nghị định 30/2020/NĐ-CP."""
    if tail.issuer is not None:
        body = organisation_at(page, tail.issuer.start)
        return body is not None and body.head == _COMPANY
    low = max(page.viewed.rfind("\n", 0, start), start - 140) + 1
    clause = _CLAUSE.search(page.viewed, low, start)
    heads = page.agencies.find(page.viewed, clause.start(), start) if clause else ()
    return any(hit.entry.id == _COMPANY for hit in heads)


def issuer_between(page: Page, start: int, number: int) -> Span | None:
    """The issuer between type and number: "Kế hoạch của UBND tỉnh số 12/KH-UBND"."""
    match = _OF_BETWEEN.search(page.viewed, start, number)
    body = organisation_at(page, match.end()) if match else None
    return body.span if body and body.span.end <= number else None


def title_between(page: Page, citation: Citation) -> Span | None:
    """The title that a bracketed list of numbers shares: "các Nghị định của … quy định … (số …"."""
    issuer, number = citation.issuer_span, citation.number_span
    if issuer is None or number is None or issuer.end > number.start:
        return None
    bracket = page.viewed.rfind("(", issuer.end, number.start)
    start = _title_start(page, issuer.end)
    if bracket < 0 or start is None or start >= bracket:
        return None
    return Span(start, len(page.viewed[:bracket].rstrip()))


def issuer_of_list(page: Page, doc_type: str, start: int) -> Span | None:
    """The issuer named once before a list: "các Quyết định của Chính phủ …: Quyết định số …"."""
    line = page.viewed.rfind("\n", 0, start) + 1
    colon = page.viewed.rfind(":", line, start)
    match = _LISTED.search(page.viewed, line, colon) if colon > 0 else None
    if match is None or match.group(1) != doc_type.lower():
        return None
    body = organisation_at(page, match.end())
    return body.span if body else None


def _unknown_end(page: Page, start: int) -> int:
    """The end of an issuer whose head no lexicon knows: the next mark, about, or verb."""
    limit = min(len(page.viewed), start + 160)
    for stop in _ISSUER_STOP.finditer(page.viewed, start, limit):
        if stop.group().strip() != "và" or not page.capital(stop.end() + 1):
            limit = stop.start()
            break
    verbs = page.verbs.find(page.viewed, start, limit)
    verb = next((hit for hit in verbs if not page.proper(hit.span.start)), None)
    return start + len(page.viewed[start : verb.span.start if verb else limit].rstrip())


def title_start(page: Page, tail: Tail, number: bool) -> int | None:
    """Where the title begins behind a head, or None; weak openers need a date or an issuer."""
    dated = tail.date is not None or tail.issuer is not None
    nobody = _NOBODY.match(page.viewed, tail.end)
    return _title_start(page, nobody.end() if nobody else tail.end, weak=dated or not number)


def _title_start(page: Page, end: int, weak: bool = True) -> int | None:
    renamed = _RENAMED.match(page.viewed, end)  # "của UBND tỉnh Phú An (nay là tỉnh Hòa Giang) về"
    gap = _TO_TITLE.match(page.viewed, renamed.end() if renamed else end)
    start = gap.end() if gap else end
    if page.viewed[start : start + 1] == '"' and page.viewed[start + 1 : start + 2].isalnum():
        return start
    opener = load("title_openers").at(page.viewed, start)
    if opener is None or (opener.entry.flag("weak") and not weak):
        return None
    return start
