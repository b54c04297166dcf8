"""What each plan is called beside the others: its issuer, with more only where two are alike.

Goes in: `[hoa_giang, phu_lac]`. Comes out: `["UBND tỉnh Hòa Giang", "UBND xã Phú Lạc"]`; of one
issuer's two plans, `UBND xã Phú Lạc (07/KH-UBND)`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from extractor.plan.model import DocumentFacts
from extractor.text import squeeze

_LONG = re.compile(r"ủy ban nhân dân|uỷ ban nhân dân", re.IGNORECASE)
_TITLE = 60  # characters of a title that stands in for an issuer
_PLACES = ("tỉnh", "thành phố", "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã")


def distinct_names(documents: Sequence[DocumentFacts]) -> list[str]:
    """A name for each document; no two are the same."""
    names = [_issuer(document) for document in documents]
    for tell in (_number, _date):
        names = _told_apart(names, [tell(document) for document in documents])
    return _told_apart(names, [str(place) for place in range(1, len(names) + 1)])


def _issuer(document: DocumentFacts) -> str:
    name = squeeze(document.issuer.name or "")
    if not name:
        return (document.title or document.number or "Kế hoạch không rõ cơ quan")[:_TITLE]
    short = _LONG.sub("UBND", name)
    return _capitalised(short) if short.isupper() else short


def _capitalised(name: str) -> str:
    lowered = " ".join(word if word == "UBND" else word.capitalize() for word in name.split())
    for kind in _PLACES:
        lowered = re.sub(rf"(?<!\w){kind}(?!\w)", kind, lowered, flags=re.IGNORECASE)
    return lowered


def _number(document: DocumentFacts) -> str:
    return document.number or ""


def _date(document: DocumentFacts) -> str:
    return document.date or ""


def _told_apart(names: list[str], marks: list[str]) -> list[str]:
    shared = {name for name, count in Counter(names).items() if count > 1}
    return [
        f"{name} ({mark})" if name in shared and mark else name
        for name, mark in zip(names, marks, strict=True)
    ]
