"""`kehoach matrix`: indicators by plans.

In: plans, as documents, records, folders or files of records. Out: who has which target at which
threshold; gaps and outliers are marked.
"""

from __future__ import annotations

from pathlib import Path

import click

from extractor.commands.delivery import deliver, format_options, printed
from extractor.commands.ending import guarded
from extractor.commands.plans import load_plans, need


@click.command(short_help="Chỉ tiêu theo từng kế hoạch. / Indicators by plans.")
@click.argument("paths", nargs=-1, required=True, metavar="PLAN...")
@format_options(("table", "html", "xlsx", "csv", "json"))
@click.pass_context
def matrix(
    context: click.Context, paths: tuple[str, ...], format_: str | None, output: Path | None
) -> None:
    """Đặt chỉ tiêu của nhiều kế hoạch cạnh nhau; PLAN là văn bản, bản ghi hoặc thư mục.

    Put the targets of many plans side by side; each path is a document, a record or a folder.
    """
    plans, code = load_plans(paths)
    need(2, plans)
    with guarded(paths[0], context):
        from extractor.compare.codec import to_json
        from extractor.compare.matrix import matrix as made_of
        from extractor.compare.matrix_page import wide_page
        from extractor.compare.show_matrix import csv_of, legend, long, narrow, wide
        from extractor.compare.workbook import workbook

        listed = [named.plan for named in plans]
        made = made_of(listed)
        makers = {
            "table": lambda: printed([narrow(made)], to_file=output is not None),
            "html": lambda: wide_page("Ma trận chỉ tiêu", [legend(made)], wide(made)),
            "xlsx": lambda: workbook([wide(made), long(made, listed)]),
            "csv": lambda: csv_of(wide(made)),
            "json": lambda: to_json(made),
        }
        deliver(context, format_, output, makers)
    context.exit(code)
