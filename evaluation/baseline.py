"""The committed state of the figures: counts and hashes, never texts.

`baseline.json` holds, under the public id of each case, `{"targets": {"counts": [12, 1, 2],
"right": "0f3a… 77b1…", "false": "…"}}`: right, false and missed facts as the mission counts them,
and a hash for each right fact and each false find.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct, convert, to_builtins

from evaluation.facts import marked
from evaluation.judge import Judged
from evaluation.policy import POLICY
from evaluation.score import MISSION, JudgedCase, section_tallies
from evaluation.tally import Tally

PATH = Path(__file__).with_name("baseline.json")


class Kept(Struct, frozen=True):
    """One section of one case."""

    counts: tuple[int, int, int]
    right: str = ""
    false: str = ""

    @property
    def tally(self) -> Tally:
        return Tally(*self.counts)


Baseline = dict[str, dict[str, Kept]]  # by public id of the case, then section


def kept_of(one: JudgedCase) -> dict[str, Kept]:
    """What the baseline keeps of one case: the sections with something to find or found."""
    kept = {}
    for name, judged in one.sections.items():
        if POLICY.sections[name].shown:
            kept[name] = _kept(one.case.public_id, name, judged)
    return {name: row for name, row in kept.items() if any(row.counts)}


def _kept(case: str, section: str, judged: Judged) -> Kept:
    tally = section_tallies(judged)[MISSION]
    facts = marked(case, section, judged)
    return Kept((tally.tp, tally.fp, tally.fn), _line(facts.right), _line(facts.false))


def _line(hashes: Iterable[str]) -> str:
    return " ".join(sorted(hashes))


def renewed(old: Baseline, cases: Sequence[JudgedCase]) -> Baseline:
    """The baseline of `cases`; sets of which no case was read keep what stood there."""
    read = {one.case.set for one in cases}
    new = {name: row for name, row in old.items() if name.split("/")[0] not in read}
    return new | {one.case.public_id: kept_of(one) for one in cases}


def load(path: Path = PATH) -> Baseline:
    """The baseline kept at `path`; empty where there is none yet."""
    if not path.is_file():
        return {}
    return convert(json.loads(path.read_text(encoding="utf-8")), Baseline)


def write(baseline: Baseline, path: Path = PATH) -> None:
    """Keep `baseline` at `path`: in order, a line for each section, so that a diff is readable."""
    cases = ",\n".join(_case_lines(name, row) for name, row in sorted(baseline.items()))
    path.write_text(f"{{\n{cases}\n}}\n", encoding="utf-8")


def _case_lines(name: str, sections: dict[str, Kept]) -> str:
    rows = [f" {json.dumps(key)}: {json.dumps(to_builtins(row))}" for key, row in sections.items()]
    return f"{json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n}"
