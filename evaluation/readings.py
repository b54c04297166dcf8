"""Plans printed in several formats, each read and held against the plan's answer.

In: text plans (`Case`s) and names of formats. Out: `Reading`s, one for each plan and format, and
lines that say which facts two readings of one plan do not share:

    only text  targets: indicator: hồ sơ đúng hạn · operator: ge · value: 90 · unit: percent
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.cases import Case
from evaluation.facts import describe
from evaluation.judge import Judged, judge, rows_of, value_at
from evaluation.match import Record
from evaluation.policy import POLICY
from evaluation.predict import Outcome, Read, attempt, read_record
from evaluation.score import mission_of
from evaluation.wording import fold_words

Print = Callable[[Case, Sequence[str]], Mapping[str, tuple[str, bytes]]]
_OF_READING = frozenset(("warnings",))  # they tell of the file, and not of the plan


@dataclass(frozen=True, slots=True)
class Reading:
    """One plan in one format: how it went, what was read, what became of each section."""

    case: str
    format: str
    outcome: Outcome
    record: Mapping[str, Any]
    sections: dict[str, Judged]


def printed(case: Case, formats: Sequence[str]) -> dict[str, tuple[str, bytes]]:
    """The suffix and the bytes of a plan in each format; "txt" is the file as it came."""
    # Imported here: the printers need libraries that the rest of this package does not.
    from corpus.formats import print_as
    from corpus.layout_text import text_sheet
    from corpus.render import sheet_of

    source = case.source.read_bytes()
    sheet = sheet_of(case.name) if case.set == "corpus" else text_sheet(source.decode("utf-8"))
    others = [format for format in formats if format != "txt"]
    return {"txt": ("txt", source), **print_as(sheet, others)}


def readings(
    cases: Sequence[Case],
    formats: Sequence[str],
    folder: Path,
    prints: Print = printed,
    read: Read = read_record,
) -> Iterator[Reading]:
    """Every plan in each of `formats`, written to `folder` and read from there."""
    # Imported here: scoring kept predictions must not load the reading wing.
    from extractor.reading.legacy import together

    for case in cases:
        gold = json.loads(case.gold.read_text(encoding="utf-8"))
        made = prints(case, formats)
        with together([data for _, data in made.values()]):
            found = [_reading(case, gold, name, *made[name], folder, read) for name in formats]
        yield from found


def _reading(
    case: Case, gold: Record, format: str, suffix: str, data: bytes, folder: Path, read: Read
) -> Reading:
    path = folder / f"{case.name}-{format}.{suffix}"
    path.write_bytes(data)
    outcome, found = attempt(path, read)
    record = json.loads(found) if found else {}
    return Reading(case.name, format, outcome, record, judge(gold, record or None))


def mission(read: Sequence[Reading]) -> float:
    """The mission figure over some readings."""
    return mission_of([one.sections for one in read]).f1 or 0.0


def differing(text: Reading, other: Reading, *, folded: bool = False) -> Iterator[str]:
    """A line for each fact that only one of two readings of a plan has, every detail compared.

    `folded`: case, punctuation and the length of dashes, which pictures do not show, aside.
    """
    for section in (name for name, one in POLICY.sections.items() if one.shown):
        if section in _OF_READING:
            continue
        one, two = (_facts(reading, section, folded) for reading in (text, other))
        for key in (key for key in one if key not in two):
            yield f"    only {text.format:6} {section}: {one[key]}"
        for key in (key for key in two if key not in one):
            yield f"    only {other.format:6} {section}: {two[key]}"


def _facts(reading: Reading, section: str, folded: bool) -> dict[str, str]:
    """What was found in one section, right or wrong, as a line for people under one to compare."""
    shown = [describe(section, fact) for fact in _rows(section, reading.record)]
    seen: Counter[str] = Counter()
    found = {}
    for line in shown:
        key = fold_words(line) if folded else line
        seen[key] += 1
        found[f"{key} ({seen[key]})"] = line
    return found


def _rows(section: str, record: Record) -> list[Record]:
    rule = POLICY.sections[section]
    if rule.shape != "single":
        return rows_of(rule, record)
    found = value_at(record, rule.path) or {}
    values = ((name, value_at(found, name)) for name in rule.fields)
    return [{name: value} for name, value in values if value is not None]
