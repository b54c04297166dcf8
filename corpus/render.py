"""Writes the printings of the sample plans: `python -m corpus.render [NAME …]`.

For each folder that has a `source.yml`: plan.txt, plan.docx and plan.pdf beside it; without names,
for all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.layout import Sheet
from corpus.render_docx import render_docx
from corpus.render_pdf import render_pdf
from corpus.render_txt import render_txt
from corpus.source import load, sheet

HERE = Path(__file__).parent


def names() -> list[str]:
    """The sample plans, in the order of their names."""
    return sorted(path.parent.name for path in HERE.glob("*/source.yml"))


def sheet_of(name: str) -> Sheet:
    """The layout of the sample plan `name`."""
    return sheet(load(HERE / name / "source.yml"))


def printings(name: str) -> Iterator[tuple[str, bytes]]:
    """The three files of a sample plan: file name and bytes."""
    laid_out = sheet_of(name)
    yield "plan.txt", render_txt(laid_out).encode()
    yield "plan.docx", render_docx(laid_out)
    yield "plan.pdf", render_pdf(laid_out)


def main(arguments: Sequence[str]) -> None:
    """Write the files of the named plans, or of all."""
    for name in arguments or names():
        for file, data in printings(name):
            (HERE / name / file).write_bytes(data)
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
