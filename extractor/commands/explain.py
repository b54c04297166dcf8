"""`kehoach explain`: each fact with its quote, its place and the rule that read it.

In: a document or a record. Out: a table a section, for the person who checks a record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from extractor.commands import unused
from extractor.commands.ending import guarded
from extractor.commands.listing import HEADINGS, listings
from extractor.commands.loading import Loaded, load_plan
from extractor.commands.phrase import phrase
from extractor.commands.places import place
from extractor.plan.absence import absence, coverage_of
from extractor.plan.facts import placed
from extractor.plan.model import Evidence, Source

if TYPE_CHECKING:
    from rich.console import Console

Row = tuple[str, str, str, str, str]
_COLUMNS = ("Mã", "Dữ kiện", "Trích đoạn", "Chỗ", "Quy tắc")
_SHARES = (None, 5, 5, None, None)
_WIDE = 150  # columns of a table that goes to a file
_SECTIONS = ("document", *HEADINGS, "warnings")


@click.command(short_help="Mỗi dữ kiện: trích đoạn, chỗ, quy tắc. / Facts with quote, place, rule.")
@click.argument("path", metavar="PATH")
@click.option(
    "--section", "sections", multiple=True, type=click.Choice(_SECTIONS),
    help="Chỉ một mục; dùng nhiều lần được. / One section; may be repeated.",
)  # fmt: skip
@click.option(
    "--unused", "only_unused", is_flag=True,
    help="Chỉ những chỗ đã đọc mà chưa thành dữ kiện. / Only what no fact uses.",
)  # fmt: skip
@click.pass_context
def explain(
    context: click.Context, path: str, sections: tuple[str, ...], only_unused: bool
) -> None:
    """Cho thấy từng dữ kiện được đọc ở đâu, bằng quy tắc nào; PATH là văn bản hoặc bản ghi JSON.

    Show where and by which rule each fact was read; PATH is a document or a JSON record.
    """
    with guarded(path, context):
        loaded = load_plan(path)
        console = _console()
        if only_unused:
            _print(console, unused.HEADING, _unused(loaded), unused.COLUMNS)
            return
        for section, heading, rows in _tables(loaded):
            if section in (sections or _SECTIONS):
                _print(console, heading, rows, empty=absence(coverage_of(loaded.plan, section)))


def _tables(loaded: Loaded) -> Iterator[tuple[str, str, list[Row]]]:
    yield "document", "Văn bản", _document(loaded)
    for listing in listings(loaded.plan):
        rows = [
            (f.id, phrase(f), f.source.text, _place(loaded, f.source), _rule(f.rule, f.confidence))
            for f in listing.facts
        ]
        yield listing.section, listing.heading, rows
    yield "warnings", "Cảnh báo", _warnings(loaded)


def _unused(loaded: Loaded) -> list[Row]:
    if loaded.document is None:
        raise click.UsageError("--unused cần chính văn bản, bản ghi không đủ để tìm.")
    return unused.rows(loaded.document, loaded.plan)


def _document(loaded: Loaded) -> list[Row]:
    found = {**loaded.plan.document.evidence, **_award_evidence(loaded)}
    return [
        (
            name,
            _value(loaded, name),
            e.source.text,
            _place(loaded, e.source),
            _rule(e.rule, e.confidence),
        )
        for name, e in found.items()
    ]


def _award_evidence(loaded: Loaded) -> dict[str, Evidence]:
    return {f"awards.{name}": e for name, e in loaded.plan.awards.evidence.items()}


def _value(loaded: Loaded, name: str) -> str:
    node: object = loaded.plan if name.startswith("awards.") else loaded.plan.document
    for step in name.split("."):
        node = node[int(step)] if isinstance(node, tuple) else getattr(node, step, "")
    return "; ".join(node) if isinstance(node, tuple) else str(node or "")


def _warnings(loaded: Loaded) -> list[Row]:
    return [
        (w.code, w.message, w.source.text if w.source else "", _place(loaded, w.source), "")
        for w in loaded.plan.warnings
    ]


def _place(loaded: Loaded, source: Source | None) -> str:
    if not placed(loaded.plan):
        return ""
    return place(source, loaded.plan.text, loaded.document)


def _rule(name: str, confidence: float) -> str:
    return f"{name} ({confidence:.0%})" if name else ""


def _console() -> Console:
    from rich.console import Console

    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDE)


def _print(
    console: Console,
    heading: str,
    rows: list[Row],
    columns: Row = _COLUMNS,
    empty: str = "không có",
) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(
        title=f"{heading} ({len(rows)})", title_justify="left", expand=True, show_lines=True
    )
    for column, ratio in zip(columns, _SHARES, strict=True):
        table.add_column(column, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table if rows else Text(f"{heading}: {empty}\n"))
