"""What the recognisers find: mentions with their place, their value, and the rule that read them.

All spans are offsets into the text that was given to the recogniser. Dates are ISO strings cut to
what the text states ("tháng 6 năm 2026" is `2026-06`).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from extractor.recognise.overlap import free
from extractor.span import Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in the text.

    `span` runs from the type word to the end of the title, `head` from the type word to the end of
    number, date and issuer. `number` is normalised (`152/2025/NĐ-CP`), `number_raw` as printed;
    `number_normalised` says that hyphens were restored (not only blanks dropped). `inside` is the
    index of the citation whose title holds this one. A law may have a title and no number.
    """

    span: Span
    head: Span
    doc_type: str | None
    number: str | None
    number_raw: str | None
    number_span: Span | None
    number_normalised: bool
    date: str | None
    date_span: Span | None
    issuer: str | None
    issuer_span: Span | None
    title: str | None
    title_span: Span | None
    inside: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, a window or a recurrence.

    `span` includes the words that govern it ("trước ngày 31/3/2026"), `core` only the date.
    `kind`: day, month, quarter, half_year, year, range, recurrence, blank. `start` and `end` are
    the window that the words open: "năm 2026" is 2026..2026, "quý I năm 2026" 2026-01..2026-03,
    "trước ngày 31/3/2026" only ends, "từ tháng 10/2025" only starts. `every`: day, week, month,
    quarter, half_year, year. `due_day` and `due_month` (1-12 or "last_of_quarter") stand for a day
    without a year or one that recurs. `cue`: before, until, from, after, in, or None; `part`:
    early, mid, late ("cuối năm 2026"); `context`: stage (giai đoạn), school_year, term (nhiệm kỳ),
    period (thời kỳ), vision (tầm nhìn).
    """

    span: Span
    core: Span
    kind: str
    start: str | None
    end: str | None
    every: str | None
    due_day: int | None
    due_month: int | str | None
    deadline: bool
    cue: str | None
    part: str | None
    context: str | None
    rule: str

    @property
    def date(self) -> str | None:
        """The one date the contract asks for: the end of the window, else its start."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what is counted.

    `span` covers number and comparators ("từ 99% trở lên"), `core` the number with its sign.
    `kind`: percent, count, money, measure, ratio, ordinal, time, name, reference. `operator`: eq ge
    gt le lt between. `unit` is "percent" or the counted noun as printed; `unit_span` is its first
    word group (None for percent). `approximate` marks "khoảng", "gần"; `per` the period of "/năm".
    A ratio ("13/13 ấp") has its two figures as value and value_max. `rule` is the comparator's id,
    bare, range, baseline ("từ 10% xuống 5%"), word (một without comparator), cell, or the kind.
    """

    span: Span
    core: Span
    kind: str
    value: int | float
    value_max: int | float | None
    operator: str
    unit: str | None
    unit_span: Span | None
    approximate: bool
    per: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, a post or a group of bodies, as printed.

    `head` is the id of the lexicon entry that it begins with; `kind`: government, ministry,
    department, party, mass_organisation, public_unit, other, post, group; `level`: central,
    province, district, commune, unit, or None where the words do not say.
    """

    span: Span
    name: str
    head: str
    kind: str
    level: str | None
    rule: str


@dataclass(frozen=True)
class Mentions:
    """Everything found in one text, each list in the order of the text."""

    text: str
    citations: tuple[Citation, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    organisations: tuple[Organisation, ...]

    @cached_property
    def free_dates(self) -> tuple[DateMention, ...]:
        """The dates that are no part of a citation's head."""
        return free(self.dates, [citation.head for citation in self.citations])

    def citations_in(self, span: Span) -> tuple[Citation, ...]:
        """The citations whose head lies inside `span`."""
        return tuple(c for c in self.citations if span.covers(c.head))

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """The free dates whose core lies inside `span`."""
        first, last = _range(self._date_starts, span)
        return tuple(d for d in self.free_dates[first:last] if d.core.end <= span.end)

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities whose number lies inside `span`."""
        first, last = _range(self._number_starts, span)
        return tuple(q for q in self.quantities[first:last] if q.core.end <= span.end)

    def organisations_in(self, span: Span) -> tuple[Organisation, ...]:
        """The organisations whose name lies inside `span`."""
        first, last = _range(self._body_starts, span)
        return tuple(o for o in self.organisations[first:last] if o.span.end <= span.end)

    # Fields ask for places a thousand times a document: the starts are listed once.
    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.core.start for date in self.free_dates]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [quantity.core.start for quantity in self.quantities]

    @cached_property
    def _body_starts(self) -> list[int]:
        return [body.span.start for body in self.organisations]


def _range(starts: list[int], span: Span) -> tuple[int, int]:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)
