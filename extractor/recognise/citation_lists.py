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
    """In a list of bare numbers, date, issuer and title stand once, behind the last.

    "Công văn số 12/SNV-TĐKT, số 13/SNV-TĐKT ngày 07/5/2026 của Sở Nội vụ về khen thưởng" is two
    letters of Sở Nội vụ; one that repeats the type word begins anew.
    """
    done = list(citations)
    for at in range(len(done) - 2, -1, -1):
        this, following = done[at], done[at + 1]
        bare = following.rule == "untyped" and this.number and not (this.issuer or this.title)
        if bare and _JOINED.fullmatch(page.viewed, this.head.end, following.head.start):
            done[at] = _sharing(this, following)
    return done


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
