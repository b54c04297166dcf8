"""Citations: documents that the text names, by number, or a law by its title.

`find_citations("Kế hoạch số 24/KH-UBND ngày 29/01/2026 của UBND tỉnh về cải cách")` gives one: type
Kế hoạch, number 24/KH-UBND, date 2026-01-29, issuer UBND tỉnh, title "về cải cách". A document
named inside another's title is a citation of its own with `inside` set.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.lexicon.load import Hit, load
from extractor.recognise.citation_lists import goes_on, shared, typed
from extractor.recognise.citation_tails import (
    Tail,
    is_company_paper,
    issuer_between,
    issuer_of_list,
    read_tail,
    sender_before,
    title_between,
    title_start,
)
from extractor.recognise.citation_titles import title_end, without_short_name
from extractor.recognise.document_numbers import DocumentNumber, document_numbers
from extractor.recognise.laws import Law, find_laws
from extractor.recognise.model import Citation
from extractor.recognise.organisations import organisation_at
from extractor.recognise.page import Page
from extractor.span import Span

_BETWEEN = re.compile(
    r"(?: +của +(?:[^;.(\n\d]|\d{4}(?!\d)){3,260}? +\( *số|(?: +của +[^;.\n\d]{3,60}?)?[ ,(]*"
    r"(?:số(?: +hiệu)?|ký +hiệu)?) *:? *\Z"
)
_SO = re.compile(r"số *:? *\Z")
_BARE = re.compile(r" +số *:? +(\d{1,4})(?![\w/.,%-]| *[-/] *\w)")
_GOVERNS = re.compile(
    r"(?: +(?:tổng +thể|chi +tiết))?(?: +của +(?P<body>[^;.:\d\n]{3,60}?))?,? +(?:về +(?:việc +)?)?"
    r'(?:tổ +chức +)?(?:triển +khai|thực +hiện|thi +hành)(?: +(?:thực +hiện|thi +hành))? +"?\Z'
)
_OWN = re.compile(r"(?:này|ban +hành(?: +kèm +theo)?|xây +dựng) *\Z")
_BLANK = re.compile(r" +số *:? *[.…_ ]*/ ?[^\W\d_][\w-]{1,20}(?=[ ,;.])")
_REACH = 320


def find_citations(text: str) -> tuple[Citation, ...]:
    """Every citation of `text` (NFC), by the start of its head; spans are offsets into `text`."""
    page = Page.of(text)
    laws = find_laws(page)
    taken = {law.number.span.start for law in laws if law.number}
    numbers = [n for n in document_numbers(page) if n.span.start not in taken]
    drafts = [_law(law) for law in laws]
    drafts += [
        draft
        for number, before in zip(numbers, [None, *numbers], strict=False)
        if (draft := _numbered(page, number, before))
    ]
    drafts += _bare(page, drafts)
    drafts += _blank(page)
    drafts += _governing(page, drafts)
    drafts.sort(key=lambda draft: draft.head.start)
    return _nested(shared(page, _titled(page, typed(page, drafts))))


def _law(law: Law) -> Citation:
    return _citation(law.span, law.doc_type, law.number, law.tail, "law", law.title)


def _citation(
    head: Span,
    doc_type: str | None,
    number: DocumentNumber | None,
    tail: Tail,
    rule: str,
    title: Span | None = None,
) -> Citation:
    return Citation(
        span=head,
        head=head,
        doc_type=doc_type,
        number=number.value if number else None,
        number_raw=number.raw if number else None,
        number_span=number.span if number else None,
        number_normalised=number.restored if number else False,
        date=tail.date,
        date_span=tail.date_span,
        issuer=None,
        issuer_span=tail.issuer,
        title=None,
        title_span=title,
        inside=None,
        rule=rule,
    )


def _numbered(page: Page, number: DocumentNumber, before: DocumentNumber | None) -> Citation | None:
    start, printed = _type_before(page, number.span.start)
    if start == number.span.start and not (number.known or goes_on(page, before, start)):
        return None  # neither type word nor số nor a known code: some other thing's number
    tail = read_tail(page, number.span.end, joint="liên" in page.viewed[start : number.span.start])
    if tail.issuer is None:
        listed = issuer_of_list(page, printed, start) if printed else None
        between = issuer_between(page, start, number.span.start)
        tail = replace(tail, issuer=between or sender_before(page, start) or listed)
    rule = "numbered" if printed else "untyped"
    doc_type = printed or number.code_type
    if doc_type == "Công văn" and not printed and is_company_paper(page, start, tail):
        doc_type = load("document_types").by_id["van-ban"].canonical
    return _citation(Span(start, tail.end), doc_type, number, tail, rule)


def _type_before(page: Page, start: int) -> tuple[int, str | None]:
    """The type word that governs a number, and where the head begins."""
    low = max(page.viewed.rfind("\n", 0, start) + 1, start - _REACH)
    for hit in reversed(list(page.documents(low, start))):
        if _BETWEEN.fullmatch(page.viewed, hit.span.end, start):
            if hit.entry.flag("generic"):
                return hit.span.start, None
            return hit.span.start, hit.entry.canonical
    so = _SO.search(page.viewed, low, start)
    return (so.start() if so else start), None


def _bare(page: Page, drafts: list[Citation]) -> list[Citation]:
    """A type with a number and no code: "Đề án số 08"."""
    found = []
    heads = {draft.head.start for draft in drafts}
    for hit in page.documents():
        match = _BARE.match(page.viewed, hit.span.end)
        if match is None or hit.span.start in heads or not page.capital(hit.span.start):
            continue
        span = Span(*match.span(1))
        number = DocumentNumber(span, match.group(1), match.group(1), False, None, False)
        tail = read_tail(page, span.end)
        head = Span(hit.span.start, tail.end)
        found.append(_citation(head, hit.entry.canonical, number, tail, "bare_number"))
    return found


def _blank(page: Page) -> list[Citation]:
    """A draft's citation whose number is still open: "Quyết định số    /QĐ-UBND năm 2026"."""
    found = []
    for hit in page.documents():
        match = _BLANK.match(page.viewed, hit.span.end)
        tail = read_tail(page, match.end()) if match and page.capital(hit.span.start) else None
        if tail and tail.date:
            head = Span(hit.span.start, tail.end)
            found.append(_citation(head, hit.entry.canonical, None, tail, "blank_number"))
    return found


