"""`kehoach validate`: does a record hold to the schema, and does every quote stand in its text.

In: records (.json), or files of records (.jsonl). Out: `a.json: hợp lệ`, or a line a fault:
`a.json: $.targets[0].unit: …`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from extractor.commands.ending import Exit, exit_code, line_for, say
from extractor.commands.inputs import RECORDS, Input
from extractor.commands.loading import load_bytes
from extractor.commands.search import expand
from extractor.errors import InvalidRecord, KehoachError


@click.command(short_help="Kiểm tra bản ghi. / Check records.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option("-q", "--quiet", is_flag=True, help="Chỉ nói lỗi. / Say faults only.")
@click.pass_context
def validate(context: click.Context, records: tuple[str, ...], quiet: bool) -> None:
    """Kiểm tra bản ghi theo lược đồ và từng trích đoạn theo văn bản của nó.

    Hold records (.json, .jsonl, folders, «-») to the schema, and every quote to its text.
    """
    inputs = expand(records, RECORDS)
    for line in (*inputs.problems, *inputs.notices):
        say(line)
    codes = {_file(item, quiet) for item in inputs.files}
    if inputs.problems:
        codes.add(Exit.UNREADABLE)
    context.exit(max(codes, default=Exit.OK))


def _file(item: Input, quiet: bool) -> Exit:
    try:
        data = load_bytes(item.word)
        return max([_record(label, record, quiet) for label, record in _records(item.label, data)])
    except KehoachError as error:
        say(line_for(item.label, error))
        return exit_code(error)


def _records(label: str, data: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """The one record of a JSON file, or each line of a JSON Lines file with its number."""
    from extractor.plan.codec import decode

    try:
        whole = decode(data)
    except InvalidRecord:
        rows = data.splitlines()
        if len(rows) < 2 or not all(row.startswith(b"{") and row.endswith(b"}") for row in rows):
            raise
        yield from ((f"{label}:{number}", decode(row)) for number, row in enumerate(rows, 1))
    else:
        yield label, whole


def _record(label: str, record: dict[str, Any], quiet: bool) -> Exit:
    from extractor.plan.validate import check

    faults = check(record)
    for fault in faults:
        click.echo(f"{label}: {fault}")
    if not faults and not quiet:
        click.echo(f"{label}: hợp lệ / valid")
    return Exit.INVALID if faults else Exit.OK
