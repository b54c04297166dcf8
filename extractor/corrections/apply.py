"""The corrected rows of a workbook onto the record that it was made from.

In: a record, and a workbook made from it and corrected. Out: a `Corrected`. Only cells that differ
from what was exported are read; a row that is gone takes its fact with it; a row without an id is
a new fact if its quote stands in the text. What a person wrote has the rule `person` and is sure.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extractor.corrections.cells import same, value_of
from extractor.corrections.document import correct_document
from extractor.corrections.model import Change, Corrected, Refused, fact_path
from extractor.corrections.places import source_of
from extractor.corrections.workbook import Book, Row
from extractor.errors import InvalidRecord
from extractor.export.tables import SECTIONS, Column, section_columns, section_table
from extractor.export.xlsx import display
from extractor.plan.facts import facts_from_record
from extractor.plan.model import Plan

RULE = "person"
_PLACE = frozenset({"id", "quote", "source_start", "source_end", "page", "rule", "confidence"})


def apply_book(record: Mapping[str, Any], book: Book) -> Corrected:
    """The record as the workbook corrects it."""
    new = copy.deepcopy(dict(record))
    plan = facts_from_record(record)
    changes: list[Change] = []
    refused: list[Refused] = []
    if "document" in book.sheets:
        correct_document(new, plan, book.sheets["document"], changes, refused)
    for section in SECTIONS:
        if section in book.sheets:
            _Section(new, plan, section, changes, refused).correct(book.sheets[section])
    return Corrected(new, tuple(changes), tuple(refused), book.by)


class _Section:
    """One list of facts while its sheet is read."""

    def __init__(
        self,
        record: dict[str, Any],
        plan: Plan,
        section: str,
        changes: list[Change],
        refused: list[Refused],
    ) -> None:
        self.text: str | None = record.get("text")
        self.section, self.changes, self.refused = section, changes, refused
        holder = record["awards"] if section in ("quotas", "forms", "criteria") else record
        self.facts: list[dict[str, Any]] = holder[section]
        self.columns = {column.name: column for column in section_columns(section)}
        table = section_table(plan, section)
        self.exported = {
            str(row[0]): dict(zip(self.columns, row, strict=True)) for row in table.rows
        }
        self.taken = set(self.exported)

    def correct(self, rows: Iterable[Row]) -> None:
        """Take over what the sheet says."""
        known = {str(fact.get("id")): fact for fact in self.facts}
        kept: list[dict[str, Any]] = []
        for row in rows:
            name = str(row.cells.get("id") or "").strip()
            fact = known.pop(name, None)
            if fact is not None:
                self._changed(fact, row)
                kept.append(fact)
            elif name and name in self.exported:
                self._refuse(row, f"mã {name} đứng hai lần")
            else:
                kept.extend(self._added(row))
        for name, fact in known.items():
            self.changes.append(Change(fact_path(self.section, name), fact, None))
        self.facts[:] = kept

    def _changed(self, fact: dict[str, Any], row: Row) -> None:
        shown = self.exported[str(fact["id"])]
        found = list(self._values(row, shown))
        source = self._moved(fact, row, shown)
        if source is not None:
            found.append(("source", source))
        try:
            _checked(self.section, {**fact, **dict(found)}, self.taken)
        except ValueError as error:
            self._refuse(row, str(error))
            return
        for name, value in found:
            path = f"{fact_path(self.section, fact['id'])}.{name}"
            self.changes.append(Change(path, fact.get(name), value))
            fact[name] = value
            if isinstance(fact.get("basis"), dict):
                fact["basis"].pop(name, None)
        if found:
            fact["rule"], fact["confidence"] = RULE, 1.0

    def _values(self, row: Row, shown: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        for name, column in self.columns.items():
            if name in _PLACE or name not in row.cells:
                continue
            if same(row.cells[name], display(shown.get(name), column, name)):
                continue
            try:
                yield name, self._read(row, column)
            except ValueError as error:
                self._refuse(row, f"cột {column.title}: {error}")

    def _read(self, row: Row, column: Column) -> Any:
        if column.name in row.formulas:
            raise ValueError("ô là công thức, hãy ghi giá trị")
        return value_of(column, column.name, row.cells[column.name])

    def _moved(
        self, fact: Mapping[str, Any], row: Row, shown: Mapping[str, Any]
    ) -> dict[str, Any] | None:
        quote = row.cells.get("quote")
        if "quote" not in row.cells or same(
            quote, display(shown["quote"], self.columns["quote"], "quote")
        ):
            return None
        try:
            return source_of(self.text, str(quote or "").strip(), shown["source_start"])
        except ValueError as error:
            self._refuse(row, f"cột Trích đoạn: {error}")
            return None

    def _added(self, row: Row) -> list[dict[str, Any]]:
        try:
            near = row.cells.get("source_start")
            quote = str(row.cells.get("quote") or "").strip()
            source = source_of(self.text, quote, near if isinstance(near, int) else None)
            fact = {
                name: self._read(row, column)
                for name, column in self.columns.items()
                if name not in _PLACE and name in row.cells
            }
            fact.update(id="", source=source, rule=RULE, confidence=1.0, basis={})
            fact["id"] = _checked(self.section, fact, self.taken)
        except ValueError as error:
            self._refuse(row, f"dòng mới: {error}")
            return []
        self.taken.add(fact["id"])
        self.changes.append(Change(fact_path(self.section, fact["id"]), None, dict(fact)))
        return [fact]

    def _refuse(self, row: Row, why: str) -> None:
        self.refused.append(Refused(f"{SECTIONS[self.section][0]}, dòng {row.number}", why))


def _checked(section: str, fact: Mapping[str, Any], taken: set[str]) -> str:
    """The fact's id, by its own words if it has none. Raises ValueError for what is no fact."""
    if "operator" in fact and (fact["operator"] == "between") != (fact["value_max"] is not None):
        raise ValueError("cột Đến chỉ dùng, và phải dùng, với «từ … đến …»")
    awards = section in ("quotas", "forms", "criteria")
    alone = {"awards": {section: [fact]}} if awards else {section: [fact]}
    try:
        plan = facts_from_record(alone)
    except InvalidRecord as error:
        raise ValueError(_blank(section, error)) from error
    (made,) = getattr(plan.awards if awards else plan, section)
    name: str = made.id
    while name in taken and not fact["id"]:  # the double of a fact that is there
        name += "+"
    return name


def _blank(section: str, error: InvalidRecord) -> str:
    """What a person reads for a value that a fact cannot do without."""
    name = error.path.rpartition(".")[2]
    titles = {column.name: column.title for column in section_columns(section)}
    if name in titles:
        return f"cột {titles[name]}: không được để trống"
    return error.message
