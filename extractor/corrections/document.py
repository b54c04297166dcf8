"""The corrected sheet of the document itself: single values and lists of lines.

In: rows of the sheet `Văn bản`, by their keys (`signer.name`, `recipients.2`). Out: the record
changed in place, with what changed. A line of a list keeps its place in the text when it moves; a
new one (its key empty, its heading that of the list) has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.corrections.cells import same, value_of
from extractor.corrections.model import Change, Refused
from extractor.corrections.workbook import Row
from extractor.export.tables import DOCUMENT, tables_of
from extractor.export.words import VALUES
from extractor.export.xlsx import display
from extractor.plan.model import Plan

_VALUE = next(column for column in DOCUMENT if column.name == "value")
_LISTS = {"recipients": "document", "awards.dossier": "awards"}  # and whose evidence they have
_HEADINGS = {VALUES["recipients"]: "recipients", VALUES["dossier"]: "awards.dossier"}


def correct_document(
    record: dict[str, Any],
    plan: Plan,
    rows: tuple[Row, ...],
    changes: list[Change],
    refused: list[Refused],
) -> None:
    """Take over what the sheet says of the document."""
    exported = {str(row[0]): row[2] for row in tables_of(plan)[0].rows}
    lists: dict[str, list[Row]] = {name: [] for name in _LISTS}
    for row in rows:
        key = str(row.cells.get("key") or "").strip()
        title = str(row.cells.get("title") or "").strip()
        name = key.rpartition(".")[0] if key[-1:].isdigit() else "" if key else _HEADINGS.get(title)
        if name in lists:
            lists[name].append(row)
        elif key in exported:
            _single(record, key, exported[key], row, changes, refused)
        else:
            refused.append(Refused(f"Văn bản, dòng {row.number}", f"không có khóa «{key}»"))
    for name, found in lists.items():
        _list(record, name, found, changes)


def _single(
    record: dict[str, Any],
    key: str,
    before: Any,
    row: Row,
    changes: list[Change],
    refused: list[Refused],
) -> None:
    cell = row.cells.get("value")
    if same(cell, display(before, _VALUE, key)):
        return
    try:
        if "value" in row.formulas:
            raise ValueError("ô là công thức, hãy ghi giá trị")
        value = value_of(_VALUE, key, cell)
    except ValueError as error:
        refused.append(Refused(f"Văn bản, dòng {row.number}", str(error)))
        return
    path = key if key.startswith("awards.") else f"document.{key}"
    *holders, last = path.split(".")
    holder = record
    for step in holders:
        holder = holder[step]
    changes.append(Change(f"$.{path}", before, value))
    holder[last] = value
    _by_hand(record, path, value)


def _by_hand(record: dict[str, Any], path: str, value: Any) -> None:
    """The place stays where the value was read; a value that went has none."""
    section, _, key = path.partition(".")
    evidence = record[section].get("evidence") or {}
    if value is None:
        evidence.pop(key, None)
    elif key in evidence:
        evidence[key] = {**evidence[key], "rule": "person", "confidence": 1.0}


def _list(record: dict[str, Any], name: str, rows: list[Row], changes: list[Change]) -> None:
    section, key = _LISTS[name], name.rpartition(".")[2]
    holder = record[section]
    before = list(holder[key])
    evidence: Mapping[str, Any] = holder.get("evidence") or {}
    lines = [(str(row.cells.get("key") or ""), row.cells.get("value")) for row in rows]
    told = [(old, str(value).strip()) for old, value in lines if value not in (None, "")]
    after = [line for _, line in told]
    if after == before:
        return
    changes.append(Change(f"$.{section}.{key}", before, after))
    holder[key] = after
    others = {n: item for n, item in evidence.items() if not n.startswith(f"{key}.")}
    for number, (old, _) in enumerate(told):
        place = evidence.get(f"{key}.{old.rpartition('.')[2]}") if old else None
        if place is not None:
            others[f"{key}.{number}"] = place
    holder["evidence"] = others
