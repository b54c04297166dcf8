"""Tables of the measurements kept under `docs/`.

`table(["set", "F1"], [["corpus", "0.950"]])` gives the lines of one Markdown table, the columns
behind the first aligned to the right, but for those named in `words`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], words: Collection[str] = ()
) -> Iterator[str]:
    """The lines of a table."""
    yield _row(heads)
    yield _row(["---", *("---" if head in words else "---:" for head in heads[1:])])
    yield from (_row(row) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def made_by(step: str) -> str:
    """The line that says when and how a page was made."""
    return f"Made on {date.today().isoformat()} by `python -m evaluation {step}`."


def write(path: Path, lines: Iterable[str]) -> None:
    """Write a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"written: {path}")
