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
from functools import partial
from random import Random

from extractor.commands.crew import Crew, Lost
from extractor.reading.limits import MB, Limits
from tests.robustness.samples import QUICK, samples

Samples = dict[str, list[bytes]]
LIMITS = Limits(seconds=300, memory_bytes=2048 * MB)  # scans on a machine at work
# What takes long (pages, and all that another program reads) is tried less often.
_SHARE = {
    ".txt": 400, ".docx": 400, ".html": 200, ".md": 100, ".pdf": 16, ".zip": 40,
    ".doc": 2, ".odt": 2, ".rtf": 2, ".png": 2, ".tif": 2,
}  # fmt: skip
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


def made(mutant: Mutant, found: Samples) -> tuple[str, bytes]:
    """The format of a mutant and its bytes; an archive is made of plans of the other formats."""
    from tests.robustness.mutations import mutant as spoilt
    from tests.robustness.spoilt_archive import archive, picture

    random = mutant.random
    kinds = sorted([*found, ".zip"] if set(found) >= set(QUICK) else found)
    kind = random.choices(kinds, [_SHARE[kind] for kind in kinds])[0]
    if kind == ".zip":
        return kind, archive(found, random)
    change = picture if kind in (".png", ".tif") else spoilt
    return kind, change(random.choice(found[kind]), random)


def tell(mutants: Sequence[Mutant], found: Samples) -> Iterator[Told]:
    """Read each mutant of a batch."""
    from tests.robustness.outcome import Fault, outcome

    for mutant in mutants:
        kind, data = made(mutant, found)
        try:
            yield Told(kind, outcome(data, f"mutant{kind}"))
        except Fault as fault:
            yield Told(kind, "fault", str(fault))


def run(mutants: Sequence[Mutant], workers: int, found: Samples) -> Iterator[tuple[Mutant, Told]]:
    """Each mutant of the samples with what became of it."""
    batches = [range(at, min(at + _BATCH, len(mutants))) for at in range(0, len(mutants), _BATCH)]
    crew = Crew(mutants, batches, partial(tell, found=found), workers, LIMITS)
    for mutant, told in zip(mutants, crew.outcomes(), strict=True):
        if isinstance(told, Lost):
            why = "died" if told.seconds is None else f"took more than {told.seconds} s"
            kind, _ = made(mutant, found)
            yield mutant, Told(kind, "fault", f"the process that read it {why}")
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
    for mutant, told in run([Mutant(n, words.seed) for n in numbers], words.workers, samples()):
        counts[told.kind, told.outcome] += 1
        if not sum(counts.values()) % 1000:
            print(f"{sum(counts.values()):,} of {len(numbers):,}", file=sys.stderr, flush=True)
        if told.fault:
            print(
                f"--seed {mutant.seed} --only {mutant.number} {told.kind}\n{told.fault}", flush=True
            )
    for (kind, outcome), count in sorted(counts.items()):
        print(f"{kind:6} {outcome:20} {count:7,}")
    return int(any(outcome == "fault" for _, outcome in counts))


if __name__ == "__main__":
    sys.exit(main())
