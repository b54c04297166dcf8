"""Where a view of plans goes: a file that appears whole, or standard output.

In: the format asked for, the file of -o, and how to make each format. Out: bytes written.
`-o so-sanh.html` alone asks for HTML; `--format` wins over the file's name.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from extractor.commands.writing import write
from extractor.compare.tables import Table, Tone

Maker = Callable[[], bytes]
_WIDE = 170  # columns of a table that goes to a file
_STYLES: dict[Tone, str] = {
    "bad": "red", "warn": "yellow", "good": "green", "mute": "dim", "head": "bold", "": "",
}  # fmt: skip
_BINARY = ("xlsx",)


def format_options(formats: Sequence[str]) -> Callable[[Any], Any]:
    """The options --format and -o of a command that can show `formats`, the first by default."""

    def decorate(command: Any) -> Any:
        command = click.option(
            "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
            help="Tệp ghi ra; không có thì ra đầu ra chuẩn. / File; else standard output.",
        )(command)  # fmt: skip
        return click.option(
            "--format", "format_", type=click.Choice(list(formats)),
            help="Dạng kết quả; mặc định theo đuôi tệp của -o. / Form; by default as -o ends.",
        )(command)  # fmt: skip

    return decorate


def deliver(
    context: click.Context, format_: str | None, output: Path | None, makers: Mapping[str, Maker]
) -> None:
    """Make the format that was asked for, and write it."""
    chosen = format_ or _by_name(output, makers)
    if output is None and chosen in _BINARY and sys.stdout.isatty():
        raise click.UsageError("Sổ tính không hiện được trên màn hình; hãy dùng -o TEN.xlsx.")
    write(context, output, makers[chosen]())


def _by_name(output: Path | None, makers: Mapping[str, Maker]) -> str:
    suffix = output.suffix.lstrip(".").casefold() if output else ""
    return suffix if suffix in makers else next(iter(makers))


def printed(tables: Sequence[Table], lead: Sequence[str] = (), *, to_file: bool) -> bytes:
    """The tables as text for a terminal, coloured only where one shows them."""
    from rich.console import Console
    from rich.table import Table as Drawn
    from rich.text import Text

    colours = sys.stdout.isatty() and not to_file
    width = None if colours else _WIDE
    buffer = io.StringIO()
    console = Console(
        file=buffer, highlight=False, width=width or Console().width, force_terminal=colours
    )
    for line in lead:
        console.print(Text(line))
    for table in tables:
        if not table.rows:
            console.print(Text(f"{table.title}: {table.empty}\n"))
            continue
        drawn = Drawn(title=f"{table.title} ({len(table.rows)})", title_justify="left",
                      expand=True, show_lines=True)  # fmt: skip
        shares = table.shares or (1,) * len(table.columns)
        for column, share in zip(table.columns, shares, strict=True):
            drawn.add_column(column, ratio=share, overflow="fold")
        for cells in table.rows:
            drawn.add_row(*(Text(cell.text, style=_STYLES[cell.tone]) for cell in cells))
        console.print(drawn)
        if table.intro:
            console.print(Text(f"{table.intro}\n"))
    return buffer.getvalue().encode("utf-8", "replace")
