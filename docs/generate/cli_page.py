"""The page of the command line, from the commands themselves.

In: the click group `kehoach`. Out: Markdown, a section a command with its call, its help in both
languages, and a table of its arguments and options.
"""

from __future__ import annotations

import inspect

import click

HEAD = """# All commands and options

This page is written from the commands (`python -m docs.generate`). What a command is for, with
examples, stands in [The command line](../cli.md).
"""


def cli_page(app: click.Group, name: str = "kehoach") -> str:
    """The whole page."""
    context = click.Context(app, info_name=name, **app.context_settings)
    commands = [app.commands[command] for command in sorted(app.commands)]
    parts = [HEAD, _options(app, context), *(_command(one, context) for one in commands)]
    return "\n".join(parts)


def _command(command: click.Command, above: click.Context) -> str:
    context = click.Context(command, info_name=command.name, parent=above)
    pieces = " ".join(command.collect_usage_pieces(context))
    call = f"    {above.info_name} {command.name} {pieces}\n"
    told = inspect.cleandoc(command.help or "")
    return "\n".join([f"## {command.name}\n", call, f"{told}\n", _options(command, context)])


def _options(command: click.Command, context: click.Context) -> str:
    rows = [
        _row(one, context) for one in command.get_params(context) if isinstance(one, click.Option)
    ]
    return "\n".join(["| option | what it does | unless said |", "| --- | --- | --- |", *rows, ""])


def _row(option: click.Option, context: click.Context) -> str:
    flags = ", ".join(f"`{flag}`" for flag in (*option.opts, *option.secondary_opts))
    takes = "" if option.is_flag or option.count else f" `{option.make_metavar(context)}`"
    cells = (flags + takes, option.help or "", _unless_said(option))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _unless_said(option: click.Option) -> str:
    plain = isinstance(option.default, str | int | float) and not isinstance(option.default, bool)
    return f"`{option.default}`" if plain and not option.is_flag else ""
