"""Facts as short lines for people and as short hashes for the baseline.

`describe("targets", {...})` reads `indicator: hồ sơ đúng hạn · operator: ge · value: 90`; `marks`
gives each fact a hash of eight characters that is stable across runs and says nothing of the text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from evaluation.judge import Judged
from evaluation.match import Record
from evaluation.policy import POLICY


def scored(section: str, fact: Record) -> dict[str, object]:
    """The fields of a fact that the policy compares and that hold something."""
    values = {name: fact.get(name) for name in POLICY.sections[section].fields}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


def describe(section: str, fact: Record) -> str:
    """One line for a person."""
    return " · ".join(f"{name}: {shown(value)}" for name, value in scored(section, fact).items())


def shown(value: object) -> str:
    """A value as a person reads it: a list by semicolons, nothing as nothing."""
    if isinstance(value, list):
        return "; ".join(str(entry) for entry in value)
    return "" if value is None else str(value)


def marks(case: str, section: str, facts: Iterable[Record]) -> dict[str, Record]:
    """Each fact under its hash; a fact that is there twice has two hashes."""
    seen: Counter[str] = Counter()
    marked = {}
    for fact in facts:
        text = json.dumps(scored(section, fact), ensure_ascii=False, sort_keys=True)
        seen[text] += 1
        key = json.dumps([case, section, text, seen[text]], ensure_ascii=False)
        marked[sha256(key.encode()).hexdigest()[:8]] = fact
    return marked


@dataclass(frozen=True, slots=True)
class Marked:
    """The facts of one section of one case by what became of them, each under its hash."""

    right: dict[str, Record]
    other: dict[str, Record]  # answers that were missed, or found with a wrong detail
    false: dict[str, Record]  # found, and no answer's


def marked(case: str, section: str, judged: Judged) -> Marked:
    """Hashes for one section, right and wrong as the mission takes them."""
    right = [pair.gold for pair in judged.pairs if pair.mission]
    other = [pair.gold for pair in judged.pairs if not pair.mission]
    answers = marks(case, section, [*right, *other, *judged.missed])
    keys = list(answers)
    return Marked(
        {key: answers[key] for key in keys[: len(right)]},
        {key: answers[key] for key in keys[len(right) :]},
        marks(case, section, judged.false),
    )
