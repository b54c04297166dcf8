"""The command `kehoach`: one verb a module of `extractor.commands`, each loading only what it
needs.

`kehoach extract ke-hoach.docx -o out` writes `out/ke-hoach.json`. Exit codes: `commands.ending`.
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

import click

from extractor.commands.campaign import campaign
from extractor.commands.cascade import cascade
from extractor.commands.check import check
from extractor.commands.compare import compare
from extractor.commands.doctor import doctor
from extractor.commands.ending import Exit
from extractor.commands.explain import explain
from extractor.commands.export import export
from extractor.commands.extract import extract
from extractor.commands.import_ import import_
from extractor.commands.limit import from_environment
from extractor.commands.matrix import matrix
from extractor.commands.outline import outline
from extractor.commands.summary import summary
from extractor.commands.usage import told
from extractor.commands.validate import validate
from extractor.reading.limits import confine, using


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kehoach", message="kehoach %(version)s")
@click.option("--debug", is_flag=True, help="Hiện chi tiết lỗi. / Show tracebacks.")
@click.pass_context
def app(context: click.Context, debug: bool) -> None:
    """Đọc kế hoạch đã ban hành thành bản ghi có trích dẫn. / Read issued plans into records."""
    context.obj = debug
    if not debug:
        _quieten()


_COMMANDS = (
    extract, summary, explain, outline, check, validate, compare, matrix, cascade, campaign,
    export, import_, doctor,
)  # fmt: skip
for _command in _COMMANDS:
    app.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    _speak_utf8()
    try:
        limits = from_environment()
        confine(limits)
        with using(limits):
            code = app.main(args=arguments, prog_name="kehoach", standalone_mode=False)
    except click.UsageError as error:
        click.echo(told(error), err=True)
        code = Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng.", err=True)
        code = Exit.INTERRUPTED
    sys.exit(code or Exit.OK)


def _quieten() -> None:
    # Libraries' remarks on fonts and the like are no messages for a clerk.
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())


def _speak_utf8() -> None:
    # Whatever the console says it can show; names of files may hold bytes that are no UTF-8 at all.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
