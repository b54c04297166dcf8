"""What stands behind a number: "%", "triệu USD", "ha", "sáng kiến", and the kind that it makes.

`kind_of(page, core)` gives name and unit. The extent of a counted noun is a first guess (the
longest known unit, else two syllables): whoever reads targets extends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon.load import load
from extractor.recognise.numerals import STUCK
from extractor.recognise.page import Page
from extractor.span import Span

_STUCK = re.compile(rf"{STUCK}(?!\w)")
_NOUN = re.compile(r"[^\W\d_][\w-]*(?: +[^\W\d_][\w-]*)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """Name of the kind, the number with its sign, and the unit; `known` if a lexicon has it."""

    name: str
    core: Span
    unit: str | None = None
    unit_span: Span | None = None
    known: bool = True


def kind_of(page: Page, core: Span) -> Kind:
    """The kind that the words right behind the number give it."""
    start = _behind(page, core.end)
    stuck = _STUCK.match(page.viewed, core.end)
    if stuck:
        span = Span(*stuck.span())
        return Kind("measure", core, _plain(page, span), span)
    hit = load("units").at(page.viewed, start)
    if hit is None:
        return _noun(page, core, start)
    name = hit.entry.word("kind")
    if name == "multiplier":
        return _multiplied(page, core, hit.span)
    if name == "percent":
        unit = "‰" if "‰" in hit.span.of(page.viewed) else "percent"
        return Kind(name, Span(core.start, hit.span.end), unit)
    return Kind(name, core, _plain(page, hit.span), hit.span)


def _behind(page: Page, end: int) -> int:
    """Where the words behind a number begin, a quotation mark left out ("02 “Thôn an toàn”")."""
    start = page.after_blanks(end)
    quoted = start is not None and page.viewed[start : start + 1] == '"'
    return end if start is None else start + quoted


def _multiplied(page: Page, core: Span, multiplier: Span) -> Kind:
    """ "triệu lượt khách" is counted; "500 triệu" without a noun is money."""
    start = page.after_blanks(multiplier.end)
    if start is None:
        return Kind("money", core, _plain(page, multiplier), multiplier)
    hit = load("units").at(page.viewed, start)
    noun = hit.span if hit else _noun(page, core, start).unit_span
    if noun is None:
        return Kind("money", core, _plain(page, multiplier), multiplier)
    span = Span(multiplier.start, noun.end)
    return Kind("count", core, _plain(page, span), span)


def _noun(page: Page, core: Span, start: int) -> Kind:
    """A noun that the lexicon does not know: its first two syllables, the particles left out."""
    match = _NOUN.match(page.viewed, start)
    if match is None or start == core.end or page.particles.at(page.viewed, start):
        return Kind("count", core, known=False)
    second = page.viewed.find(" ", start, match.end())
    end = match.end()
    if second > 0 and page.particles.at(page.viewed, second + 1):
        end = second
    span = Span(start, end)
    return Kind("count", core, _plain(page, span), span, known=False)


def _plain(page: Page, span: Span) -> str:
    return " ".join(span.of(page.text).split())
