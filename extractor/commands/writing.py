"""Where one result goes: a file that appears whole, or standard output.

In: bytes, and a path or None. Out: nothing; what cannot be written costs one line and the exit code
that says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from extractor.commands.ending import Exit, say
from extractor.commands.output import atomic


def write(context: click.Context, output: Path | None, data: bytes) -> None:
    """`data` to the file `output`, or to standard output."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with writing(context, output):
        output.parent.mkdir(parents=True, exist_ok=True)
        with atomic(output) as handle:
            handle.write(data)


@contextmanager
def writing(context: click.Context, output: Path) -> Iterator[None]:
    """Turn what goes wrong with writing to `output` into one line and an exit code."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"Không ghi được «{output}»: {error.strerror or error}. Hãy chọn chỗ ghi khác.")
        context.exit(Exit.UNWRITABLE)
