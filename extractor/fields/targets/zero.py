"""Zero tolerance: "không có hồ sơ nào chậm", "không để xảy ra …" as a target of 0.

Only in sections of targets (the contract). "Không có hồ sơ nào chậm trả kết quả" measures "hồ
sơ chậm trả kết quả", unit "hồ sơ", value 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.fields.context import Reading, source_of
from extractor.fields.targets.due import stated_by
from extractor.fields.targets.scope import Scope
from extractor.fields.targets.vocabulary import opens, words
from extractor.lexicon.load import load
from extractor.plan.model import Basis, Target
from extractor.span import Span
from extractor.text import clean
from extractor.view import view

_ANY = re.compile(r"(?<!\w)nào(?!\w)\s*")
_SHORTEST = 3  # characters of what must not be
_LONGEST_UNIT = 60
_NEAR = 40  # characters before a negation in which what opens it stands


def read_zero(reading: Reading, sentence: Span, scope: Scope) -> Iterator[Target]:
    """The zero-tolerance targets of one sentence."""
    seen = view(reading.slice(sentence))
    for found in _none().finditer(seen):
        what = Span(found.start("what"), _end(seen, found))
        if _is_state(seen, found):
            continue
        place = Span(found.start(), what.end).shift(sentence.start)
        yield from _target(reading, what.shift(sentence.start), place, sentence, scope)


def _target(
    reading: Reading, what: Span, place: Span, sentence: Span, scope: Scope
) -> Iterator[Target]:
    said = reading.slice(what)
    indicator, unit = clean(_ANY.sub("", said, count=1)), _unit(said)
    if len(indicator) < _SHORTEST or not unit:
        return
    stated = stated_by(reading, sentence)
    basis: dict[str, Basis] = {"value": "inferred"}
    if scope.by and not stated:
        basis["by"] = "inherited"
    yield Target(
        indicator=indicator,
        operator="eq",
        value=0,
        unit=unit,
        per=scope.per,
        by=stated or scope.by,
        group=scope.group,
        context="target",
        source=source_of(reading, place),
        rule="targets.zero",
        confidence=0.85,
        basis=basis,
    )


def _is_state(seen: str, found: re.Match[str]) -> bool:
    """Whether the negation only describes ("xã không có ma túy", "không có khả năng lao động")."""
    stands_free = _stands_free(seen, found.start())
    return not stands_free or opens("target_zero", "state").match(found["what"]) is not None


def _stands_free(seen: str, start: int) -> bool:
    """Whether a negation opens its sentence, or follows a mark or a word that lets it open one."""
    before = seen[max(0, start - _NEAR) : start]
    opens_sentence = start <= _NEAR and not any(map(str.isalnum, before))
    return opens_sentence or _free().search(before) is not None


def _end(seen: str, found: re.Match[str]) -> int:
    close = _close().search(seen, found.start("what"), found.end("what"))
    return close.start() if close else found.end("what")


def _unit(what: str) -> str:
    """The first noun: a known one of two syllables, else up to a word that says more of it."""
    known = load("units").at(view(what), 0)
    if known is not None and " " in known.span.of(what):
        return clean(known.span.of(what))
    found = _unit_end().search(view(what))
    unit = what[: found.start()] if found else what
    return clean(unit if len(unit) <= _LONGEST_UNIT else unit.split(",")[0])


@cache
def _none() -> re.Pattern[str]:
    """A negation and what must not be: people, or what comes again, only after "để"."""
    none, lets = words("target_zero", "none"), words("target_zero", "lets")
    arises, people = words("target_zero", "arises"), words("units", "people")
    again = rf"(?=[^,.;\d]{{3,60}} (?:{words('target_zero', 'again', 'arises')})(?!\w))"
    let = rf"(?:{lets}) (?:(?:{arises}) |(?=(?:{people})(?!\w))|{again})"
    what = r"(?=(?P<what>[^.;]{3,600}))"
    return re.compile(rf"(?<!\w)(?:(?:{none})(?!\w) +|{let}){what}")


@cache
def _free() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;:.]|(?<!\w)(?:{words('target_zero', 'opens')}))\W*$")


@cache
def _close() -> re.Pattern[str]:
    purpose, none = words("target_zero", "purpose"), words("target_zero", "none")
    bounds = load("comparators").some(position="before")
    joined = r"(?:,|,? và) (?:đồng thời )?"
    following = rf"(?:{none})(?!\w)|(?:(?:{bounds}) ?)?\d"
    return re.compile(rf",? (?:{purpose})(?!\w)|{joined}(?:{following})")


@cache
def _unit_end() -> re.Pattern[str]:
    return re.compile(rf"(?<=.) (?:{words('target_zero', 'ends')})(?!\w)")
