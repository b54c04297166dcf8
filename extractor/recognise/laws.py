"""Laws, cited by title: "Luật Thi đua, khen thưởng năm 2022", "Luật Điện lực số 61/2024/QH15".

`find_laws(page)` gives each with title, number and date where stated. Of an amending law ("Luật sửa
đổi … của Luật A, Luật B") the number behind the last name belongs to the amending law, unless the
laws it amends carry numbers of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.citation_tails import Tail, read_tail
from extractor.recognise.document_numbers import DocumentNumber, document_numbers
from extractor.recognise.page import Page
from extractor.span import Span

_YEAR = re.compile(r" +(?P<year>(?:19|20)\d\d)(?=[;,.)\n]|\Z| +(?:và|của)(?!\w))")
_TITLE_STOP = re.compile(rf"[;:.()\n\"]| +số +\d| +(?:ngày|năm) +[\d.…]|{_YEAR.pattern}")
_NEXT_LAW = re.compile(r"(?:, +(?:và +)?| +và +|; +)(?=(?:bộ +)?luật |pháp +lệnh )")
_JOINT = re.compile(r"(?:,| +và) +(?:và +|các +)?\Z")
_AMENDS = re.compile(r" +(?:sửa +đổi|bổ +sung)")
_SO = re.compile(r",? +số *:? *")
_RESTED_ON = re.compile(r"(?:(?<!\w)căn +cứ|;) +\Z")


@dataclass(frozen=True, slots=True)
class Law:
    """A law at its place: `span` is its head, title included."""

    span: Span
    doc_type: str
    title: Span | None
    number: DocumentNumber | None
    tail: Tail


@dataclass(frozen=True, slots=True)
class _Named:
    """One law word with its title and what stands behind it."""

    start: int
    doc_type: str
    title: Span
    number: DocumentNumber | None
    tail: Tail
    amends: bool

    @property
    def identified(self) -> bool:
        return self.number is not None or self.tail.date is not None


def find_laws(page: Page) -> list[Law]:
    """Every law of the page that is named by its title, left to right."""
    numbers = {number.span.start: number for number in document_numbers(page)}
    found: list[Law] = []
    end = 0
    for hit in page.documents():
        if hit.entry.flag("law") and hit.span.start >= end and page.capital(hit.span.start):
            run = _run(page, hit.span.start, numbers)
            found.extend(_laws(run))
            end = max([end, *(named.tail.end for named in run)])
    return found


def _run(page: Page, start: int, numbers: dict[int, DocumentNumber]) -> list[_Named]:
    """A law, and if it amends others, those others."""
    first = _named(page, start, numbers)
    if first is None:
        return []
    run = [first]
    if not first.amends:
        return run
    inner = _inner(page, first)
    while inner is not None and (named := _named(page, inner, numbers)):
        run.append(named)
        following = _NEXT_LAW.match(page.viewed, named.tail.end)
        inner = following.end() if following else None
    return run


def _inner(page: Page, named: _Named) -> int | None:
    hit = next(
        (h for h in page.documents(named.title.start, named.title.end) if h.entry.flag("law")),
        None,
    )
    return hit.span.start if hit else None


def _named(page: Page, start: int, numbers: dict[int, DocumentNumber]) -> _Named | None:
    hit = page.types.at(page.viewed, start)
    if hit is None or page.viewed[hit.span.end : hit.span.end + 1] != " ":
        return None
    title_start = re.compile(r" +").match(page.viewed, hit.span.end).end()  # type: ignore[union-attr]
    amends = _AMENDS.match(page.viewed, hit.span.end) is not None
    small = not page.capital(title_start) and not amends
    if small and not _RESTED_ON.search(page.viewed, max(0, start - 12), start):
        return None
    title = Span(title_start, _title_end(page, title_start, amends))
    number = _number(page, title.end, numbers)
    tail = _of_year(page, title.end) or read_tail(page, number.span.end if number else title.end)
    named = _Named(start, hit.entry.canonical, title, number, tail, amends)
    return None if small and not _named_in_small(page, named) else named


def _named_in_small(page: Page, named: _Named) -> bool:
    """ "Căn cứ Luật tổ chức … ngày 19/6/2025": a number or date shows where the name ends."""
    words = named.title.of(page.viewed).split() if len(named.title) else []
    return named.identified and len(words) > 1 and words[0] not in {"này", "đó"}


def _of_year(page: Page, end: int) -> Tail | None:
    """The year that stands bare behind a title: "Luật Thi đua, khen thưởng 2022"."""
    year = _YEAR.match(page.viewed, end)
    return Tail(year.end(), year["year"], Span(*year.span("year"))) if year else None


def _title_end(page: Page, start: int, amends: bool) -> int:
    limit = min(len(page.viewed), start + 220)
    stop = _TITLE_STOP.search(page.viewed, start, limit)
    end = stop.start() if stop else limit
    ended = next(load("law_title_ends").find(page.viewed, start, end), None)
    end = ended.span.start if ended else end
    following = None if amends else _next_document(page, start, end)
    return len(page.viewed[: following or end].rstrip(" ,"))


def _next_document(page: Page, start: int, end: int) -> int | None:
    """Where another document begins behind "," or "và"."""
    for hit in page.documents(start, end):
        joint = _JOINT.search(page.viewed, start, hit.span.start)
        if joint and page.capital(hit.span.start):
            return joint.start()
    return None


def _number(page: Page, end: int, numbers: dict[int, DocumentNumber]) -> DocumentNumber | None:
    so = _SO.match(page.viewed, end)
    return numbers.get(so.end()) if so else None


def _laws(run: list[_Named]) -> list[Law]:
    if not run:
        return []
    outer, inner = run[0], run[1:]
    numbered = [named for named in inner if named.identified]
    if len(numbered) == 1 and numbered[0] is inner[-1]:
        last = inner[-1]
        title = Span(outer.title.start, last.title.end)
        return [
            Law(Span(outer.start, last.tail.end), outer.doc_type, title, last.number, last.tail)
        ]
    if not inner:
        return [_law(outer)]
    title = Span(outer.title.start, max(named.tail.end for named in inner))
    whole = Law(Span(outer.start, title.end), outer.doc_type, title, None, Tail(title.end))
    return [whole, *(_law(named) for named in inner)]


def _law(named: _Named) -> Law:
    return Law(
        Span(named.start, named.tail.end), named.doc_type, named.title, named.number, named.tail
    )
