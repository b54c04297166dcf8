"""The CSV package, read by frictionless and DuckDB, and the workbook, read by openpyxl."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import openpyxl
import pytest

from extractor.export import csv_package, xlsx
from extractor.export.model import Subject
from extractor.inert import defused
from tests.export.made import HOSTILE, hostile, subject, with_run


def written(made: Subject, folder: Path) -> Path:
    for name, data in csv_package.export(made).files.items():
        (folder / name).write_bytes(data)
    return folder


def rows(made: Subject, name: str) -> list[dict[str, str]]:
    data = csv_package.export(made).files[f"{name}.csv"].decode()
    return list(csv.DictReader(io.StringIO(data, newline="")))


@pytest.mark.parametrize(
    "made", [subject(), with_run(), hostile()], ids=["plain", "run", "hostile"]
)
def test_frictionless_finds_types_and_keys_sound(made: Subject, tmp_path: Path) -> None:
    report = frictionless.validate(str(written(made, tmp_path) / csv_package.PACKAGE))

    assert report.valid, report.flatten(["title", "message"])
    tables = [name for name in csv_package.export(made).files if name.endswith(".csv")]
    assert len(report.tasks) == len(tables)


def test_a_broken_key_is_found(tmp_path: Path) -> None:
    folder = written(with_run(), tmp_path)
    table = folder / "assignments.csv"
    office = rows(with_run(), "assignments")[0]["office_id"]
    table.write_text(table.read_text("utf-8").replace(office, "O00000000"), "utf-8")

    report = frictionless.validate(str(folder / csv_package.PACKAGE))

    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def test_rows_are_joined_by_their_keys(tmp_path: Path) -> None:
    folder = written(with_run(), tmp_path)
    with duckdb.connect() as db:
        found = db.execute(
            f"""select t.indicator, t.value, t.operator, i.direction
            from read_csv('{folder}/targets.csv') t
            join read_csv('{folder}/indicators.csv') i on t.indicator_id = i.id order by 2 desc"""
        ).fetchall()
        partners = db.execute(
            f"""select o.name from read_csv('{folder}/assignment_partners.csv') p
            join read_csv('{folder}/offices.csv') o on p.office_id = o.id"""
        ).fetchall()

    assert found == [
        ("Tỷ lệ hồ sơ được số hóa", 90, "ge", "increase"),
        ("số buổi tập huấn", 3, "between", None),
    ]
    assert partners == [("Công an xã",)]


def test_the_script_for_duckdb_loads_all_tables_with_their_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(with_run(), tmp_path)
    monkeypatch.chdir(folder)
    with duckdb.connect() as db:
        db.execute((folder / "duckdb.sql").read_text("utf-8"))
        found = db.execute(
            "select w.kind, a.unit, o.name from time_windows w "
            "join assignments a on w.assignment_id = a.id join offices o on a.office_id = o.id"
        ).fetchall()
        with pytest.raises(duckdb.ConstraintException):
            db.execute("update assignments set office_id = 'O00000000'")

    assert found == [("report", "Văn phòng UBND xã", "Văn phòng UBND xã")]


def test_sqlite_takes_the_tables_of_its_script(tmp_path: Path) -> None:
    made, _, loaded = (
        csv_package.export(with_run()).files["sqlite.sql"].decode().partition("\n.import")
    )

    with sqlite3.connect(":memory:") as db:
        db.executescript(made)
        names = {name for (name,) in db.execute("select name from sqlite_master")}
        keys = db.execute("pragma foreign_key_list(assignments)").fetchall()

    assert {"targets", "indicators", "assignments", "offices"} <= names
    assert [(key[2], key[3], key[4]) for key in keys] == [("offices", "office_id", "id")]
    assert "targets.csv targets" in loaded


def test_a_table_holds_values_as_stated() -> None:
    (report,) = [row for row in rows(with_run(), "time_windows") if row["kind"] == "report"]

    assert (report["every"], report["due_day"], report["due_month"]) == (
        "quarter", "5", "last_of_quarter",
    )  # fmt: skip
    assert report["assignment_id"] == with_run().plan.assignments[0].id
    (plan,) = rows(with_run(), "plan")
    assert (plan["first_day"], plan["last_day"]) == ("2026-01-01", "2026-12-31")


def test_no_cell_of_a_table_begins_a_formula() -> None:
    made = csv_package.export(hostile())

    cells = [
        cell
        for name, data in made.files.items()
        if name.endswith(".csv")
        for row in csv.reader(io.StringIO(data.decode(), newline=""))
        for cell in row
    ]
    assert "'" + HOSTILE[0] in cells
    assert not [cell for cell in cells if cell.lstrip(" ")[:1] in tuple("=+-@\t\r|%") and cell]


@pytest.mark.parametrize("words", ["Tỷ lệ 90%", "3 - 5 buổi", "a=b", "(=1)", ""])
def test_plain_words_are_left_alone(words: str) -> None:
    assert defused(words) == words


def test_the_package_tells_what_it_holds() -> None:
    package = json.loads(csv_package.export(subject()).main)

    targets = next(one for one in package["resources"] if one["name"] == "targets")
    kinds = {field["name"]: field["type"] for field in targets["schema"]["fields"]}
    assert kinds["value"] == "number" and kinds["source_start"] == "integer"
    assert targets["schema"]["foreignKeys"][0]["reference"]["resource"] == "indicators"
    assert "'" in package["description"]


def book(made: Subject) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx.export(made).main))


def sheet(made: Subject, name: str) -> list[dict[str, Any]]:
    head, *body = book(made)[name].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_each_section_is_a_sheet_with_a_fixed_heading_and_a_filter() -> None:
    made = book(with_run())

    assert made.sheetnames[:4] == ["Văn bản", "Căn cứ", "Viện dẫn", "Chỉ tiêu"]
    for one in made:
        assert one.freeze_panes == "B2"
        assert one.auto_filter.ref == one.dimensions


def test_dates_are_dates_where_they_are_whole() -> None:
    (task,) = sheet(with_run(), "Phân công")
    values = {row["Khóa"]: row["Giá trị"] for row in sheet(with_run(), "Văn bản")}

    assert task["Thời hạn"] == datetime(2026, 12, 15)
    assert values["date"] == datetime(2026, 3, 6)
    assert sheet(with_run(), "Chỉ tiêu")[0]["Thời hạn"] == "2026"


def test_closed_values_are_vietnamese_words() -> None:
    first, second = sheet(with_run(), "Chỉ tiêu")

    assert (first["So sánh"], first["Giá trị"], first["Đơn vị tính"]) == ("≥", 90, "%")
    assert (second["So sánh"], second["Đến"]) == ("từ … đến …", 5)
    assert sheet(with_run(), "Đơn vị")[0]["Vai trò"] == "chủ trì"
    (listed,) = [
        one.formula1
        for one in book(with_run())["Chỉ tiêu"].data_validations.dataValidation
        if "≥" in one.formula1
    ]
    assert listed == '"=,≥,>,≤,<,từ … đến …"'


def test_no_cell_is_a_formula_or_an_error() -> None:
    kinds = {cell.data_type for one in book(hostile()) for row in one.iter_rows() for cell in row}

    assert kinds <= {"s", "inlineStr", "n", "d"}
    assert HOSTILE[0] in {row["Chỉ tiêu"] for row in sheet(hostile(), "Chỉ tiêu")}


def test_the_same_plan_gives_the_same_workbook() -> None:
    assert xlsx.export(with_run()).main == xlsx.export(with_run()).main
    made = book(with_run()).properties
    assert made.created == made.modified == datetime(2026, 3, 6)
