"""What the steps print: plain lines of figures and of gained and lost facts.

`scope_lines("corpus", scope)` gives a table with a row for each section; nothing here is written to
a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evaluation.compare import Change, SetChange
from evaluation.facts import describe
from evaluation.match import Record
from evaluation.policy import LEVELS
from evaluation.score import FOUND, MISSION, JudgedCase, Mission, Scope, mission_of
from evaluation.tally import Tally


def number(value: float | None) -> str:
    """A share with three decimals, a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"


def scope_lines(name: str, scope: Scope) -> Iterator[str]:
    """The table of one scope: precision, recall, F1 for the mission's match, then F1 by level."""
    refused = f", {scope.refused} not read" if scope.refused else ""
    yield f"{name}: {scope.cases} files{refused}"
    heads = "".join(f"{head:>8}" for head in ("gold", "found", "P", "R", "F1", *LEVELS))
    yield f"  {'section':18}{heads}"
    for section, columns in scope.sections.items():
        yield f"  {section:18}{_cells(columns)}"
    yield f"  {mission_line(scope.mission)}"
    if scope.refused:
        yield f"  without the {scope.refused} not read: {mission_line(scope.mission_of_read)}"


def _cells(columns: dict[str, Tally]) -> str:
    right = columns[MISSION]
    cells = [str(right.tp + right.fn), number(columns[FOUND].f1)]
    cells += [number(right.precision), number(right.recall), number(right.f1)]
    cells += [number(columns[level].f1) for level in LEVELS]
    return "".join(f"{cell:>8}" for cell in cells)


def mission_line(mission: Mission) -> str:
    """`mission 0.912  legal_bases 0.980  targets …`."""
    families = "  ".join(f"{name} {number(f1)}" for name, f1 in mission.families.items())
    return f"mission {number(mission.f1)}  {families}"


def case_lines(cases: Iterable[JudgedCase]) -> Iterator[str]:
    """One line for each case: its mission figure, and why it was not read if it was not."""
    for one in cases:
        outcome = "" if one.found is not None else f"  ({one.outcome.outcome})"
        yield f"  {one.case.id:48}{number(mission_of([one.sections]).f1):>7}{outcome}"


def set_change_lines(changes: Iterable[SetChange]) -> Iterator[str]:
    """The mission before and now, for each set and each family that moved."""
    for change in changes:
        yield f"{change.name:12} mission {_step(change.before.f1, change.now.f1)}"
        for family, now in change.now.families.items():
            before = change.before.families[family]
            if before != now:
                yield f"    {family:16} {_step(before, now)}"


def _step(before: float | None, now: float | None) -> str:
    return f"{number(before)} -> {number(now)}  {(now or 0.0) - (before or 0.0):+.3f}"


def change_lines(changes: Iterable[Change]) -> Iterator[str]:
    """The facts gained and lost; their texts go to the terminal only."""
    for change in sorted(changes, key=lambda one: (one.case, one.section)):
        yield (
            f"{change.case} {change.section}: +{len(change.gained)} -{len(change.lost)} right,"
            f" +{len(change.new_false)} -{change.gone_false} false{_answers(change)}"
        )
        yield from _fact_lines("gained", change.section, change.gained)
        yield from _fact_lines("LOST", change.section, change.lost)
        yield from _fact_lines("FALSE", change.section, change.new_false)


def _answers(change: Change) -> str:
    return f" ({change.gone_answers} answers changed)" if change.gone_answers else ""


def _fact_lines(word: str, section: str, facts: Iterable[Record]) -> Iterator[str]:
    for fact in facts:
        yield f"    {word:7} {describe(section, fact)}"
