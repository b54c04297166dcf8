"""Whether a plan reads the same as text, as a Word file and as a PDF.

The labelled text plans beside the checkout are laid out by our own renderer into a temporary folder
and read in each format. `python -m evaluation.render_check` prints each format's mission figure,
how far it is from the text's, and the facts that only one format gets right. Exit code 1 beyond the
tolerance.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.cases import Case, find_cases
from evaluation.facts import describe, marked
from evaluation.judge import Judged, judge
from evaluation.match import Record
from evaluation.policy import POLICY
from evaluation.predict import Outcome, Read, attempt, read_record
from evaluation.score import mission_of
from evaluation.show import mission_line, number

TOLERANCE = 0.01
FORMATS = ("txt", "docx", "pdf")
Render = Callable[[str], tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One plan in one format: how the reading ended and what became of each section."""

    name: str
    format: str
    outcome: Outcome
    sections: dict[str, Judged]


def readings(
    cases: Sequence[Case], folder: Path, render: Render, read: Read = read_record
) -> Iterator[Reading]:
    """Every text plan in each format, read from `folder`."""
    for case in cases:
        gold = json.loads(case.gold.read_text(encoding="utf-8"))
        for path in _lay_out(case, folder, render):
            outcome, data = attempt(path, read)
            found = json.loads(data) if data else None
            yield Reading(case.name, path.suffix[1:], outcome, judge(gold, found))


def _lay_out(case: Case, folder: Path, render: Render) -> list[Path]:
    text = case.source.read_text(encoding="utf-8")
    word, pdf = render(text)
    paths = [folder / f"{case.name}.{format}" for format in FORMATS]
    for path, data in zip(paths, (case.source.read_bytes(), word, pdf), strict=True):
        path.write_bytes(data)
    return paths


def differences(read: Sequence[Reading]) -> dict[str, float]:
    """How far each format's mission figure is from the text's, text first (0.0)."""
    figures = {name: mission_of(_sections(read, name)).f1 or 0.0 for name in FORMATS}
    return {name: figure - figures["txt"] for name, figure in figures.items()}


def _sections(read: Sequence[Reading], format: str) -> list[Mapping[str, Judged]]:
    return [one.sections for one in read if one.format == format]


def lines(read: Sequence[Reading]) -> Iterator[str]:
    """The figures of each format, of each plan, and the facts on which formats disagree."""
    for format, away in differences(read).items():
        yield f"{format:5} {away:+.3f}  {mission_line(mission_of(_sections(read, format)))}"
    plain = {one.name: one for one in read if one.format == "txt"}
    for one in read:
        figure = number(mission_of([one.sections]).f1)
        yield f"  {one.name}.{one.format}  {figure}  {one.outcome.outcome} {one.outcome.message}"
        yield from _disagreements(plain[one.name], one)


def _disagreements(plain: Reading, other: Reading) -> Iterator[str]:
    for section in (name for name, one in POLICY.sections.items() if one.shown):
        text, laid_out = _right(plain, section), _right(other, section)
        for key in text.keys() - laid_out.keys():
            yield f"    only txt   {section}: {describe(section, text[key])}"
        for key in laid_out.keys() - text.keys():
            yield f"    only {other.format:5} {section}: {describe(section, laid_out[key])}"


def _right(one: Reading, section: str) -> dict[str, Record]:
    return marked(one.name, section, one.sections[section]).right


def main(argv: Sequence[str] | None = None) -> int:
    """Lay out, read and compare; nothing to do without labelled text plans."""
    # Imported here: the renderer needs libraries that the rest of this package does not.
    from corpus.layout_text import render_text_file

    argparse.ArgumentParser(prog="python -m evaluation.render_check").parse_args(argv)
    cases = find_cases(sets=["shared"], formats=["txt"])
    if not cases:
        print("no labelled text plans beside the checkout")
        return 0
    with TemporaryDirectory() as folder:
        read = list(readings(cases, Path(folder), render_text_file))
    print(*lines(read), sep="\n")
    return int(any(abs(away) > TOLERANCE for away in differences(read).values()))


if __name__ == "__main__":
    sys.exit(main())
