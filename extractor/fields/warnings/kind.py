"""Whether the document is a plan at all, and whether anything was read from it.

A report, an invoice, an English contract gives `not_a_plan`; a record without a single fact gives
`empty_record` (beyond the contract), so that it never looks like a success.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.fields.context import Reading
from extractor.lexicon.load import load
from extractor.outline.model import Part
from extractor.plan.model import Plan, Source, Warning
from extractor.view import view

_UNKNOWN = "Không nhận ra loại văn bản; có thể không phải Kế hoạch."
_EMPTY = "Không đọc được dữ kiện nào từ văn bản: hãy kiểm tra lại tệp, đối chiếu với bản gốc."


def no_plan(reading: Reading, plan: Plan) -> Iterator[Warning]:
    """Warnings that the document is no plan, or that its record is empty."""
    kind = plan.document.type
    if kind is None:
        yield Warning(code="not_a_plan", message=_UNKNOWN)
    elif kind != _plan() and not _encloses_plan(reading, plan):
        place = plan.document.evidence.get("type")
        source: Source | None = place.source if place else None
        message = f"Văn bản là {kind}, không phải Kế hoạch."
        yield Warning(code="not_a_plan", message=message, source=source)
    if _is_empty(plan):
        yield Warning(code="empty_record", message=_EMPTY)


def _plan() -> str:
    return load("document_types").by_id["ke-hoach"].canonical


def _encloses_plan(reading: Reading, plan: Plan) -> bool:
    """Whether a decision issues a plan: by its title, or by the plan enclosed behind it."""
    if plan.document.type != load("document_types").by_id["quyet-dinh"].canonical:
        return False
    name = view(_plan())
    enclosed = any(view(block.text).startswith(name) for block in reading.blocks(Part.ENCLOSURE))
    return enclosed or name in view(plan.document.title or "")


def _is_empty(plan: Plan) -> bool:
    awards = plan.awards
    return not any(
        (
            plan.legal_bases,
            plan.targets,
            plan.time_windows,
            plan.responsible_units,
            plan.assignments,
            awards.quotas or awards.forms or awards.criteria,
        )
    )
