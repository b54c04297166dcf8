"""The census of errors: each miss, false find and wrong detail with its cause.

In: rereadings. Out: `Finding`s; lines of `docs/error-census.md` (counts only, plans that are not
ours by level, format and a hash) and lines with the texts for the terminal. An error that a plan
has in several formats is counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaluation.calibration import plan_of, weighed
from evaluation.causes import CAUSES, cause_of
from evaluation.entries import Error, errors_of
from evaluation.facts import describe
from evaluation.graded import LEFT_OUT
from evaluation.judge import judge
from evaluation.markdown import made_by, table
from evaluation.policy import POLICY
from evaluation.reread import Reread
from evaluation.scene import Scene
from extractor.fields.confidence import measured

KINDS = ("missed", "false", "wrong")
SECTIONS = tuple(
    name for name, section in POLICY.sections.items() if section.shown and name not in LEFT_OUT
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One error with its cause; `plan` is the plan whatever the format."""

    set: str
    plan: str
    file: str
    section: str
    kind: str
    cause: str
    text: str


def findings(rereads: Iterable[Reread]) -> list[Finding]:
    """Every error, once a plan."""
    found: dict[tuple[str, ...], Finding] = {}
    for one in rereads:
        for section, error, cause in _errors(one):
            text = _text(section, error)
            key = (plan_of(one), section, error.kind, cause, text)
            case = one.case
            made = Finding(case.set, plan_of(one), case.id, section, error.kind, cause, text)
            found.setdefault(key, made)
    return list(found.values())


def _errors(one: Reread) -> Iterator[tuple[str, Error, str]]:
    record = weighed(one, measured())
    sections = judge(one.gold, record)
    scene = None
    if one.reading is not None and record is not None:
        scene = Scene(one.reading, one.gold, record, sections)
    for name in SECTIONS:
        for error in errors_of(sections[name]):
            if error.kind in KINDS:
                yield name, error, cause_of(scene, name, error) if scene else "reading"


def _text(section: str, error: Error) -> str:
    gold = describe(section, error.gold) if error.gold else ""
    found = describe(section, error.found) if error.found else ""
    differs = f" [{', '.join(error.differs)}]" if error.differs else ""
    return f"{gold} | {found}{differs}"


def details(found: Sequence[Finding]) -> Iterator[str]:
    """Every error with its texts, for the one who mends it."""
    for one in sorted(found, key=lambda one: (one.cause, one.section, one.file)):
        yield f"{one.cause:11}{one.section:18}{one.kind:8}{one.file}: {one.text}"


def page(found: Sequence[Finding], labels: Mapping[str, str]) -> Iterator[str]:
    """The page of counts; `labels` names each plan."""
    yield "# Where the errors come from"
    yield ""
    yield made_by("census")
    yield "Each error once a plan, whatever its formats. Causes are worked out by rule,"
    yield "so some will be wrong:\n"
    yield from (f"* {cause}: {meaning};" for cause, meaning in CAUSES.items())
    for name in sorted({one.set for one in found}):
        chosen = [one for one in found if one.set == name]
        yield f"\n## {name}, by section\n"
        yield from _counts("section", SECTIONS, chosen, lambda one: one.section)
        yield f"\n## {name}, by plan\n"
        plans = sorted({labels[one.plan] for one in chosen})
        yield from _counts("plan", plans, chosen, lambda one: labels[one.plan])


def _counts(
    head: str, names: Sequence[str], found: Sequence[Finding], key: Callable[[Finding], str]
) -> Iterator[str]:
    """Errors by kind and cause, a row for each name that has some, and their sum."""
    rows = [_row(name, [one for one in found if key(one) == name]) for name in names]
    filled = [row for row in rows if row[-1] != "0"]
    yield from table([head, *KINDS, *CAUSES, "all"], [*filled, _row("all", found)])


def _row(name: str, found: Sequence[Finding]) -> list[str]:
    kinds, causes = Counter(one.kind for one in found), Counter(one.cause for one in found)
    counts = [*(kinds[kind] for kind in KINDS), *(causes[cause] for cause in CAUSES), len(found)]
    return [name, *map(str, counts)]