def _governing(page: Page, drafts: list[Citation]) -> list[Citation]:
    """Documents without a number whose title holds one: "Kế hoạch thực hiện Nghị quyết số …".

    They are here so that the numbered one is known to stand inside a title.
    """
    found = []
    for draft in drafts:
        low = max(page.viewed.rfind("\n", 0, draft.head.start) + 1, draft.head.start - _REACH)
        match = _GOVERNS.search(page.viewed, low, draft.head.start)
        hit = _last_type(page, low, match.start()) if match else None
        if match is None or hit is None or _OWN.search(page.viewed, low, hit.span.start):
            continue
        body = organisation_at(page, match.start("body")) if match.group("body") else None
        tail = Tail(body.span.end if body else hit.span.end, issuer=body.span if body else None)
        found.append(
            _citation(Span(hit.span.start, tail.end), hit.entry.canonical, None, tail, "unnumbered")
        )
    return found


def _last_type(page: Page, low: int, end: int) -> Hit | None:
    hits = [h for h in page.documents(low, end) if h.span.end == end]
    return hits[-1] if hits and page.capital(hits[-1].span.start) else None


def _titled(page: Page, drafts: list[Citation]) -> list[Citation]:
    heads = {draft.head.start: draft.head.end for draft in drafts}
    bare = frozenset(draft.head.start for draft in drafts if draft.rule == "untyped")
    return [_with_title(page, draft, heads, bare) for draft in drafts]


def _with_title(
    page: Page, draft: Citation, heads: dict[int, int], bare: frozenset[int]
) -> Citation:
    title = draft.title_span or title_between(page, draft)
    if title is None:
        tail = Tail(draft.head.end, draft.date, draft.date_span, draft.issuer_span)
        start = title_start(page, tail, draft.number is not None)
        siblings = bare if draft.rule == "untyped" else frozenset()
        if start is not None and start not in heads:
            title = _title(page, start, heads, siblings)
    issuer = draft.issuer_span
    return replace(
        draft,
        span=Span(draft.head.start, max(draft.head.end, title.end if title else 0)),
        issuer=_plain(page, issuer),
        title_span=title,
        title=_plain(page, title),
    )


def _title(page: Page, start: int, heads: dict[int, int], siblings: frozenset[int]) -> Span:
    end = title_end(page, start, heads, siblings)
    return Span(start, without_short_name(page, start, end))


def _plain(page: Page, span: Span | None) -> str | None:
    return " ".join(span.of(page.text).split()) if span and len(span) else None


def _nested(citations: list[Citation]) -> tuple[Citation, ...]:
    done: list[Citation] = []
    for citation in citations:
        outer = [
            index
            for index, other in enumerate(done)
            if other.title_span and other.title_span.covers(citation.head)
        ]
        done.append(replace(citation, inside=outer[-1]) if outer else citation)
    return tuple(done)
