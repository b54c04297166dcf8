"""The second step: kept records against answers, as figures by section, field, document, format.

In: the cases that were read (`judged_cases`). Out: one `Scope` for each set, format and case:
tallies of the sections and fields at every level, and the mission figure. `scope_json` gives it as
`score.json` keeps it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from evaluation.cases import Case
from evaluation.judge import Judged, Pair, judge
from evaluation.match import Record, agrees
from evaluation.policy import LEVELS, POLICY, Section
from evaluation.predict import READ, Outcome, load_outcomes
from evaluation.tally import Tally

FOUND, MISSION = "found", "mission"
COLUMNS = (FOUND, MISSION, *LEVELS)
Tallies = dict[str, Tally]  # by column


@dataclass(frozen=True, slots=True)
class JudgedCase:
    """One case with its answer, the record read (None if none), and what became of each section."""

    case: Case
    outcome: Outcome
    gold: Record
    found: Record | None
    sections: dict[str, Judged]


@dataclass(frozen=True, slots=True)
class Mission:
    """The mission figure: `f1` over the families, each the mean over `documents` that have it."""

    f1: float | None
    families: dict[str, float | None]
    documents: dict[str, int]


@dataclass(slots=True)
class Scope:
    """The figures of some cases taken together.

    `mission` counts a file that was not read as one in which everything is missed,
    `mission_of_read` leaves it out.
    """

    cases: int = 0
    refused: int = 0
    sections: dict[str, Tallies] = field(default_factory=dict)
    fields: dict[str, dict[str, Tallies]] = field(default_factory=dict)
    mission: Mission = field(default_factory=lambda: Mission(None, {}, {}))
    mission_of_read: Mission = field(default_factory=lambda: Mission(None, {}, {}))


def judged_cases(cases: Iterable[Case], out: Path) -> list[JudgedCase]:
    """Every case that was read, or tried, under `out`."""
    outcomes = load_outcomes(out)
    return [_judge_case(case, outcomes[case.id], out) for case in cases if case.id in outcomes]


def _judge_case(case: Case, outcome: Outcome, out: Path) -> JudgedCase:
    gold = json.loads(case.gold.read_text(encoding="utf-8"))
    path = case.prediction(out)
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    return JudgedCase(case, outcome, gold, found, judge(gold, found))


def scope_of(cases: Sequence[JudgedCase]) -> Scope:
    """The figures of `cases` taken together."""
    scope = Scope(len(cases), sum(one.outcome.outcome != READ for one in cases))
    for name, section in POLICY.sections.items():
        judged = [one.sections[name] for one in cases]
        scope.sections[name] = _sum_columns(section_tallies(one) for one in judged)
        scope.fields[name] = {
            key: _sum_columns(_field_tallies(section, key, one) for one in judged)
            for key in section.fields
        }
    scope.mission = mission_of([one.sections for one in cases])
    scope.mission_of_read = mission_of([one.sections for one in cases if one.found is not None])
    return scope


def section_tallies(judged: Judged) -> Tallies:
    """The facts of one section counted: found, right for the mission, right at each level."""
    right = {FOUND: len(judged.pairs), MISSION: sum(pair.mission for pair in judged.pairs)}
    for level in LEVELS:
        right[level] = sum(level in pair.levels for pair in judged.pairs)
    gold, found = len(judged.pairs) + len(judged.missed), len(judged.pairs) + len(judged.false)
    return {column: Tally(tp, found - tp, gold - tp) for column, tp in right.items()}


def _field_tallies(section: Section, key: str, judged: Judged) -> Tallies:
    """One field counted over the facts that have it; texts have no figure at the `value` level."""
    levels = LEVELS[:-1] if section.fields[key].kind in ("text", "words") else LEVELS
    tallies: Tallies = {}
    for level in levels:
        tally = tallies[level] = Tally()
        tally.fn = sum(_filled(row.get(key)) for row in judged.missed)
        tally.fp = sum(_filled(row.get(key)) for row in judged.false)
        for pair in judged.pairs:
            right = agrees(section.fields[key], level, pair.gold.get(key), pair.found.get(key))
            tally.add(_field_of_pair(pair, key, right))
    return tallies


def _field_of_pair(pair: Pair, key: str, right: bool) -> Tally:
    in_gold, in_found = _filled(pair.gold.get(key)), _filled(pair.found.get(key))
    if in_gold and in_found and right:
        return Tally(tp=1)
    return Tally(fp=int(in_found), fn=int(in_gold))


def _filled(value: object) -> bool:
    return value is not None and value != [] and value != ""


def _sum_columns(each: Iterable[Tallies]) -> Tallies:
    total: defaultdict[str, Tally] = defaultdict(Tally)
    for tallies in each:
        for column, tally in tallies.items():
            total[column].add(tally)
    return dict(total)


def mission_of(documents: Sequence[Mapping[str, Judged]]) -> Mission:
    """The mission figure of some judged records.

    In each family every document counts the same, however many facts it has; a document with
    nothing to find in a family, and nothing found, is left out of it.
    """
    return mission_from_tallies(
        [{name: section_tallies(one)[MISSION] for name, one in doc.items()} for doc in documents]
    )


def mission_from_tallies(documents: Sequence[Mapping[str, Tally]]) -> Mission:
    """The same, from each document's tallies by section."""
    means: dict[str, float | None] = {}
    counts: dict[str, int] = {}
    for family, members in POLICY.families.items():
        each = [f1 for doc in documents if (f1 := _family(doc, members).f1) is not None]
        means[family], counts[family] = _mean(each), len(each)
    return Mission(_mean([f1 for f1 in means.values() if f1 is not None]), means, counts)


def _family(document: Mapping[str, Tally], members: Sequence[str]) -> Tally:
    total = Tally()
    for name in members:
        total.add(document.get(name, Tally()))
    return total


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def scopes_of(cases: Sequence[JudgedCase]) -> dict[str, Scope]:
    """A scope for each set (`corpus`), each format in it (`corpus/docx`) and each case (its id)."""
    groups: defaultdict[str, list[JudgedCase]] = defaultdict(list)
    for one in cases:
        for name in (one.case.set, f"{one.case.set}/{one.case.format}", one.case.id):
            groups[name].append(one)
    return {name: scope_of(members) for name, members in groups.items()}


def scope_json(scope: Scope) -> dict[str, Any]:
    """A scope as JSON."""
    return {
        "cases": scope.cases,
        "refused": scope.refused,
        "mission": asdict(scope.mission),
        "mission_of_read": asdict(scope.mission_of_read),
        "sections": {name: _columns_json(row) for name, row in scope.sections.items()},
        "fields": {
            name: {key: _columns_json(row) for key, row in fields.items()}
            for name, fields in scope.fields.items()
        },
    }


def _columns_json(tallies: Tallies) -> dict[str, Any]:
    return {column: tally.figures() for column, tally in tallies.items()}
