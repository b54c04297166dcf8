"""A bar on stderr while a person waits, and nothing at all for scripts.

In: how many files. Out: a `Watch` that counts them; lines said through it do not break the bar.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from extractor.commands.ending import say


@dataclass(frozen=True, slots=True)
class Watch:
    """Count one file done; say a line."""

    advance: Callable[[], None]
    say: Callable[[str], None]


@contextmanager
def watched(total: int) -> Iterator[Watch]:
    """A bar over `total` files when stderr is a terminal and there is more than one file."""
    if total < 2 or not sys.stderr.isatty():
        yield Watch(lambda: None, say)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("Đang đọc"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=total)
        yield Watch(
            lambda: bar.advance(task),
            lambda line: console.print(line, markup=False, highlight=False, soft_wrap=True),
        )
