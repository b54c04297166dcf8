"""`kehoach cascade`: a plan and the plans below it.

In: the parent and its children, as documents or records. Out: which target of the parent is taken
up by whom, dropped, weakened or put off, who cites the parent wrongly, which duty nobody takes up.
"""

from __future__ import annotations

from pathlib import Path

import click

from extractor.commands.delivery import deliver, format_options, printed
from extractor.commands.ending import guarded
from extractor.commands.plans import load_one, load_plans, need


@click.command(short_help="Kế hoạch cấp trên đến từng nơi. / What of a plan reaches whom.")
@click.argument("parent", metavar="PARENT")
@click.argument("paths", nargs=-1, required=True, metavar="CHILD...")
@format_options(("table", "json", "html", "xlsx"))
@click.pass_context
def cascade(
    context: click.Context,
    parent: str,
    paths: tuple[str, ...],
    format_: str | None,
    output: Path | None,
) -> None:
    """Theo chỉ tiêu và việc giao của kế hoạch PARENT xuống từng kế hoạch CHILD.

    Follow the targets and duties of PARENT down to each CHILD: taken up, dropped, weakened, put
    off, cited wrongly.
    """
    with guarded(parent, context):
        above = load_one(parent).plan
    plans, code = load_plans(paths)
    need(1, plans)
    with guarded(parent, context):
        from extractor.compare.cascade import cascade as made_of
        from extractor.compare.codec import to_json
        from extractor.compare.matrix_page import wide_page
        from extractor.compare.show_cascade import summary, tables
        from extractor.compare.workbook import workbook

        below = [named.plan for named in plans]
        made = made_of(above, below)
        shown = tables(made, above, below)
        found, wide, *rest = shown
        title = f"{made.parent.name}: kế hoạch đến từng nơi"
        makers = {
            "table": lambda: printed(shown, [summary(made)], to_file=output is not None),
            "json": lambda: to_json(made),
            "html": lambda: wide_page(title, [summary(made)], wide, [found, *rest]),
            "xlsx": lambda: workbook(shown),
        }
        deliver(context, format_, output, makers)
    context.exit(code)
