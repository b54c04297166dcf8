"""Tables about how a plan was read: what the search for each section came to, and who signed.

In: a plan. Out: `Table("coverage", …)` with a row for each section ("không tìm thấy (đã tìm ở: V)",
"trang 3 không đọc được hết"), and `Table("signatures", …)`. Both are empty for older records.
"""

from __future__ import annotations

from extractor.export.tables import SECTIONS, Column, Table
from extractor.export.words import VALUES
from extractor.plan.absence import absence, unread
from extractor.plan.model import Coverage, Plan

_COVERAGE = (
    Column("section", "Khóa"),
    Column("title", "Mục"),
    Column("state", "Kết quả"),
    Column("count", "Số dữ kiện", "integer"),
    Column("told", "Đã tìm ở đâu"),
)
_SIGNATURES = (
    Column("signature", "Loại"),
    Column("signer", "Người ký"),
    Column("organisation", "Cơ quan"),
    Column("time", "Thời điểm"),
    Column("page", "Trang", "integer"),
)


def coverage_table(plan: Plan) -> Table:
    """What was found, what is absent and where it was looked for, what could not be read."""
    rows = tuple(
        (section, _title(section), one.state, one.count, _told(one) or None)
        for section, one in plan.coverage.items()
    )
    return Table("coverage", "Đã tìm", _COVERAGE, rows)


def signature_table(plan: Plan) -> Table:
    """The electronic signatures, as they name themselves."""
    rows = tuple(
        (one.kind, one.signer, one.organisation, one.time, one.page) for one in plan.signatures
    )
    return Table("signatures", "Chữ ký số", _SIGNATURES, rows)


def _title(section: str) -> str:
    name = section.removeprefix("awards.")
    if name in SECTIONS:
        return SECTIONS[name][0]
    return VALUES.get(section.removeprefix("document.").removeprefix("awards."), section)


def _told(coverage: Coverage) -> str:
    return unread(coverage) if coverage.state == "found" else absence(coverage)
