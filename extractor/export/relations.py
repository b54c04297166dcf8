"""The tables of a plan with the keys that join them: what a database loads.

In: a subject. Out: tables for a data package: `targets.indicator_id` leads to `indicators.id`,
`assignments.office_id` to `offices.id`; what is a list inside a fact has a table of its own
(`assignment_partners`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.campaign.model import Campaign, Party
from extractor.export.model import Subject
from extractor.export.read_tables import coverage_table, signature_table
from extractor.export.tables import Column, Table, Value, tables_of

_OFFICE = Column("office_id", "Mã cơ quan")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A column whose values are the primary key of another table."""

    column: str
    table: str
    target: str = "id"


@dataclass(frozen=True, slots=True)
class Related:
    """A table with its keys."""

    table: Table
    primary: tuple[str, ...]
    foreign: tuple[Foreign, ...] = ()


def related_tables(subject: Subject) -> tuple[Related, ...]:
    """All tables of a subject, with their keys; a table stands behind those it leads to."""
    campaign = subject.campaign
    sections = {table.name: table for table in tables_of(subject.plan)}
    return (
        Related(_plan(campaign), ("id",)),
        Related(_offices(campaign), ("id",)),
        Related(_indicators(campaign), ("id",)),
        Related(sections["document"], ("key",)),
        *(Related(sections[name], ("id",)) for name in ("legal_bases", "citations")),
        _joined(sections["targets"], "indicator_id", "indicators", _indicator_ids(campaign)),
        _joined(sections["assignments"], "office_id", "offices", _owners(campaign)),
        Related(_partners(campaign), ("assignment_id", "number"), (
            Foreign("assignment_id", "assignments"), Foreign("office_id", "offices"))),
        _joined(sections["time_windows"], "assignment_id", "assignments", _holders(campaign)),
        _joined(sections["responsible_units"], "office_id", "offices", _units(subject)),
        *(Related(sections[name], ("id",)) for name in ("quotas", "criteria")),
        _joined(sections["forms"], "office_id", "offices", _authorities(campaign)),
        Related(_numbered(sections["warnings"]), ("number",)),
        Related(coverage_table(subject.plan), ("section",)),
        Related(_numbered(signature_table(subject.plan)), ("number",)),
        Related(_open(campaign), ("number",)),
    )  # fmt: skip


def _joined(table: Table, column: str, target: str, known: dict[str, str]) -> Related:
    """`table` with a column that leads from each fact's id to an entry of `target`."""
    heading = Column(column, f"Mã ({target})")
    rows = tuple((row[0], known.get(str(row[0])), *row[1:]) for row in table.rows)
    columns = (table.columns[0], heading, *table.columns[1:])
    return Related(replace(table, columns=columns, rows=rows), ("id",), (Foreign(column, target),))


def _indicator_ids(campaign: Campaign) -> dict[str, str]:
    return {
        link.fact: indicator.id
        for indicator in campaign.indicators
        for milestone in indicator.milestones
        for link in milestone.evidence
        if link.fact
    }


def _owners(campaign: Campaign) -> dict[str, str]:
    return _offices_of((task.id, task.owner) for task in campaign.tasks)


def _authorities(campaign: Campaign) -> dict[str, str]:
    return _offices_of((form.id, form.authority) for form in campaign.awards.forms)


def _offices_of(pairs: Iterable[tuple[str, Party | None]]) -> dict[str, str]:
    return {name: party.office for name, party in pairs if party}


def _holders(campaign: Campaign) -> dict[str, str]:
    return {event.id: event.task for event in campaign.calendar if event.task}


def _units(subject: Subject) -> dict[str, str]:
    return {
        link.fact: office.id
        for office in subject.campaign.offices
        for link in office.evidence
        if link.fact
    }


def _plan(campaign: Campaign) -> Table:
    run = campaign.run
    columns = (
        Column("id", "Mã"), Column("slug", "Tên rút gọn"), Column("name", "Tên"),
        Column("theme", "Chủ đề"), Column("first_day", "Ngày đầu", "stated_date"),
        Column("last_day", "Ngày cuối", "stated_date"), Column("uri", "Tên định danh"),
        Column("text_sha256", "Dấu kiểm văn bản"),
    )  # fmt: skip
    row = (
        campaign.id, campaign.slug, campaign.name, campaign.theme,
        run.start.day if run and run.start else None, run.end.day if run and run.end else None,
        campaign.plan.uri, campaign.plan.text_sha256,
    )  # fmt: skip
    return Table("plan", "Kế hoạch", columns, (row,))


def _offices(campaign: Campaign) -> Table:
    columns = (Column("id", "Mã"), Column("name", "Tên"), Column("roles", "Vai trò", "list"))
    rows = tuple((one.id, one.name, "; ".join(one.roles)) for one in campaign.offices)
    return Table("offices", "Cơ quan", columns, rows)


def _indicators(campaign: Campaign) -> Table:
    columns = (
        Column("id", "Mã"), Column("name", "Chỉ tiêu"), Column("measure", "Mã chỉ tiêu chung"),
        Column("unit", "Đơn vị tính"), Column("direction", "Chiều tốt hơn"),
        Column("group", "Nhóm"), Column("subject", "Đối tượng"), Column("context", "Nơi nêu"),
    )  # fmt: skip
    rows = tuple(
        (one.id, one.name, one.measure, one.unit, one.direction, one.group, one.subject,
         one.context)
        for one in campaign.indicators
    )  # fmt: skip
    return Table("indicators", "Chỉ số", columns, rows)


def _partners(campaign: Campaign) -> Table:
    columns = (
        Column("assignment_id", "Mã nhiệm vụ"), Column("number", "Thứ tự", "integer"), _OFFICE,
        Column("name", "Tên"),
    )  # fmt: skip
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (task.id, number, party.office, party.name)
        for task in campaign.tasks
        for number, party in enumerate(task.partners, 1)
    )
    return Table("assignment_partners", "Phối hợp", columns, rows)


def _open(campaign: Campaign) -> Table:
    columns = (Column("code", "Mã"), Column("message", "Nội dung"), Column("path", "Đường dẫn"))
    rows = tuple((one.code, one.message, one.path) for one in campaign.to_decide)
    return _numbered(Table("to_decide", "Cần quyết định", columns, rows))


def _numbered(table: Table) -> Table:
    columns = (Column("number", "Thứ tự", "integer"), *table.columns)
    rows = tuple((number, *row) for number, row in enumerate(table.rows, 1))
    return replace(table, columns=columns, rows=rows)
