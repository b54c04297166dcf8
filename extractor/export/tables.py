"""The sections of a record as tables: columns with names and types, a row for each fact.

In: a plan. Out: `Table(name="targets", title="Chỉ tiêu", columns=…, rows=…)`. Lists inside a fact
("with", "roles") are one cell, parted by "; ". A date stays as stated ("2026-03").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.campaign.thresholds import plain
from extractor.export.facts import facts_in
from extractor.export.words import VALUES
from extractor.plan.facts import placed
from extractor.plan.model import Evidence, Fact, Plan

Kind = Literal["string", "integer", "number", "stated_date", "list"]
Value = str | int | float | None
SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name as in the record, its Vietnamese heading, what it holds."""

    name: str
    title: str
    kind: Kind = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """One section."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


_PLACE = (
    Column("quote", "Trích đoạn"),
    Column("start", "Vị trí đầu", "integer"),
    Column("end", "Vị trí cuối", "integer"),
    Column("page", "Trang", "integer"),
    Column("rule", "Quy tắc"),
    Column("confidence", "Độ tin cậy", "number"),
)
_ID = Column("id", "Mã")
_NUMBER = (
    Column("operator", "So sánh"),
    Column("value", "Giá trị", "number"),
    Column("value_max", "Đến", "number"),
    Column("unit", "Đơn vị tính"),
)
_PAPER = (
    Column("doc_type", "Loại văn bản"),
    Column("number", "Số, ký hiệu"),
    Column("date", "Ngày", "stated_date"),
)
SECTIONS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "legal_bases": ("Căn cứ", (
        Column("relation", "Quan hệ"), *_PAPER, Column("issuer", "Cơ quan ban hành"),
        Column("title", "Nội dung"))),
    "citations": ("Viện dẫn", (*_PAPER, Column("where", "Chỗ nhắc"))),
    "targets": ("Chỉ tiêu", (
        Column("indicator", "Chỉ tiêu"), *_NUMBER, Column("change", "Tăng, giảm"),
        Column("per", "Mỗi"), Column("by", "Thời hạn", "stated_date"), Column("group", "Nhóm"),
        Column("subject", "Đối tượng"), Column("context", "Nơi nêu"))),
    "time_windows": ("Thời gian", (
        Column("kind", "Loại"), Column("label", "Nội dung"),
        Column("start", "Từ", "stated_date"), Column("end", "Đến", "stated_date"),
        Column("every", "Chu kỳ"), Column("due_day", "Ngày trong tháng", "integer"),
        Column("due_month", "Tháng"))),
    "responsible_units": ("Đơn vị", (
        Column("name", "Đơn vị"), Column("roles", "Vai trò", "list"))),
    "assignments": ("Phân công", (
        Column("unit", "Đơn vị"), Column("role", "Vai trò"), Column("task", "Nhiệm vụ"),
        Column("with", "Phối hợp", "list"), Column("due", "Thời hạn", "stated_date"),
        Column("every", "Chu kỳ"), Column("deliverable", "Sản phẩm"))),
    "quotas": ("KT - Số lượng", (
        Column("recipient", "Đối tượng"), *_NUMBER, Column("form", "Hình thức"),
        Column("per", "Mỗi"))),
    "forms": ("KT - Hình thức", (
        Column("name", "Hình thức"), Column("authority", "Người quyết định"),
        Column("occasion", "Dịp"))),
    "criteria": ("KT - Tiêu chí", (
        Column("text", "Tiêu chí"), Column("recipient", "Đối tượng"))),
}  # fmt: skip
DOCUMENT = (
    Column("key", "Khóa"),
    Column("title", "Mục"),
    Column("value", "Giá trị"),
    *_PLACE,
)
WARNINGS = (Column("code", "Mã"), Column("message", "Nội dung"), Column("quote", "Trích đoạn"))
# A place's columns have names that a section may use itself: there they carry a prefix.
PLACE_NAMES = {"start": "source_start", "end": "source_end"}


def tables_of(plan: Plan) -> tuple[Table, ...]:
    """All tables of a plan, empty ones too."""
    return (_document(plan), *(section_table(plan, name) for name in SECTIONS), _warnings(plan))


def section_columns(name: str) -> tuple[Column, ...]:
    """The columns of a section: the id, what it states, where it stands."""
    place = (Column(PLACE_NAMES.get(c.name, c.name), c.title, c.kind) for c in _PLACE)
    return (_ID, *SECTIONS[name][1], *place)


def section_table(plan: Plan, name: str) -> Table:
    """The facts of one section."""
    title, stated = SECTIONS[name]
    rows = tuple(
        (fact.id, *(_value(fact, column) for column in stated), *_place(plan, fact))
        for fact in facts_in(plan, name)
    )
    return Table(name, title, section_columns(name), rows)


def _value(fact: Fact, column: Column) -> Value:
    found = getattr(fact, "partners" if column.name == "with" else column.name)
    if isinstance(found, tuple):
        return SEPARATOR.join(found)
    if column.name == "due_month" and found is not None:
        return str(found)
    value: Value = plain(found) if isinstance(found, float) else found
    return value


def _place(plan: Plan, fact: Fact | Evidence) -> tuple[Value, ...]:
    source, known = fact.source, placed(plan)
    where = (source.start, source.end, source.page) if known else (None, None, None)
    return (source.text, *where, fact.rule or None, fact.confidence)


def _document(plan: Plan) -> Table:
    rows = []
    for key, title, value, evidence in _document_values(plan):
        place = _place(plan, evidence) if evidence else (None,) * len(_PLACE)
        rows.append((key, title, value, *place))
    return Table("document", "Văn bản", DOCUMENT, tuple(rows))


def _document_values(plan: Plan) -> Iterator[tuple[str, str, Value, Evidence | None]]:
    facts, awards = plan.document, plan.awards
    for key, title in VALUES.items():
        if key in ("recipients", "dossier", "funding"):
            continue
        holder, _, name = key.rpartition(".")
        value = getattr(getattr(facts, holder) if holder else facts, name)
        yield key, title, value, facts.evidence.get(key)
    for number, line in enumerate(facts.recipients):
        key = f"recipients.{number}"
        yield key, VALUES["recipients"], line, facts.evidence.get(key)
    yield "awards.funding", VALUES["funding"], awards.funding, awards.evidence.get("funding")
    for number, paper in enumerate(awards.dossier):
        evidence = awards.evidence.get(f"dossier.{number}")
        yield f"awards.dossier.{number}", VALUES["dossier"], paper, evidence


def _warnings(plan: Plan) -> Table:
    rows = tuple(
        (one.code, one.message, one.source.text if one.source else None) for one in plan.warnings
    )
    return Table("warnings", "Cảnh báo", WARNINGS, rows)
