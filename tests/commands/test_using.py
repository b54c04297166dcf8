"""`compare`, `matrix`, `cascade`: documents and records in, every format out."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from corpus.render import HERE
from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import to_json
from tests.sample_plan import TEXT, make_plan

PARENT, FIRST, SECOND = (
    str(HERE / f"{name}-ho-so-thong-suot" / "gold.json")
    for name in ("hoa-giang", "phu-lac", "tan-my")
)
BOTH = {
    "compare": ["compare", PARENT, FIRST],
    "matrix": ["matrix", PARENT, FIRST, SECOND],
    "cascade": ["cascade", PARENT, FIRST, SECOND],
}


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, [str(word) for word in words])


def shown(runner: CliRunner, *words: object) -> bytes:
    result = run(runner, *words)
    assert result.exit_code == Exit.OK, result.stderr
    return result.stdout_bytes


@pytest.mark.parametrize("name", BOTH)
def test_each_format_goes_to_a_file_that_says_so(
    name: str, runner: CliRunner, tmp_path: Path
) -> None:
    for suffix in ("json", "html", "xlsx"):
        path = tmp_path / "ket-qua" / f"{name}.{suffix}"
        assert shown(runner, *BOTH[name], "-o", path) == b""
        data = path.read_bytes()
        assert data == shown(runner, *BOTH[name], "--format", suffix)
    assert json.loads((tmp_path / "ket-qua" / f"{name}.json").read_bytes())["schema_version"]
    book = load_workbook(tmp_path / "ket-qua" / f"{name}.xlsx")
    assert "Chỉ tiêu" in " ".join(book.sheetnames) or "Ma trận chỉ tiêu" in book.sheetnames


@pytest.mark.parametrize("name", BOTH)
def test_without_a_format_a_table_is_printed(name: str, runner: CliRunner) -> None:
    words = " ".join(shown(runner, *BOTH[name]).decode("utf-8").split())
    assert "UBND xã Phú Lạc" in words or name == "matrix"
    assert "Chỉ tiêu" in words and "\x1b[" not in words


def test_a_matrix_is_csv_too(runner: CliRunner, tmp_path: Path) -> None:
    path = tmp_path / "ma-tran.csv"
    shown(runner, *BOTH["matrix"], "-o", path)

    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))

    assert header[3:] == ["UBND tỉnh Hòa Giang", "UBND xã Phú Lạc", "UBND phường Tân Mỹ"]
    assert all(len(row) == len(header) for row in rows)


def test_several_plans_against_one_are_a_list(runner: CliRunner) -> None:
    made = json.loads(shown(runner, "compare", PARENT, FIRST, SECOND, "--format", "json"))
    assert [one["b"]["name"] for one in made] == ["UBND xã Phú Lạc", "UBND phường Tân Mỹ"]


@pytest.mark.usefixtures("pipeline")
def test_a_document_is_read_first(runner: CliRunner, tmp_path: Path) -> None:
    document, record = tmp_path / "ke-hoach.txt", tmp_path / "ke-hoach.json"
    document.write_text(TEXT, encoding="utf-8")
    record.write_bytes(to_json(make_plan()))

    made = json.loads(shown(runner, "compare", document, record, "--format", "json"))

    assert {pair["verdict"] for pair in made["targets"]["pairs"]} == {"same"}
    assert made["findings"] == []


def test_a_folder_and_a_file_of_lines_stand_for_their_records(
    runner: CliRunner, tmp_path: Path
) -> None:
    folder = tmp_path / "ban-ghi"
    folder.mkdir()
    records = [json.loads(Path(path).read_bytes()) for path in (FIRST, SECOND)]
    for number, record in enumerate(records):
        (folder / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")
    lines = tmp_path / "tat-ca.jsonl"
    lines.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")

    expected = shown(runner, "matrix", FIRST, SECOND, "--format", "json")

    assert shown(runner, "matrix", folder, "--format", "json") == expected
    assert shown(runner, "matrix", lines, "--format", "json") == expected


def test_a_record_that_cannot_be_read_costs_itself_only(runner: CliRunner, tmp_path: Path) -> None:
    broken = tmp_path / "hong.json"
    broken.write_text('{"targets": 5}', encoding="utf-8")

    result = run(runner, "matrix", FIRST, broken, SECOND, "--format", "json")

    assert result.exit_code == Exit.INVALID
    assert len(json.loads(result.stdout)["plans"]) == 2
    assert "hong.json" in result.stderr and result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["compare", PARENT], Exit.USAGE),
        (["matrix", FIRST], Exit.USAGE),
        (["compare", PARENT, FIRST, "--format", "csv"], Exit.USAGE),
        (["compare", "khong-co.json", FIRST], Exit.UNREADABLE),
    ],
)
def test_what_cannot_be_done_is_said(runner: CliRunner, words: list[str], code: Exit) -> None:
    result = run(runner, *words)
    assert result.exit_code in (code, 1 if code == Exit.USAGE else code)
    assert "Traceback" not in result.stderr


def test_comparing_records_loads_no_reader_and_no_spacy() -> None:
    code = (
        "import sys\n"
        "from extractor.cli import app\n"
        f"app.main(['compare', {PARENT!r}, {FIRST!r}, '--format', 'json'], standalone_mode=False)\n"
        "heavy = {'spacy', 'underthesea', 'docx', 'lxml', 'pdfplumber', 'pypdfium2', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_the_page_of_a_cascade_has_a_column_for_each_child(runner: CliRunner) -> None:
    page: Any = shown(runner, *BOTH["cascade"], "--format", "html").decode("utf-8")
    assert page.count("UBND xã Phú Lạc") > 1 and page.count("UBND phường Tân Mỹ") > 1
