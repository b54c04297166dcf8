"""What a scanned page costs: our seconds a page beside plain `tesseract page.png -l vie`.

`python -m evaluation.bench_scan` prints two sample plans, scans them and reads them both ways, turn
by turn in one run. Out: medians by the clock (two pages are read at once) and of the processor,
with the share of tesseract's: a machine's speed and load fall out of that ratio.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.formats import print_as
from corpus.render import HERE, names
from corpus.scanner import DPI, rendered
from corpus.source import load, sheet
from extractor import pipeline
from extractor.errors import MissingComponent
from extractor.reading.scan.engine import LANGUAGE, engine

PLANS = 2
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and of the processor with those of the programs that were started."""

    clock: float
    processor: float


def taken(run: Callable[[], object]) -> Taken:
    """What one call of `run` takes."""
    clock, processor = time.perf_counter(), _processor()
    run()
    return Taken(time.perf_counter() - clock, _processor() - processor)


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def plain(program: str, pictures: Sequence[Path]) -> None:
    """Tesseract as one calls it by hand, page by page; in one thread, which costs it least."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    for picture in pictures:
        words = [program, str(picture), "-", "-l", LANGUAGE]
        subprocess.run(words, capture_output=True, env=environment, check=True)


def a_page(program: str, scan: bytes, folder: Path) -> tuple[Taken, Taken]:
    """Seconds a page of a scanned plan: plain tesseract's, and ours from the file to a document."""
    pictures = []
    for number, page in enumerate(rendered(scan)):
        pictures.append(folder / f"{number}.png")
        page.save(pictures[-1], dpi=(DPI, DPI))
    both = taken(lambda: plain(program, pictures)), taken(lambda: pipeline.read(scan))
    theirs, ours = (Taken(t.clock / len(pictures), t.processor / len(pictures)) for t in both)
    return theirs, ours


def main() -> None:
    """Print the table."""
    try:
        program = engine()
    except MissingComponent:
        print("scans are not timed: no tesseract with Vietnamese on this machine")
        return
    sheets = [sheet(load(HERE / name / "source.yml")) for name in names()[:PLANS]]
    scans = [print_as(one, ["scan"])["scan"][1] for one in sheets]
    with tempfile.TemporaryDirectory() as folder:
        runs = [a_page(program, scan, Path(folder)) for _ in range(ROUNDS) for scan in scans]
    head = f"{PLANS} scanned plans, {ROUNDS} rounds"
    print(f"{head:<30}{'by the clock':>14}{'processor':>14}")
    for at, name in enumerate(("plain tesseract", "scan → document")):
        clock, processor = (statistics.median(_of(run[at])[of] for run in runs) for of in (0, 1))
        print(f"{name:<30}{clock:7.2f} s/page{processor:7.2f} s/page")
    ratios = (statistics.median(_of(b)[of] / _of(a)[of] for a, b in runs) for of in (0, 1))
    print(f"{'ratio':<30}{next(ratios):7.2f} ×     {next(ratios):7.2f} ×")


def _of(one: Taken) -> tuple[float, float]:
    return one.clock, one.processor


if __name__ == "__main__":
    main()
