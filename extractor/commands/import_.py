"""`kehoach import`: a workbook or a Label Studio export that a person corrected, back to a record.

In: the corrected file and the record that it was exported from. Out: the new record, and beside it
`NAME.thay-doi.json`: what changed (path, from, to), what was not taken over and why, and who.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.commands.ending import guarded, say
from extractor.commands.loading import load_bytes
from extractor.commands.writing import write

if TYPE_CHECKING:
    from extractor.corrections.model import Corrected

_TOLD = 20  # refusals told one by one; the list of changes holds them all


@click.command("import", short_help="Nhận bản đã sửa. / Take back what was corrected.")
@click.argument("file", metavar="FILE")
@click.option("--record", required=True, metavar="RECORD", help="Bản ghi gốc. / The record.")
@click.option(
    "-o", "--output", required=True, metavar="NEW", type=click.Path(dir_okay=False, path_type=Path),
    help="Bản ghi mới. / The new record.",
)  # fmt: skip
@click.option("--by", metavar="NAME", help="Người sửa. / Who corrected it.")
@click.pass_context
def import_(context: click.Context, file: str, record: str, output: Path, by: str | None) -> None:
    """Nhận lại sổ tính .xlsx hoặc tệp JSON của Label Studio đã sửa, thành bản ghi mới.

    Take a corrected workbook or Label Studio export back as a new record.
    """
    with guarded(file, context):
        from extractor.plan.codec import encode
        from extractor.plan.validate import ensure

        made = _corrected(load_bytes(file), _record(load_bytes(record)))
        ensure(made.record)
        write(context, output, encode(made.record))
        write(context, output.with_suffix(".thay-doi.json"), _told(made, by))
        say(f"Đã nhận {len(made.changes)} thay đổi; {len(made.refused)} chỗ không nhận.")
        for one in made.refused[:_TOLD]:
            say(f"Không nhận {one}.")


def _record(data: bytes) -> dict[str, Any]:
    from extractor.plan.codec import decode, to_record
    from extractor.plan.facts import facts_from_record
    from extractor.plan.validate import ensure

    record = decode(data.removeprefix(b"\xef\xbb\xbf"))
    ensure(record)
    return to_record(facts_from_record(record))


def _corrected(data: bytes, record: dict[str, Any]) -> Corrected:
    if data[:4] == b"PK\x03\x04":
        from extractor.corrections.apply import apply_book
        from extractor.corrections.workbook import read_book

        return apply_book(record, read_book(data))
    from extractor.corrections.label_studio import apply_annotations

    return apply_annotations(record, data)


def _told(made: Corrected, by: str | None) -> bytes:
    told = {
        "by": by or made.by,
        "changes": [
            {"path": one.path, "from": one.before, "to": one.after} for one in made.changes
        ],
        "refused": [{"where": one.where, "why": one.why} for one in made.refused],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
