"""FRBR-like names of documents, in the style of the Akoma Ntoso Naming Convention.

    /akn/vn/act/nghi-dinh/chinh-phu/2025-06-14/152-2025-nd-cp

The rule is ours, for the convention leaves the parts to each country: country `vn`; `act` for every
kind of document; the official type; the issuer where one is stated, abbreviations opened; the date
as stated, else the year that the number carries (`152/2025/NĐ-CP`); the number, else for a
document known by its title alone (Luật Thi đua, khen thưởng năm 2022) the title. Each part is a
slug of ASCII letters. Where type, date, or both number and title are not stated there is no name: a
part is never made up.
"""

from __future__ import annotations

import re

from extractor.campaign.names import name_key, slug

_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def uri(
    doc_type: str | None,
    issuer: str | None,
    date: str | None,
    number: str | None,
    title: str | None = None,
) -> str | None:
    """The name of the document with these facts, or None where they do not identify one."""
    when = date or year_in(number)
    parts = (slug(doc_type), when, slug(number) or slug(title))
    if not all(parts):
        return None
    kind, _, name = parts
    actor = slug(name_key(issuer or ""))
    return "/".join(filter(None, ("/akn/vn/act", kind, actor, when, name)))


def year_in(number: str | None) -> str | None:
    """The year that a number carries: `2025` in `152/2025/NĐ-CP`."""
    found = _YEAR.search(number or "")
    return found.group(1) if found else None
