"""`kehoach compare`: plans held against one plan.

In: plan A, of the higher level or the earlier one, and plans B; documents or records. Out: what B
drops, weakens, puts off or cites wrongly, and everything side by side.
"""

from __future__ import annotations

from pathlib import Path

import click

from extractor.commands.delivery import deliver, format_options, printed
from extractor.commands.ending import guarded
from extractor.commands.plans import load_one, load_plans, need


@click.command(short_help="So các kế hoạch với một kế hoạch. / Hold plans against one plan.")
@click.argument("first", metavar="A")
@click.argument("others", nargs=-1, required=True, metavar="B...")
@format_options(("table", "json", "html", "xlsx"))
@click.pass_context
def compare(
    context: click.Context,
    first: str,
    others: tuple[str, ...],
    format_: str | None,
    output: Path | None,
) -> None:
    """So từng kế hoạch B với kế hoạch A (cấp trên hoặc có trước); mỗi tệp là văn bản hoặc bản ghi.

    Hold each plan B against plan A (of the higher level, or the earlier one); each is a document or
    a record. JSON of several B is a list.
    """
    with guarded(first, context):
        a = load_one(first).plan
    plans, code = load_plans(others)
    need(1, plans)
    with guarded(first, context):
        from extractor.compare.codec import to_json
        from extractor.compare.compare import compare as compared_plans
        from extractor.compare.comparison_page import comparison_page, sheets, summary_line
        from extractor.compare.workbook import workbook

        made = [(compared_plans(a, named.plan), a, named.plan) for named in plans]
        records = [comparison for comparison, _, _ in made]

        def table() -> bytes:
            parts = ((sheets([one]), [summary_line(one[0])]) for one in made)
            return b"".join(printed(*part, to_file=output is not None) for part in parts)

        makers = {
            "table": table,
            "json": lambda: to_json(records[0] if len(records) == 1 else records),
            "html": lambda: comparison_page(made),
            "xlsx": lambda: workbook(sheets(made)),
        }
        deliver(context, format_, output, makers)
    context.exit(code)
