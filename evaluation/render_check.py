"""Whether a plan says the same as text, in Word, old and new, as a PDF and on a web page.

`python -m evaluation.render_check [NAME …] [--formats txt,docx,doc,pdf,tcvn3,vni,html] [--set all]`
prints labelled plans in each format into a temporary folder and reads them. Text plans beside the
checkout are laid out by our own printers, sample plans printed anew from their sources. It shows
each format's mission figure, and the facts of all sections, right or wrong, that only the text or
only the other format gives. Exit code 1 where a figure is more than 0.01 away, or where more facts
differ than `--most` allows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.cases import SETS, find_cases
from evaluation.readings import Reading, differing, mission, readings
from evaluation.score import mission_of
from evaluation.show import mission_line, number

TOLERANCE = 0.01
FORMATS = ("txt", "docx", "doc", "pdf", "tcvn3", "vni", "html")
PLAIN = "txt"


def differences(read: Sequence[Reading]) -> dict[str, float]:
    """How far each format's mission figure is from the text's, by format."""
    figures = {name: mission(_of(read, name)) for name in dict.fromkeys(one.format for one in read)}
    return {name: figure - figures[PLAIN] for name, figure in figures.items()}


def _of(read: Sequence[Reading], format: str) -> list[Reading]:
    return [one for one in read if one.format == format]


def different_facts(read: Sequence[Reading]) -> dict[tuple[str, str], list[str]]:
    """By plan and format, a line for each fact that the text or that format alone gives."""
    plain = {one.case: one for one in _of(read, PLAIN)}
    return {(one.case, one.format): list(differing(plain[one.case], one)) for one in read}


def lines(read: Sequence[Reading]) -> Iterator[str]:
    """The figures of each format, of each plan, and the facts on which formats disagree."""
    facts = different_facts(read)
    for format, away in differences(read).items():
        number_of = sum(len(found) for (_, name), found in facts.items() if name == format)
        line = mission_line(mission_of([one.sections for one in _of(read, format)]))
        yield f"{format:6} {away:+.3f}  {number_of:3} facts differ  {line}"
    for one in read:
        outcome = f"{one.outcome.outcome} {one.outcome.message}".strip()
        yield f"  {one.case}.{one.format}  {number(mission([one]))}  {outcome}"
        yield from facts[one.case, one.format]


def main(argv: Sequence[str] | None = None) -> int:
    """Lay out, read and compare; nothing to do without labelled text plans."""
    given = _parser().parse_args(argv)
    sets = SETS if given.set == "all" else [given.set]
    cases = find_cases(sets=sets, formats=[PLAIN])
    cases = [one for one in cases if not given.names or any(n in one.name for n in given.names)]
    if not cases:
        print("no labelled text plans beside the checkout")
        return 0
    formats = list(dict.fromkeys([PLAIN, *given.formats.split(",")]))
    with TemporaryDirectory() as folder:
        read = list(readings(cases, formats, Path(folder)))
    print(*lines(read), sep="\n")
    far = any(abs(away) > TOLERANCE for away in differences(read).values())
    return int(far or sum(map(len, different_facts(read).values())) > given.most)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation.render_check")
    parser.add_argument("names", nargs="*", help="plans, by a part of their names; without: all")
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--set", choices=(*SETS, "all"), default="shared")
    parser.add_argument("--most", type=int, default=0, help="facts that may differ in all")
    return parser


if __name__ == "__main__":
    sys.exit(main())
