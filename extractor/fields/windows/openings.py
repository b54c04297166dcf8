"""Months and quarters of a schedule without a year, in a plan that is for one year.

Under "Tiến độ" in a plan "năm 2026" the sentence "Quý II, quý III tổ chức các mô hình" is a phase
2026-04..2026-09, its year inferred from the title; in a plan of a stage no year is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading, source_of
from extractor.fields.sentences import sentences
from extractor.fields.windows.make import Found
from extractor.fields.windows.names import read_name
from extractor.lexicon.load import load
from extractor.plan.model import TimeWindow, WindowKind
from extractor.recognise.date_atoms import Atom
from extractor.recognise.date_chains import Chain, chains
from extractor.recognise.dates import iso
from extractor.span import Span
from extractor.view import view

_YEAR = 4  # characters of a year
_SHORTEST = 8  # characters of what may name an act


def yearless(reading: Reading, span: Span) -> Iterator[Found]:
    """The windows of sentences that open with a month or quarter of the plan's own year."""
    year = _own_year(reading)
    for sentence in sentences(reading.text, span, semicolons=True) if year else ():
        seen = view(reading.slice(sentence))
        opening = _opening(seen)
        if opening and not _is_reported(seen):
            yield from _found(reading, sentence, opening, int(year or 0))


def _own_year(reading: Reading) -> str | None:
    """The one year that the plan's name states."""
    named = read_name(reading)
    start, end = (named.window.start, named.window.end) if named else (None, None)
    return start if start and start == end and len(start) == _YEAR else None


def _opening(seen: str) -> Chain | None:
    """The months or quarters with which a sentence opens, all without day and year."""
    found = chains(seen)
    if not found or any(atom.year or atom.day for chain in found for atom in chain.atoms):
        return None
    atoms = found[0].atoms
    before = seen[: atoms[0].span.start].strip()
    opens = not before or any(hit.entry.id == "from" for hit in load("calendar").find(before))
    whole = all(atom.month or atom.quarter for atom in atoms)
    return found[0] if opens and whole and len(before) <= _SHORTEST else None


def _found(reading: Reading, sentence: Span, opening: Chain, year: int) -> Iterator[Found]:
    first, last = opening.atoms[0], opening.atoms[-1]
    core = Span(sentence.start + first.span.start, sentence.start + last.span.end)
    label = reading.value(Span(core.end, sentence.end)).strip(" :,–-") if core.end else ""
    if len(label) < _SHORTEST:
        return
    lasts = first is not last or first.quarter is not None
    kind: WindowKind = "phase" if lasts else "milestone"
    window = TimeWindow(
        kind=kind,
        label=label,
        start=_month(first, year, first=True) if lasts else None,
        end=_month(last, year, first=False),
        source=source_of(reading, sentence),
        basis={"start": "inferred", "end": "inferred"} if lasts else {"end": "inferred"},
        rule=f"windows.{kind}.yearless",
        confidence=0.8,
    )
    yield Found(window, core)


def _month(atom: Atom, year: int, *, first: bool) -> str | None:
    quarter = 3 * (atom.quarter or 0) - (2 if first else 0)
    return iso(year, atom.month or quarter)


def _is_reported(seen: str) -> bool:
    cues = load("window_cues").find(seen)
    return any(hit.entry.word("kind") in ("report", "file") for hit in cues)
