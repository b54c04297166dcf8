"""How much of a plan is lost on paper: text plans printed, scanned and read from the pictures.

`python -m evaluation.scan_check [NAME …] [--set corpus]` prints each labelled text plan beside the
checkout, makes page pictures of it (a degree askew, grainy, soft, JPEG, a red seal over the
signature, no text layer) and scores what is read beside what is read of the text. Exit code 1 where
a plan loses more than 0.05 of its mission figure. The pictures are the same every time.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.cases import SETS, find_cases
from evaluation.readings import Reading, differing, mission, readings
from evaluation.show import number

TOLERANCE = 0.05
FORMATS = ("txt", "scan")


def losses(read: Sequence[Reading]) -> dict[str, float]:
    """How much of its text's mission figure the scan of each plan lacks."""
    plain = {one.case: mission([one]) for one in read if one.format == "txt"}
    return {one.case: plain[one.case] - mission([one]) for one in read if one.format == "scan"}


def lines(read: Sequence[Reading]) -> Iterator[str]:
    """Both figures of each plan, and the facts that only one of the two readings has."""
    lost = losses(read)
    plain = {one.case: one for one in read if one.format == "txt"}
    for one in read:
        if one.format != "scan":
            continue
        text = plain[one.case]
        yield (
            f"{one.case}  text {number(mission([text]))}  scan {number(mission([one]))}"
            f"  {-lost[one.case]:+.3f}  {one.outcome.outcome} {one.outcome.message}"
        )
        yield from differing(text, one, folded=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Print, scan, read and compare; nothing to do without labelled text plans."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.scan_check")
    parser.add_argument("names", nargs="*", help="plans, by a part of their names; without: all")
    parser.add_argument("--set", choices=SETS, default="shared")
    given = parser.parse_args(argv)
    cases = find_cases(sets=[given.set], formats=["txt"])
    cases = [one for one in cases if not given.names or any(n in one.name for n in given.names)]
    if not cases:
        print("no labelled text plans beside the checkout")
        return 0
    with TemporaryDirectory() as folder:
        read = list(readings(cases, FORMATS, Path(folder)))
    print(*lines(read), sep="\n")
    return int(any(lost > TOLERANCE for lost in losses(read).values()))


if __name__ == "__main__":
    sys.exit(main())
