"""Wrong usage, told in Vietnamese: what click says in English, and where the help is.

In: click's UsageError. Out: `Sai cách dùng: không có tùy chọn «--foo». Xem: kehoach extract
--help`.
"""

from __future__ import annotations

import click


def told(error: click.UsageError) -> str:
    """One line for a clerk who typed something that the command does not know."""
    command = error.ctx.command_path if error.ctx else "kehoach"
    return f"Sai cách dùng: {_what(error)} Xem: {command} --help"


def _what(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"không có tùy chọn «{error.option_name}»."
    if isinstance(error, click.MissingParameter):
        hint = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return f"thiếu {hint or 'tham số'}."
    if isinstance(error, click.BadParameter):
        named = error.param.opts[0] if error.param else "tham số"
        return f"giá trị của {named} không hợp lệ ({error.message.rstrip('.')})."
    if error.message.startswith("No such command"):
        return f"không có lệnh {error.message.removeprefix('No such command ').rstrip('.')}."
    return error.message
