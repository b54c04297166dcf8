"""What each part of the product is worth: the mission figure without it.

In: cases. Out: `docs/ablation.md`: for each set the mission and its families as they are, then with
one part exchanged for nothing (`switches.replaced`). A part that is never called while plans are
read says so: taking it out then proves nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from evaluation.cases import Case
from evaluation.judge import Judged, judge
from evaluation.markdown import made_by, table
from evaluation.policy import POLICY
from evaluation.predict import CRASH, attempt, read_record
from evaluation.score import Mission, mission_of
from evaluation.show import number
from evaluation.switches import forget, replaced
from extractor.fields.confidence import measured
from extractor.fields.confidence_table import Scale
from extractor.fields.tables_grid import grids
from extractor.language.words import tagged_words, word_groups
from extractor.outline.topics import topics_of
from extractor.span import Span

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Ablation:
    """One part of the product and what stands in for it: pairs of functions."""

    name: str
    exchanged: tuple[tuple[Function, Function], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The sections of every case under one ablation, and how often the part was asked for."""

    ablation: Ablation
    judged: tuple[tuple[Case, dict[str, Judged]], ...]
    calls: int
    crashes: int


def _blanks(text: str) -> tuple[Span, ...]:
    """Words as the blanks part them: syllables, for Vietnamese."""
    spans, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    return tuple(spans)


def _nothing(*_: object) -> tuple[()]:
    return ()


def _without_floor() -> Scale:
    return Scale(replace(measured().table, floor=0.0))


MEANING = """\
Calls: how often the part was asked for while the plans were read; without any, the figures say
nothing about it. A file that cannot be read counts as one in which everything is missed."""

AS_IT_IS = Ablation("as it is")
ABLATIONS = (
    AS_IT_IS,
    Ablation("without tables", ((grids, _nothing),)),
    Ablation("without topics of sections", ((topics_of, _nothing),)),
    Ablation("without word groups", ((word_groups, _blanks), (tagged_words, _nothing))),
    Ablation("without the floor of confidence", ((measured, _without_floor),)),
)


def page(cases: Sequence[Case], ablations: Sequence[Ablation] = ABLATIONS) -> Iterator[str]:
    """The whole page."""
    results = [run(cases, ablation) for ablation in ablations]
    yield "# What each part is worth"
    yield ""
    yield made_by("ablate")
    yield MEANING
    for name in sorted({case.set for case in cases}):
        yield f"\n## {name}\n"
        heads = ["", "calls", "mission", "change", *POLICY.families]
        yield from table(heads, list(_rows(results, name)))


def run(cases: Sequence[Case], ablation: Ablation) -> Result:
    """Read every case with the part exchanged."""
    calls: list[str] = []
    judged, crashes = [], 0
    forget()
    with ExitStack() as stack:
        for original, substitute in ablation.exchanged:
            stack.enter_context(replaced(original, _counting(substitute, calls)))
        for case in cases:
            outcome, data = attempt(case.source, read_record)
            crashes += outcome.outcome == CRASH
            gold = json.loads(case.gold.read_text(encoding="utf-8"))
            judged.append((case, judge(gold, json.loads(data) if data else None)))
    forget()
    return Result(ablation, tuple(judged), len(calls), crashes)


def _counting(function: Function, calls: list[str]) -> Function:
    def counted(*args: Any, **kwargs: Any) -> Any:
        calls.append(function.__name__)
        return function(*args, **kwargs)

    return counted


def _rows(results: Sequence[Result], name: str) -> Iterator[list[str]]:
    whole = _mission(results[0], name)
    for result in results:
        mission = _mission(result, name)
        crashed = f" ({result.crashes} crashed)" if result.crashes else ""
        calls = str(result.calls) if result.ablation.exchanged else ""
        families = [number(f1) for f1 in mission.families.values()]
        change = f"{round((mission.f1 or 0.0) - (whole.f1 or 0.0), 3) + 0.0:+.3f}"  # no "-0.000"
        yield [result.ablation.name + crashed, calls, number(mission.f1), change, *families]


def _mission(result: Result, name: str) -> Mission:
    return mission_of([sections for case, sections in result.judged if case.set == name])
