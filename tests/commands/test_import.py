"""`kehoach import`: the new record, the list of changes, who made them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.plan.codec import from_json
from extractor.plan.validate import check
from tests.sample_plan import make_plan


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, [str(word) for word in words])


def workbook(runner: CliRunner, record: Path, value: object) -> Path:
    path = record.with_suffix(".xlsx")
    run(runner, "export", record, "--to", "xlsx", "-o", path)
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    book["Chỉ tiêu"]["D2"].value = value
    book.save(path)
    return path


def test_a_corrected_workbook_becomes_a_record_with_its_changes_beside_it(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.json"
    file = workbook(runner, record, 95)

    result = run(runner, "import", file, "--record", record, "-o", new, "--by", "Trần Thị Mẫu")

    assert result.exit_code == Exit.OK, result.stderr
    assert from_json(new.read_bytes()).targets[0].value == 95
    assert check(json.loads(new.read_bytes())) == []
    told = json.loads((tmp_path / "new.thay-doi.json").read_text("utf-8"))
    name = make_plan().targets[0].id
    assert told == {
        "by": "Trần Thị Mẫu",
        "changes": [{"path": f"$.targets[?@.id=='{name}'].value", "from": 90, "to": 95}],
        "refused": [],
    }
    assert "Đã nhận 1 thay đổi; 0 chỗ không nhận." in result.stderr


def test_what_is_not_taken_over_is_told(runner: CliRunner, record: Path, tmp_path: Path) -> None:
    file = workbook(runner, record, "rất nhiều")

    result = run(runner, "import", file, "--record", record, "-o", tmp_path / "new.json")

    assert "Không nhận Chỉ tiêu, dòng 2: cột Giá trị" in result.stderr


def test_an_export_of_label_studio_goes_the_same_way(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    (task,) = json.loads(run(runner, "export", record, "--to", "label-studio").stdout)
    result = task.pop("predictions")[0]["result"]
    file = tmp_path / "label-studio.json"
    file.write_text(json.dumps([{**task, "annotations": [{"result": result[1:]}]}]), "utf-8")

    made = run(runner, "import", file, "--record", record, "-o", tmp_path / "new.json")

    assert made.exit_code == Exit.OK, made.stderr
    assert "chỗ không nhận" in made.stderr


def test_neither_a_broken_file_nor_a_broken_record_writes_anything(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    new, broken = tmp_path / "new.json", tmp_path / "broken"
    broken.write_bytes(b"PK\x03\x04")
    bad = tmp_path / "bad.json"
    bad.write_text("{}", "utf-8")

    first = run(runner, "import", broken, "--record", record, "-o", new)
    second = run(runner, "import", workbook(runner, record, 1), "--record", bad, "-o", new)

    assert (first.exit_code, second.exit_code) == (Exit.UNREADABLE, Exit.INVALID)
    assert not new.exists()
