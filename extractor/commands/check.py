"""`kehoach check`: what a careful auditor flags in plans.

In: documents or records. Out: findings as a table, as JSON (`schemas/findings.schema.json`) or as
SARIF 2.1.0. The exit code is not 0 where something at least as grave as `--fail-on` was found.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.commands.ending import Exit, exit_code, guarded, line_for, say
from extractor.commands.inputs import DOCUMENTS, RECORDS, Input
from extractor.commands.search import expand
from extractor.commands.writing import write
from extractor.errors import KehoachError

if TYPE_CHECKING:
    from extractor.checks.report import Checked

_WIDE = 170  # columns of a table that goes to a file
_GRAVE: dict[str, tuple[str, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "note": ("error", "warning", "note"),
    "never": (),
}
_SAID = {"error": "lỗi", "warning": "cảnh báo", "note": "lưu ý"}
_COLUMNS = ("Mức", "Quy tắc", "Điều thấy", "Trích đoạn", "Chỗ", "Cơ sở")


@click.command(short_help="Soát kế hoạch như kiểm tra viên. / What an auditor flags in plans.")
@click.argument("plans", nargs=-1, required=True, metavar="PLAN...")
@click.option(
    "--format", "format_", type=click.Choice(["table", "json", "sarif"]), default="table",
    show_default=True, help="Dạng kết quả. / Form of the result.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi vào tệp. / Write to a file.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]), default="warning",
    show_default=True,
    help="Từ mức nào thì kết thúc với mã 6. / From which severity on to end with code 6.",
)  # fmt: skip
@click.pass_context
def check(
    context: click.Context, plans: tuple[str, ...], format_: str, output: Path | None, fail_on: str
) -> None:
    """Soát kế hoạch (văn bản hoặc bản ghi): thể thức, căn cứ, chỉ tiêu, thời gian, phân công.

    Check plans, documents or records: form, legal bases, targets, times, duties, awards.
    """
    inputs = expand(plans, (*DOCUMENTS, *RECORDS))
    for line in (*inputs.problems, *inputs.notices):
        say(line)
    codes = {Exit.UNREADABLE} if inputs.problems else {Exit.OK}
    checked = [one for item in inputs.files if (one := _checked(item, codes, context))]
    with guarded(str(output or "stdout"), context):
        write(context, output, _shown(checked, format_).encode())
    if any(placed.finding.severity in _GRAVE[fail_on] for p in checked for placed in p.findings):
        codes.add(Exit.FINDINGS)
    context.exit(max(codes))


def _checked(item: Input, codes: set[Exit], context: click.Context) -> Checked | None:
    from extractor.checks import check_plan
    from extractor.checks.report import Checked
    from extractor.commands.regions import Regions

    try:
        loaded = _loaded(item)
        regions = Regions(loaded, item)
        found = tuple(regions.placed(finding) for finding in check_plan(loaded.plan))
        return Checked(item.label, loaded.plan.text_sha256, found)
    except KehoachError as error:
        codes.add(exit_code(error))
        say(line_for(item.label, error))
    except Exception as error:
        if context.find_root().obj:
            raise
        codes.add(exit_code(error))
        say(line_for(item.label, error))
    return None


def _loaded(item: Input) -> Any:
    from extractor.commands.loading import Loaded, load_plan

    if item.member is None:
        return load_plan(item.word)
    from extractor import pipeline

    document = pipeline.read(item.load(), name=item.name)
    return Loaded(pipeline.extract(document), document)


def _shown(checked: Sequence[Checked], format_: str) -> str:
    if format_ == "table":
        return _table(checked)
    from importlib.metadata import version

    from extractor.checks import RULES
    from extractor.checks.report import report
    from extractor.checks.sarif import sarif

    make = sarif if format_ == "sarif" else report
    return json.dumps(make(checked, RULES, version("kehoach")), ensure_ascii=False, indent=2) + "\n"


def _table(checked: Sequence[Checked]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    stream = StringIO()
    width = Console().width if sys.stdout.isatty() else _WIDE
    console = Console(file=stream, highlight=False, width=width)
    for plan in checked:
        said = ", ".join(f"{n} {_SAID[s]}" for s, n in plan.counts().items() if n) or "không có gì"
        table = Table(
            title=f"{plan.name}: {said}", title_justify="left", expand=True, show_lines=True
        )
        for column, ratio in zip(_COLUMNS, (None, None, 5, 4, None, 4), strict=True):
            table.add_column(column, ratio=ratio, overflow="fold")
        for row in plan.findings:
            f = row.finding
            cells = (_SAID[f.severity], f.rule.id, f.message, f.quote, row.place, f.rule.rests_on)
            table.add_row(*(Text(cell) for cell in cells))
        console.print(table if plan.findings else Text(f"{plan.name}: {said}"))
    return stream.getvalue()
