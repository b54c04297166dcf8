"""`kehoach export`: files and folders, what is told of losses, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec import structs

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.export.formats import FORMS, REPORT
from extractor.plan.codec import to_json
from tests.sample_plan import make_plan


def run(runner: CliRunner, *words: object) -> Result:
    return runner.invoke(app, ["export", *(str(word) for word in words)])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_fills_a_folder_and_lists_its_losses_there(
    form: str, runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"

    result = run(runner, record, "--to", form, "-o", folder)

    assert result.exit_code == Exit.OK, result.stderr
    assert [path for path in folder.rglob("*") if path.is_file()]
    told = (folder / REPORT).is_file()
    assert told == ("Không chuyển được" in result.stderr)
    assert told == (form in ("ics", "open-sdg", "dhis2"))


def test_one_file_goes_to_standard_output_or_to_a_name(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    output = tmp_path / "lich.ics"

    shown = run(runner, record, "--to", "ics")
    run(runner, record, "--to", "ics", "-o", output)

    assert shown.stdout_bytes == output.read_bytes()
    assert shown.stdout.startswith("BEGIN:VCALENDAR")
    assert "awards: lịch không chứa quy định khen thưởng" in shown.stderr


def test_a_form_of_several_files_needs_a_folder(
    runner: CliRunner, record: Path, tmp_path: Path
) -> None:
    assert run(runner, record, "--to", "csv").exit_code == Exit.USAGE
    file = tmp_path / "a.csv"
    file.touch()
    assert run(runner, record, "--to", "csv", "-o", file).exit_code == Exit.USAGE
    assert run(runner, record, "--to", "pptx").exit_code == Exit.USAGE


def test_a_list_of_losses_goes_when_nothing_is_lost_any_more(
    runner: CliRunner, tmp_path: Path
) -> None:
    full, empty, folder = tmp_path / "a.json", tmp_path / "b.json", tmp_path / "out"
    full.write_bytes(to_json(make_plan()))
    empty.write_text(json.dumps({"document": {}}), "utf-8")

    run(runner, full, "--to", "open-sdg", "-o", folder)
    assert (folder / REPORT).is_file()
    run(runner, empty, "--to", "open-sdg", "-o", folder)
    assert not (folder / REPORT).exists()


def test_a_page_of_a_record_without_text_is_refused(runner: CliRunner, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_bytes(to_json(structs.replace(make_plan(), text=None)))

    result = run(runner, bare, "--to", "html")

    assert result.exit_code == Exit.INVALID
    assert "kehoach extract" in result.stderr
