"""Where one result goes: a file that appears whole, or standard output.

In: bytes, and a path or None. Out: nothing; what cannot be written costs one line and the exit code
that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from extractor.commands.ending import Exit, say, unwritable
from extractor.commands.output import atomic, standard_output


def write(context: click.Context, output: Path | None, data: bytes) -> None:
    """`data` to the file `output`, or to standard output."""
    with writing(context, output):
        if output is None:
            with standard_output() as put:
                put(data)
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        with atomic(output) as handle:
            handle.write(data)


@contextmanager
def writing(context: click.Context, output: Path | None) -> Iterator[None]:
    """Turn what goes wrong with writing to `output` into one line and an exit code."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        say(unwritable(output, error))
        context.exit(Exit.UNWRITABLE)
