"""`kehoach export`: a plan in the form of another program.

In: a record or a document, and a form. Out: one file, or a folder. What the form cannot hold is
told on standard error, and in a folder also in `khong-chuyen-duoc.md`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.begin import begin
from extractor.commands.ending import guarded, say
from extractor.commands.loading import load_plan
from extractor.commands.output import atomic
from extractor.commands.writing import write, writing
from extractor.export.formats import FORMS, NAMES, REPORT, exporter, report

if TYPE_CHECKING:
    from extractor.export.model import Export

_TOLD = 5  # losses told one by one where a file holds them all


@click.command(short_help="Xuất sang dạng khác. / Export into another form.")
@click.argument("record", metavar="RECORD")
@click.option("--to", "form", required=True, type=click.Choice(NAMES), help="Dạng xuất. / Form.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PATH",
    help="Tệp, hoặc thư mục cho dạng nhiều tệp. / File, or folder for forms of several files.",
)  # fmt: skip
@click.pass_context
def export(context: click.Context, record: str, form: str, output: Path | None) -> None:
    """Xuất một kế hoạch sang dạng của chương trình khác; RECORD là bản ghi JSON hoặc văn bản.

    Export one plan into the form of another program; RECORD is a JSON record or a document.
    """
    folder = FORMS[form].folder or (output is not None and _is_folder(output))
    if FORMS[form].folder and output is None:
        raise click.UsageError(f"{form} gồm nhiều tệp: hãy thêm -o THƯ_MỤC.", ctx=context)
    if FORMS[form].folder and output is not None and output.is_file():
        raise click.UsageError("-o phải là thư mục; ở đó đang có một tệp.", ctx=context)
    with guarded(record, context):
        made = _made(record, form)
        if folder and output is not None:
            _write_folder(context, output, form, made)
        else:
            write(context, output, made.main)
        _tell(made, output if folder else None)


def _is_folder(output: Path) -> bool:
    """A folder that is there, or a name without a suffix."""
    return output.is_dir() or (not output.suffix and not output.exists())


def _made(word: str, form: str) -> Export:
    from extractor.export.model import Subject

    plan = load_plan(word).plan
    return exporter(form)(Subject(plan, begin(plan)))


def _write_folder(context: click.Context, folder: Path, form: str, made: Export) -> None:
    with writing(context, folder):
        files = dict(made.files)
        if made.lost:
            files[REPORT] = report(form, made.lost)
        for name, data in files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with atomic(place) as handle:
                handle.write(data)
        if not made.lost:  # of an earlier call
            (folder / REPORT).unlink(missing_ok=True)


def _tell(made: Export, folder: Path | None) -> None:
    told = made.lost if folder is None else made.lost[:_TOLD]
    for one in told:
        say(f"Không chuyển được {one}.")
    if folder is not None and len(made.lost) > len(told):
        say(f"… và {len(made.lost) - len(told)} điều nữa, xem «{folder / REPORT}».")
