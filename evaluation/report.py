"""One self-contained page of the figures and of every error beside its sentence.

In: the judged cases. Out: HTML without any outside asset, for `build/report.html`. It quotes the
plans, so it stays where it is built.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template

from evaluation.entries import KINDS, entries
from evaluation.graded import graded
from evaluation.page import document_part, folded_away, options, table
from evaluation.policy import LEVELS, POLICY
from evaluation.reliability import HEADS, bins, rules
from evaluation.score import FOUND, MISSION, JudgedCase, Scope, mission_of, scope_of, scopes_of
from evaluation.show import number
from evaluation.tally import Tally

TEMPLATE = Path(__file__).with_name("report.html")


def render(cases: Sequence[JudgedCase]) -> str:
    """The whole page."""
    shown = [name for name, section in POLICY.sections.items() if section.shown]
    parts = [(one.case.id, entries(one)) for one in cases]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        summary="\n".join(_summary(cases)),
        section_options=options(shown),
        kind_options=options(KINDS),
        document_options=options(one.case.id for one in cases),
        errors="\n".join(document_part(name, found) for name, found in parts if found),
    )


def _summary(cases: Sequence[JudgedCase]) -> Iterator[str]:
    scopes = scopes_of(cases)
    for name in sorted({one.case.set for one in cases}):
        yield f"<h2>Set {name}</h2>"
        yield _formats(name, scopes)
        yield _sections(scopes[name])
        yield folded_away("Fields", _fields(scopes[name]))
        members = [one for one in cases if one.case.set == name]
        yield folded_away("Documents", _documents(members))
        yield folded_away("Reliability", _reliability(members))


def _formats(name: str, scopes: dict[str, Scope]) -> str:
    heads = ["format", "files", "not read", "mission of read", "mission", *POLICY.families]
    formats = {key.split("/")[1]: scope for key, scope in scopes.items() if _is_format(key, name)}
    rows = {"all": scopes[name], **formats}
    return table(heads, [[key, *_mission_cells(scope)] for key, scope in rows.items()])


def _is_format(key: str, set_name: str) -> bool:
    return key.startswith(f"{set_name}/") and "." not in key


def _mission_cells(scope: Scope) -> list[str]:
    families = [number(f1) for f1 in scope.mission.families.values()]
    missions = [number(one.f1) for one in (scope.mission_of_read, scope.mission)]
    return [str(scope.cases), str(scope.refused), *missions, *families]


def _sections(scope: Scope) -> str:
    heads = ["section", "answers", "found", "P", "R", "F1", *LEVELS]
    return table(heads, [[name, *_section_cells(row)] for name, row in scope.sections.items()])


def _section_cells(columns: dict[str, Tally]) -> list[str]:
    right = columns[MISSION]
    cells = [str(right.tp + right.fn), number(columns[FOUND].f1)]
    cells += [number(right.precision), number(right.recall), number(right.f1)]
    return cells + [number(columns[level].f1) for level in LEVELS]


def _reliability(cases: Sequence[JudgedCase]) -> str:
    """Right facts by the confidence that the records give them."""
    facts = [fact for one in cases for fact in graded(one.case.id, one.found, one.sections)]
    by_rule = [[section, *one.cells()] for section, one in rules(facts)]
    return table(["confidence", *HEADS], [one.cells() for one in bins(facts)]) + table(
        ["section", "rule", *HEADS], by_rule
    )


def _fields(scope: Scope) -> str:
    heads = ["field", "answers", *(f"{level} {figure}" for level in LEVELS for figure in "PRF")]
    rows = [
        [f"{section}: {name}", *_field_cells(columns)]
        for section, fields in scope.fields.items()
        for name, columns in fields.items()
    ]
    return table(heads, rows)


def _field_cells(columns: dict[str, Tally]) -> list[str]:
    exact = columns["exact"]
    cells = [str(exact.tp + exact.fn)]
    for level in LEVELS:
        tally = columns.get(level, Tally())
        cells += [number(tally.precision), number(tally.recall), number(tally.f1)]
    return cells


def _documents(cases: Sequence[JudgedCase]) -> str:
    shown = [name for name, section in POLICY.sections.items() if section.shown]
    rows = []
    for one in cases:
        scope = scope_of([one])
        figures = [number(scope.sections[name][MISSION].f1) for name in shown]
        outcome = "" if one.found is not None else one.outcome.outcome
        rows.append([one.case.id, outcome, number(mission_of([one.sections]).f1), *figures])
    return table(["document", "", "mission", *shown], rows)
