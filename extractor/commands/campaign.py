"""`kehoach campaign`: the start of a tracker's campaign, from one plan.

In: a record or a document. Out: JSON or YAML by `schemas/campaign.schema.json`; how many things are
left for a person to decide is said on standard error.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.begin import begin
from extractor.commands.ending import guarded, say
from extractor.commands.loading import load_plan
from extractor.commands.writing import write

if TYPE_CHECKING:
    from extractor.campaign.codec import Format

_SUFFIXES: dict[str, Format] = {".yml": "yaml", ".yaml": "yaml"}


@click.command(short_help="Khởi tạo chiến dịch theo dõi. / Start a tracker's campaign.")
@click.argument("record", metavar="RECORD")
@click.option(
    "--format", "form", type=click.Choice(["json", "yaml"]),
    help="Dạng ghi; không nêu thì theo đuôi tệp -o, hoặc json. / By -o's suffix, else json.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Tệp ghi ra. / File to write.",
)  # fmt: skip
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="Tính các ngày kế tiếp sau ngày này; mặc định là ngày của kế hoạch. "
    "/ Next days after this one; the plan's own date by default.",
)  # fmt: skip
@click.pass_context
def campaign(
    context: click.Context,
    record: str,
    form: Format | None,
    output: Path | None,
    as_of: datetime | None,
) -> None:
    """Tạo khởi đầu của một chiến dịch theo dõi; RECORD là bản ghi JSON hoặc văn bản.

    Make the start of a tracker's campaign; RECORD is a JSON record or a document.
    """
    with guarded(record, context):
        chosen = form or _SUFFIXES.get(output.suffix.lower() if output else "", "json")
        data, open_ends = _made(record, as_of.date() if as_of else None, chosen)
        write(context, output, data)
        if open_ends:
            say(f"Còn {open_ends} điều kế hoạch để ngỏ, xem mục «to_decide».")


def _made(word: str, as_of: date | None, form: Format) -> tuple[bytes, int]:
    from extractor.campaign.codec import to_builtins, to_bytes
    from extractor.campaign.schema import ensure_campaign

    made = begin(load_plan(word).plan, as_of)
    ensure_campaign(to_builtins(made))
    return to_bytes(made, form), len(made.to_decide)
