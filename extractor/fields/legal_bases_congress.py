"""Resolutions of Party congresses among the legal bases: no number, but a term of years.

"Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030" is a base with that
title. Source: the contract, legal_bases (what is no law needs a number, a date or a year).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.plan.model import LegalBase, Relation
from extractor.span import Span
from extractor.view import view

_CONGRESS = re.compile(
    r"(?<!\w)nghị +quyết +(?:của +)?(?P<title>đại +hội(?!\w)[^;:\d]{3,140}?,? +nhiệm +k[ỳì] +"
    r"\d{4} *- *\d{4})(?!\d)"
)


def congress_bases(reading: Reading, span: Span, relation: Relation) -> Iterator[LegalBase]:
    """The resolutions of congresses that a part of the preamble names as bases of their own."""
    for found in _CONGRESS.finditer(view(reading.slice(span))):
        place = Span(span.start + found.start(), span.start + found.end())
        if not any(c.span.overlaps(place) for c in reading.mentions.citations):
            yield LegalBase(
                relation=relation,
                doc_type="Nghị quyết",
                title=reading.value(Span(span.start + found.start("title"), place.end)),
                source=source_of(reading, place),
                rule=f"legal_bases.{relation}/congress",
                confidence=0.85,
            )
