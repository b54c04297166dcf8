"""Dates, windows, deadlines and recurrences of a text.

`find_dates("báo cáo trước ngày 05 tháng cuối quý")` gives one mention: every quarter, due day 5,
due month last_of_quarter, deadline. `find_dates("từ tháng 6 đến hết tháng 12/2026")` gives the
window 2026-06..2026-12. A year that the words do not state stays open: nothing is guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace

from extractor.lexicon.load import bounded, load
from extractor.recognise.date_atoms import Atom
from extractor.recognise.date_chains import Chain, chains
from extractor.recognise.date_periods import join_periods
from extractor.recognise.model import DateMention
from extractor.recognise.page import Page
from extractor.recognise.recurrences import Period, periods
from extractor.span import Span

_REACH = 48  # how far left of a date its governing words may begin
_ONWARD = re.compile(r" *(?:trở +đi|trở +về +sau|về +sau)(?!\w)")
_YEAR = 4  # characters of a year
_FORBIDDEN_WEAK = {"in", "after", None}


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words that govern a date: where they begin and what they say."""

    start: int
    cue: str | None = None
    context: str | None = None
    part: str | None = None


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every date mention of `text` (NFC), left to right; spans are offsets into `text`."""
    viewed = Page.of(text).viewed
    groups = [group for chain in chains(viewed) if (group := _read(viewed, chain))]
    loose = join_periods(viewed, groups, periods(viewed))
    found = [mention for group in groups for mention in group if _counts(mention)]
    found.extend(_recurrence(period) for period in loose if not period.needs_day)
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.core)))


def _read(viewed: str, chain: Chain) -> list[DateMention]:
    lead = _lead(viewed, chain.atoms[0].span.start)
    mentions: list[DateMention] = []
    i = 0
    while i < len(chain.atoms):
        last = i
        while last < len(chain.joins) and chain.joins[last] == "range":
            last += 1
        start = lead.start if i == 0 else chain.atoms[i].span.start
        mentions.append(_mention(chain.atoms[i], chain.atoms[last], replace(lead, start=start)))
        i = last + 1
    mentions[-1] = _onward(viewed, mentions[-1])
    return [m for m in mentions if _believed(viewed, m, chain, lead)]


def _believed(viewed: str, mention: DateMention, chain: Chain, lead: _Lead) -> bool:
    """Whether weak atoms have the company they need; a bare day and month waits for its period."""
    if any(not atom.weak for atom in chain.atoms):
        return True
    if all(atom.shape == "weak_year" for atom in chain.atoms):
        governed = lead.context is not None or lead.cue not in _FORBIDDEN_WEAK
        alone = _is_alone(viewed, mention.span)
        return governed or alone or mention.cue == "from" or mention.kind == "range"
    return all(atom.shape == "weak_day_month" for atom in chain.atoms)


def _is_alone(viewed: str, span: Span) -> bool:
    """Whether a year is all that its block says: the cell of a column for time."""
    line = viewed.rfind("\n", 0, span.start) + 1
    end = viewed.find("\n", span.end)
    return viewed[line : len(viewed) if end < 0 else end].strip(" .;()") == span.of(viewed)


def _counts(mention: DateMention) -> bool:
    # "1/3" and "13/13" are fractions unless a year, a deadline or a period stands beside them.
    if mention.rule != "weak_day_month" or mention.date is not None:
        return True
    return mention.every is not None or mention.cue == "before"


def _mention(first: Atom, last: Atom, lead: _Lead) -> DateMention:
    core = Span(first.span.start, last.span.end)
    ranged = first is not last
    start, end = (_first(first), _last(last)) if ranged else _window(first, lead)
    backward = ranged and _is_backward(first, last)
    yearless = first.year is None and not ranged
    return DateMention(
        span=Span(lead.start, core.end),
        core=core,
        kind="range" if ranged else _kind(first),
        start=None if backward else start,
        end=None if backward else end,
        every=None,
        due_day=first.day if yearless else None,
        due_month=first.month if yearless else None,
        deadline=_is_deadline(first, ranged, lead),
        cue=lead.cue,
        part=lead.part,
        context=lead.context or ("school_year" if first.shape == "school_year" else None),
        rule=first.shape,
    )


def _is_backward(first: Atom, last: Atom) -> bool:
    """Whether ends are no range: days or months printed backward, each with its year, are one."""
    start, end = _first(first), _last(last)
    if start is None or end is None:
        return False
    slip = len(start) == len(end) > _YEAR
    return not slip and start[: len(end)] > end[: len(start)]


def _is_deadline(first: Atom, ranged: bool, lead: _Lead) -> bool:
    if ranged:
        return first.shape == "now"
    return lead.cue in {"before", "until"} and lead.context != "vision"


def _window(atom: Atom, lead: _Lead) -> tuple[str | None, str | None]:
    start, end = _first(atom), _last(atom)
    if lead.cue in {"before", "until"} or lead.part:
        return None, end
    if lead.cue in {"from", "after"}:
        return start, None
    return start, end


def _kind(atom: Atom) -> str:
    if atom.shape == "blank":
        return "blank"
    if atom.day is not None:
        return "day"
    if atom.month is not None:
        return "month"
    if atom.quarter is not None:
        return "quarter"
    return "half_year" if atom.half is not None else "year"


def _first(atom: Atom) -> str | None:
    if atom.quarter is not None:
        return iso(atom.year, 3 * atom.quarter - 2)
    if atom.half is not None:
        return iso(atom.year, 6 * atom.half - 5)
    return iso(atom.year, atom.month, atom.day)


def _last(atom: Atom) -> str | None:
    if atom.quarter is not None:
        return iso(atom.year, 3 * atom.quarter)
    if atom.half is not None:
        return iso(atom.year, 6 * atom.half)
    return iso(atom.year, atom.month, atom.day)


def iso(year: int | None, month: int | None, day: int | None = None) -> str | None:
    if year is None or (day is not None and month is None):
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    if day > monthrange(year, month)[1]:  # 31/6 is a slip of the pen: the month still stands
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


def _lead_pattern() -> re.Pattern[str]:
    calendar = load("calendar")
    parts = (
        rf"(?:(?P<outer>{bounded(calendar.some(kind='context'))}) +)?",
        rf"(?:(?P<cue>{bounded(calendar.some(kind='cue'))})(?: *: *| +))?",
        rf"(?:(?P<part>{bounded(calendar.some(kind='part'))}) +)?",
        rf"(?:(?P<context>{bounded(calendar.some(kind='context'))}) +)?\Z",
    )
    return re.compile("".join(parts))


_LEAD = _lead_pattern()


def _lead(viewed: str, start: int) -> _Lead:
    low = max(0, start - _REACH)
    found = _LEAD.search(viewed, low, start)
    if found is None or found.start() == start:
        return _Lead(start)
    calendar = load("calendar")
    said = {
        name: entry.word("meaning")
        for name, words in found.groupdict().items()
        if words and (entry := calendar.entry_of(words))
    }
    context = said.get("context") or said.get("outer")
    return _Lead(found.start(), said.get("cue"), context, said.get("part"))


def _onward(viewed: str, mention: DateMention) -> DateMention:
    found = _ONWARD.match(viewed, mention.span.end)
    if found is None:
        return mention
    span = Span(mention.span.start, found.end())
    return replace(mention, span=span, end=None, start=mention.start or mention.end, cue="from")


def _recurrence(period: Period) -> DateMention:
    return DateMention(
        span=period.span,
        core=period.span,
        kind="recurrence",
        start=None,
        end=None,
        every=period.every,
        due_day=None,
        due_month=period.due_month,
        deadline=False,
        cue=None,
        part=period.part,
        context=None,
        rule=period.rule,
    )
