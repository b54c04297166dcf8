"""A clause that names only what takes the place of a word of the same kind in the one before.

"Tỷ lệ hộ đô thị dùng nước sạch đạt 98%, nông thôn đạt 85%": the second measures "Tỷ lệ hộ nông thôn
dùng nước sạch". Kinds are areas, levels and grades, which are written with a capital ("Khá").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractor.fields.targets.clause import Clause
from extractor.fields.targets.vocabulary import words
from extractor.fields.targets.words import leads_off, reach_off
from extractor.span import Span
from extractor.view import view

_KINDS = ("area", "level", "grade")
_GRADE = "grade"
_COUNTS = "count"
_SHARE = "percent"


def counterpart(text: str, made: Sequence[Clause], index: int) -> Clause:
    """Lend what stands around the word of the same kind in the clause before."""
    first, clause = made[index - 1], made[index]
    own = reach_off(leads_off(clause.before.of(text)))[0].strip(" ,")
    kind = None if clause.stem or clause.lent_head else _kind(own)
    if kind is None or first.quantity.kind != _SHARE:
        return clause
    if first.stem and _kind(reach_off(leads_off(first.before.of(text)))[0].strip(" ,")) == kind:
        return replace(clause, stem=first.stem, lent_predicate=first.lent_predicate)
    return _beside(text, first, clause, kind)


def _beside(text: str, first: Clause, clause: Clause, kind: str) -> Clause:
    said = leads_off(first.head.of(text))
    start = first.head.end - len(said)
    named = reach_off(said)[0].rstrip()
    place = _place(named, kind)
    if place is None or not _measures(text, clause, named):
        return clause
    rest = Span(start + place.end, start + len(named))
    behind = rest if rest.of(text).strip() else None
    return replace(clause, stem=Span(start, start + place.start), lent_predicate=behind)


def _measures(text: str, clause: Clause, named: str) -> bool:
    """Whether a count counts what the clause before names first ("Giáo viên …": 03 giáo viên)."""
    unit = clause.quantity.unit_span
    if clause.quantity.kind != _COUNTS:
        return clause.quantity.kind == _SHARE
    return unit is not None and view(named).startswith(view(unit.of(text)))


def _kind(own: str) -> str | None:
    return next(
        (kind for kind in _KINDS if _is_of(own, kind) and _of(kind).fullmatch(view(own))), None
    )


def _is_of(word: str, kind: str) -> bool:
    return kind != _GRADE or word[:1].isupper()


def _place(named: str, kind: str) -> Span | None:
    """The last word of a kind in what is measured, behind other words."""
    found = [Span(*hit.span()) for hit in _of(kind).finditer(view(named))]
    found = [place for place in found if place.start and _is_of(place.of(named), kind)]
    return found[-1] if found else None


@cache
def _of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('target_sisters', kind)})(?!\w)")
