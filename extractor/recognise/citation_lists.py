"""Lists of documents whose type, date, issuer and title are printed once for all.

"các Công văn số 12/SNV-TĐKT, 13/SNV-TĐKT ngày 07/5/2026 của Sở Nội vụ" names two letters.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.recognise.document_numbers import DocumentNumber
from extractor.recognise.model import Citation
from extractor.recognise.page import Page
from extractor.span import Span

_JOINED = re.compile(r" *(?:[,;]|,? +và) *(?:số *:? *)?")


def goes_on(page: Page, before: DocumentNumber | None, start: int) -> bool:
    """Whether a number only goes on with a list: "Công văn số 12/SNV-TĐKT, 13/SNV-TĐKT"."""
    return before is not None and _JOINED.fullmatch(page.viewed, before.span.end, start) is not None


def typed(page: Page, citations: list[Citation]) -> list[Citation]:
    """A number takes the type before it: "Luật số 27/2023/QH15, 29/2023/QH15"."""
    done: list[Citation] = []
    for this in citations:
        joins = done and _JOINED.fullmatch(page.viewed, done[-1].head.end, this.head.start)
        done.append(
            replace(this, doc_type=done[-1].doc_type) if joins and not this.doc_type else this
        )
    return done


def shared(page: Page, citations: list[Citation]) -> list[Citation]:
    """In a list of bare numbers, date, issuer and title stand once, behind the last or before all.

    "Công văn số 12/SNV-TĐKT, số 13/SNV-TĐKT ngày 07/5/2026 của Sở Nội vụ về khen thưởng" is two
    letters of Sở Nội vụ; one that repeats the type word begins anew.
    """
    done = list(citations)
    for at in range(len(done) - 2, -1, -1):
        this, following = done[at], done[at + 1]
        bare = following.rule == "untyped" and this.number and not (this.issuer or this.title)
        if bare and _joins(page, this.head, following) and not _in_a_title(this, done):
            done[at] = _sharing(this, following)
    for at in range(1, len(done)):
        if done[at].rule == "untyped" and not done[at].issuer:
            done[at] = _led(page, done[at], done[:at])
    return done


def _joins(page: Page, before: Span, following: Citation) -> bool:
    return _JOINED.fullmatch(page.viewed, before.end, following.head.start) is not None


def _in_a_title(this: Citation, citations: list[Citation]) -> bool:
    return any(other.title_span and other.title_span.covers(this.head) for other in citations)


def _stated_before(citation: Citation) -> bool:
    """Whether a list's issuer stands before its first number: "các Quyết định của Bộ A (số …"."""
    issuer, number = citation.issuer_span, citation.number_span
    return bool(issuer and number and issuer.end <= number.start)


def _led(page: Page, this: Citation, earlier: list[Citation]) -> Citation:
    """A number behind another of a list whose issuer, and title, stand before its first."""
    joined = (other for other in reversed(earlier) if _joins(page, other.span, this))
    before = next(filter(_stated_before, joined), None)
    if before is None:
        return this
    shared_title = this.title is None and _titled_before(before)
    return replace(
        this,
        issuer=before.issuer,
        issuer_span=before.issuer_span,
        title=before.title if shared_title else this.title,
        title_span=before.title_span if shared_title else this.title_span,
    )


def _titled_before(citation: Citation) -> bool:
    title, number = citation.title_span, citation.number_span
    return bool(title and number and title.end <= number.start)


def _sharing(this: Citation, following: Citation) -> Citation:
    return replace(
        this,
        span=Span(this.span.start, max(this.span.end, following.span.end)),
        date=this.date or following.date,
        date_span=this.date_span or following.date_span,
        issuer=following.issuer,
        issuer_span=following.issuer_span,
        title=following.title,
        title_span=following.title_span,
    )
