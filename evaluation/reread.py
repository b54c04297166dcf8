"""Plans read in this process, with all that the product throws away behind a record.

In: cases. Out: for each a `Reread`: the reading (outline, mentions) and the plan as the fields give
it, before any fact is weighed or withheld; both None where the file was refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.cases import Case
from evaluation.match import Record
from evaluation.switches import replaced
from extractor import pipeline
from extractor.errors import KehoachError
from extractor.fields.assemble import read_fields
from extractor.fields.confidence import weigh
from extractor.fields.context import Reading
from extractor.plan.model import Plan
from extractor.recognise.mentions import recognise

_ORDER = ("docx", "txt", "md", "pdf")  # of several files of one plan the first is taken


@dataclass(frozen=True, slots=True)
class Reread:
    """One file with its answer, its reading and its unweighed facts."""

    case: Case
    gold: Record
    reading: Reading | None = None
    plan: Plan | None = None


def reread(cases: Iterable[Case]) -> Iterator[Reread]:
    """Read each case anew; a file that the extractor refuses has no reading."""
    for case in cases:
        gold = json.loads(case.gold.read_text(encoding="utf-8"))
        reading = reading_of(case.source)
        yield Reread(case, gold, reading, unweighed(reading) if reading else None)


def reading_of(path: Path) -> Reading | None:
    """Document, outline and mentions of a file; None where it cannot be read."""
    try:
        document = pipeline.read(path)
    except KehoachError:
        return None
    return Reading(document, pipeline.outline(document), recognise(document.text))


def unweighed(reading: Reading) -> Plan:
    """All facts that the fields find, each with what its rule says of itself."""
    with replaced(weigh, _as_it_is):
        return read_fields(reading)


def _as_it_is(reading: Reading, plan: Plan, *_: Any) -> Plan:
    return plan


def one_a_plan(cases: Iterable[Case]) -> list[Case]:
    """One file of each plan, so that a plan kept in three formats does not count three times."""
    chosen: dict[tuple[str, str], Case] = {}
    for case in sorted(cases, key=lambda case: (_ORDER.index(case.format), case)):
        chosen.setdefault((case.set, case.name), case)
    return sorted(chosen.values())
