"""A plan as CSV tables with a Frictionless data package: what a database or a script loads.

In: a subject. Out: `datapackage.json` and a table a section (`targets.csv` …), UTF-8, comma, one
line feed a row, empty for null. Types and keys stand in the package, and in a script for each of
three databases. A text that a spreadsheet
could take for a formula begins with an apostrophe, as the package says.
Source: https://specs.frictionlessdata.io/table-schema/.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from extractor.export.model import Export, Subject
from extractor.export.relations import Related, related_tables
from extractor.export.sql import scripts
from extractor.export.tables import Column, Value
from extractor.inert import defused, shown

PACKAGE = "datapackage.json"
_STATED_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_TYPES = {"stated_date": "string", "list": "string"}
_ABOUT = (
    "VI: Ô bắt đầu bằng = + - @ | % hoặc ký tự điều khiển được thêm dấu ' ở đầu để bảng tính "
    "không tính nó như công thức; bỏ dấu ấy khi đọc bằng chương trình. EN: A cell that begins with "
    "= + - @ | % or a control character has an apostrophe before it, so that it is not computed."
)


def export(subject: Subject) -> Export:
    """The package and its tables."""
    tables = related_tables(subject)
    files = {PACKAGE: _package(subject, tables)}
    files.update({f"{one.table.name}.csv": _csv(one) for one in tables})
    files.update(scripts(tables))
    return Export(files)


def _csv(related: Related) -> bytes:
    handle = io.StringIO()
    writer = csv.writer(handle, lineterminator="\n")
    writer.writerow([column.name for column in related.table.columns])
    for row in related.table.rows:
        writer.writerow([_cell(value) for value in row])
    return handle.getvalue().encode()


def _cell(value: Value) -> Value:
    return defused(value) if isinstance(value, str) else value


def _package(subject: Subject, tables: tuple[Related, ...]) -> bytes:
    campaign = subject.campaign
    package = {
        "profile": "data-package",
        "name": campaign.slug,
        "id": f"urn:kehoach:{campaign.id}",
        "title": shown(campaign.name or "Kế hoạch"),
        "description": _ABOUT,
        "resources": [_resource(related) for related in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(related: Related) -> dict[str, Any]:
    table = related.table
    schema: dict[str, Any] = {
        "fields": [_field(column, column.name in related.primary) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(related.primary),
    }
    if related.foreign:
        schema["foreignKeys"] = [
            {
                "fields": [key.column],
                "reference": {"resource": key.table, "fields": [key.target]},
            }
            for key in related.foreign
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column, key: bool) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if key else {}
    if column.kind == "stated_date":
        constraints["pattern"] = _STATED_DATE
    field = {
        "name": column.name,
        "type": _TYPES.get(column.kind, column.kind),
        "title": column.title,
    }
    return {**field, "constraints": constraints} if constraints else field
