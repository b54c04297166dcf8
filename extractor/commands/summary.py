"""`kehoach summary`: what a plan says, on one page, for a person.

In: a document or a record. Out: plain Vietnamese text: bases, targets with thresholds, times,
units, awards, warnings. A section without facts says where they were looked for, and what could
not be read.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from extractor.commands.ending import guarded
from extractor.commands.listing import listings
from extractor.commands.loading import load_plan
from extractor.commands.phrase import phrase
from extractor.plan.absence import absence, coverage_of, unread, unread_anywhere, unstated
from extractor.plan.model import Coverage, Plan
from extractor.plan.words import signed


@click.command(short_help="Tóm tắt một kế hoạch. / Summary of one plan.")
@click.argument("path", metavar="PATH")
@click.pass_context
def summary(context: click.Context, path: str) -> None:
    """Tóm tắt một kế hoạch; PATH là văn bản hoặc bản ghi JSON.

    Summarise one plan; PATH is a document or a JSON record.
    """
    with guarded(path, context):
        for line in lines(load_plan(path).plan):
            click.echo(line)


def lines(plan: Plan) -> Iterator[str]:
    """The summary, line by line."""
    yield from _head(plan)
    for listing in listings(plan):
        if listing.section != "citations":
            facts = [phrase(fact) for fact in listing.facts]
            yield from _list(listing.heading, facts, coverage_of(plan, listing.section))
    funding = [plan.awards.funding] if plan.awards.funding else []
    yield from _list("Khen thưởng: kinh phí", funding, coverage_of(plan, "funding"))
    dossier = list(plan.awards.dossier)
    yield from _list("Khen thưởng: hồ sơ", dossier, coverage_of(plan, "dossier"))
    yield from _list("Cảnh báo", [warning.message for warning in plan.warnings])


def _head(plan: Plan) -> Iterator[str]:
    document, signer = plan.document, plan.document.signer
    named = (document.type or "Văn bản", document.number and f"số {document.number}")
    yield " ".join(filter(None, named))
    for label, value, section in (
        ("Trích yếu", document.title, "title"),
        ("Cơ quan ban hành", document.issuer.name, "issuer"),
        ("Ngày ban hành", document.date, "date"),
        ("Nơi ban hành", document.place, "place"),
        ("Người ký", ", ".join(filter(None, (signer.name, signer.position))) or None, "signer"),
    ):
        yield f"  {label}: {value or unstated(plan.coverage.get(f'document.{section}'))}"
    for signature in plan.signatures:
        yield f"  Chữ ký số: {signed(signature)}"
    missing = unread_anywhere(plan)
    if missing:
        yield f"  Chú ý: {missing}, kết quả dưới đây có thể thiếu"


def _list(heading: str, items: list[str], coverage: Coverage | None = None) -> Iterator[str]:
    yield ""
    lacking = unread(coverage)
    if items:
        yield f"{heading} ({len(items)})" + (f"; {lacking}, có thể còn thiếu" if lacking else "")
    else:
        yield f"{heading}: {absence(coverage)}"
    yield from (f"  - {item}" for item in items)
