"""Many mutants of the sample plans, read by processes that may die, counted by outcome.

    python -m tests.robustness.fuzz --count 20000 --workers 2 --seed 1

prints a table of formats and outcomes, and each fault with the words that make it again:
`--only 4711`. The exit code is 1 where there was a fault.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from extractor.commands.crew import Crew, Lost
from extractor.reading.limits import MB, Limits

ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=60, memory_bytes=2048 * MB)
_SHARE = {".txt": 10, ".docx": 10, ".html": 5, ".pdf": 1}  # a PDF takes ten times as long
_BATCH = 8


@dataclass(frozen=True, slots=True)
class Mutant:
    """One input of a run; `number` and `seed` make it again."""

    number: int
    seed: int

    @property
    def random(self) -> Random:
        return Random(f"{self.seed}-{self.number}")


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a mutant; `fault` is empty where all was well."""

    kind: str
    outcome: str
    fault: str = ""


def samples() -> dict[str, list[bytes]]:
    """The sample plans by format; web pages are made of the texts."""
    found: dict[str, list[bytes]] = {".html": []}
    for path in sorted((ROOT / "corpus").glob("*/plan.*")):
        if path.suffix in _SHARE:
            found.setdefault(path.suffix, []).append(path.read_bytes())
    for text in found[".txt"]:
        rows = b"\n".join(b"<p>" + line + b"</p>" for line in text.split(b"\n"))
        found[".html"].append(b"<html><body>\n<div>\n" + rows + b"\n</div></body></html>")
    return found


def made(mutant: Mutant, found: dict[str, list[bytes]]) -> tuple[str, bytes]:
    """The format of the sample and the bytes of a mutant."""
    from tests.robustness.mutations import mutant as spoilt

    random = mutant.random
    kind = random.choices(sorted(found), [_SHARE[kind] for kind in sorted(found)])[0]
    return kind, spoilt(random.choice(found[kind]), random)


def tell(mutants: Sequence[Mutant]) -> Iterator[Told]:
    """Read each mutant of a batch."""
    from tests.robustness.outcome import Fault, outcome

    found = samples()
    for mutant in mutants:
        kind, data = made(mutant, found)
        try:
            yield Told(kind, outcome(data, f"mutant{kind}"))
        except Fault as fault:
            yield Told(kind, "fault", str(fault))


def run(mutants: Sequence[Mutant], workers: int) -> Iterator[tuple[Mutant, Told]]:
    """Each mutant with what became of it."""
    batches = [range(at, min(at + _BATCH, len(mutants))) for at in range(0, len(mutants), _BATCH)]
    crew = Crew(mutants, batches, tell, workers, LIMITS)
    for mutant, told in zip(mutants, crew.outcomes(), strict=True):
        if isinstance(told, Lost):
            why = "died" if told.seconds is None else f"took more than {told.seconds} s"
            yield mutant, Told("?", "fault", f"the process that read it {why}")
        else:
            yield mutant, told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one mutant, by its number")
    words = parser.parse_args()
    numbers = range(words.count) if words.only is None else (words.only,)
    counts: Counter[tuple[str, str]] = Counter()
    for mutant, told in run([Mutant(n, words.seed) for n in numbers], words.workers):
        counts[told.kind, told.outcome] += 1
        if told.fault:
            print(
                f"--seed {mutant.seed} --only {mutant.number} {told.kind}\n{told.fault}", flush=True
            )
    for (kind, outcome), count in sorted(counts.items()):
        print(f"{kind:6} {outcome:20} {count:7,}")
    return int(any(outcome == "fault" for _, outcome in counts))


if __name__ == "__main__":
    sys.exit(main())
