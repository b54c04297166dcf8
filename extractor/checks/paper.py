"""Paper: a plan as the rules look at it, with its text in lines, its head, its foot and its run.

`Paper(plan).lines[4]` is `Line(93, "Số: 19/KH-UBND")`; `paper.source(93, 107)` is that slice as
evidence. A record without its text has no lines: what only the text shows is then not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from extractor.checks.days import WHOLE, surely_before
from extractor.plan.model import Evidence, Plan, Source, TimeWindow
from extractor.view import view

_RECIPIENTS = re.compile(r"^\W*nơi nhận\b")
_ANNEX = re.compile(r"^\W*phụ lục\b")


class Line(NamedTuple):
    """One line of the canonical text: a paragraph or a table cell."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Paper:
    """What rules ask of a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.text = plan.text or ""
        self.viewed = view(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the canonical text."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        start = 0
        for text in self.text.split("\n") if self.text else ():
            yield Line(start, text)
            start += len(text) + 1

    def source(self, start: int, end: int) -> Source | None:
        """The slice of the text as evidence; None for an empty one."""
        text = self.text[start:end]
        return Source(start=start, end=end, text=text, page=self._page(start)) if text else None

    def _page(self, start: int) -> int | None:
        """The page of the last fact before `start`, where all facts around it agree."""
        before = [page for at, page in self._pages if at <= start]
        after = [page for at, page in self._pages if at > start]
        if before and after and before[-1] == after[0]:
            return before[-1]
        return None

    @cached_property
    def _pages(self) -> tuple[tuple[int, int], ...]:
        plan = self.plan
        facts = (*plan.legal_bases, *plan.citations, *plan.targets, *plan.time_windows)
        sources = [fact.source for fact in (*facts, *plan.responsible_units, *plan.assignments)]
        sources += [evidence.source for evidence in plan.document.evidence.values()]
        return tuple(sorted((s.start, s.page) for s in sources if s.page is not None))

    def evidence(self, field: str) -> Evidence | None:
        """Where a value of the document section was read."""
        return self.plan.document.evidence.get(field)

    def place(self, field: str) -> Source | None:
        """The quote of a value of the document section."""
        found = self.evidence(field)
        return found.source if found else None

    @cached_property
    def issued(self) -> str | None:
        """The whole date on which the plan was issued; None where it is not stated whole."""
        date = self.plan.document.date
        return date if date and WHOLE.fullmatch(date) else None

    @cached_property
    def run(self) -> TimeWindow | None:
        """The one window of the whole run; None where none, several, or a reversed one."""
        runs = [window for window in self.plan.time_windows if window.kind == "campaign"]
        run = runs[0] if len(runs) == 1 else None
        is_reversed = run and run.start and run.end and surely_before(run.end, run.start)
        return None if is_reversed else run

    @cached_property
    def title_start(self) -> int:
        """Where the line with the type of document begins; 0 where it was not found."""
        found = self.place("type") or self.place("title")
        return found.start if found else 0

    @property
    def head(self) -> str:
        """The letterhead: what stands above the type of document."""
        return self.text[: self.title_start]

    @cached_property
    def has_letterhead(self) -> bool:
        """Whether the copy has the head of the page, with the issuer's name in it."""
        issuer = self.evidence("issuer.name")
        return issuer is not None and issuer.rule == "issuer.letterhead"

    @cached_property
    def recipients_at(self) -> Line | None:
        """The line "Nơi nhận:" at the foot of the document."""
        found = [line for line in self.lines if _RECIPIENTS.match(view(line.text[:40]))]
        return found[-1] if found else None

    @cached_property
    def foot(self) -> int:
        """Where the foot begins: recipients or the signature, whichever is first; else the end."""
        starts = [line.start for line in (self.recipients_at,) if line]
        for field in ("signer.capacity", "signer.position", "signer.name"):
            if place := self.place(field):
                starts.append(place.start)
        return min(starts, default=len(self.text))

    @cached_property
    def annex(self) -> int:
        """Where the first annex behind the foot begins; the end of the text where none is."""
        behind = (line for line in self.lines if line.start > self.foot)
        return next((x.start for x in behind if _ANNEX.match(view(x.text[:20]))), len(self.text))

    @property
    def kind(self) -> str | None:
        """The kind of the issuer, as the record says."""
        return self.plan.document.issuer.kind

    @property
    def is_state(self) -> bool:
        """Whether the state's rules of form hold: bodies of the state and public units."""
        return self.kind in ("government", "ministry", "department", "public_unit")

    @property
    def is_party(self) -> bool:
        return self.kind == "party"

    @property
    def is_draft(self) -> bool:
        """Whether the record says that the document is a draft: blanks are no faults then."""
        return any(warning.code == "draft" for warning in self.plan.warnings)

    @property
    def is_scan(self) -> bool:
        """Whether the text was read from a picture, so that spelling and blanks prove nothing."""
        return any(warning.code == "doubtful_reading" for warning in self.plan.warnings)

    @property
    def is_poor_copy(self) -> bool:
        """Whether the record says that the copy is damaged or renumbered."""
        return any(warning.code == "low_text_quality" for warning in self.plan.warnings)
