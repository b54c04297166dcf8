"""The option `--limit`: bounds for one file, from the environment and the command line.

In: `KEHOACH_LIMITS="seconds=60 pages=200"` and `--limit seconds=900`. Out: `Limits(seconds=900,
pages=200)`.
"""

from __future__ import annotations

import os

import click

from extractor.reading.limits import Limits, parsed

VARIABLE = "KEHOACH_LIMITS"


def from_environment() -> Limits:
    """The limits that the environment sets. Raises click.UsageError."""
    return _parsed(os.environ.get(VARIABLE, "").split(), VARIABLE)


def _parsed(words: list[str], where: str, base: Limits | None = None) -> Limits:
    try:
        return parsed(words, base or Limits())
    except ValueError as error:
        raise click.UsageError(
            f"{where}: «{error}» không phải giới hạn (ví dụ: seconds=60, memory_bytes=4GB)."
        ) from error


def _read(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> Limits:
    return _parsed(list(words), "--limit", from_environment())


limit_option = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_read,
    help="Đổi một giới hạn an toàn, ví dụ seconds=900. / Change a safety limit.",
)
