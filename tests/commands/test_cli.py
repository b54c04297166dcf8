"""The command as a person runs it: help, usage, quick starts, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import app
from extractor.commands.ending import Exit
from extractor.commands.programs import PROGRAMS
from extractor.plan.codec import to_json
from tests.sample_plan import make_plan

HEAVY = ("spacy", "underthesea", "docx", "lxml", "pdfplumber", "pypdfium2", "rich")


def kehoach(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "extractor", *words]
    return subprocess.run(command, input=stdin, capture_output=True, env={**os.environ, **env})


def loaded_by(*words: str) -> str:
    code = (
        "import sys\nfrom extractor.cli import app\n"
        f"app.main({list(words)!r}, standalone_mode=False)\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.rpartition("LOADED ")[2].strip()


def test_help_lists_every_command_in_both_languages() -> None:
    done = kehoach("--help")
    told = done.stdout.decode("utf-8")
    for verb in ("extract", "summary", "explain", "outline", "validate", "doctor"):
        assert verb in told
    assert "Đọc kế hoạch" in told and "Read issued plans" in told


def test_help_and_validate_load_nothing_heavy(tmp_path: Path) -> None:
    record = tmp_path / "a.json"
    record.write_bytes(to_json(make_plan()))
    assert loaded_by("--help") == "[]"
    assert loaded_by("validate", str(record)) == "[]"
    assert loaded_by("summary", str(record)) == "[]"


def test_version() -> None:
    assert kehoach("--version").stdout.startswith(b"kehoach ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract",), "thiếu PATH"),
        (("extrakt",), "không có lệnh 'extrakt'"),
        (("extract", "--foo", "x"), "không có tùy chọn «--foo»"),
        (("extract", "--workers", "0", "x"), "giá trị của --workers không hợp lệ"),
        (("extract", "a.txt", "b.txt"), "-o THƯ_MỤC"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(words: tuple[str, ...], said: str) -> None:
    done = kehoach(*words)
    assert done.returncode == Exit.USAGE
    assert said in done.stderr.decode("utf-8")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("verb", ["extract", "explain", "outline", "summary", "validate"])
def test_a_missing_file_is_one_vietnamese_line_and_no_traceback(verb: str) -> None:
    done = kehoach(verb, "không-có.docx")
    assert done.returncode == Exit.UNREADABLE
    assert done.stderr.decode("utf-8").startswith("Không đọc được «không-có.docx»: Không tìm thấy")
    assert len(done.stderr.splitlines()) == 1


def test_a_console_of_another_character_set_is_no_obstacle() -> None:
    done = kehoach("validate", "không-có.json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == Exit.UNREADABLE
    assert "Không tìm thấy".encode() in done.stderr


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    record = tmp_path / "a.json"
    record.write_bytes(to_json(make_plan()))
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "extractor", "summary", str(record)]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE)
    os.close(write_end)
    assert done.stderr == b""
    assert done.returncode == 1


def test_doctor_names_what_is_missing_and_what_that_closes(
    runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setattr("extractor.commands.programs.PROGRAMS", ())
    result = runner.invoke(app, ["doctor"])
    assert result.exit_code == Exit.MISSING
    assert "THIẾU  pypdfium2 (chưa cài): cần cho .pdf" in result.stdout
    assert "Đọc được: .docx, .txt, .md, .html, .mht\nKhông dùng được: .pdf\n" in result.stdout


@pytest.mark.parametrize(
    ("found", "line", "readable"),
    [
        (
            "/bin/soffice",
            "  có     LibreOffice (/bin/soffice): .doc, .odt, .rtf",
            ", .doc, .odt, .rtf",
        ),
        (None, "  CHƯA CÓ LibreOffice: cần cho .doc, .odt, .rtf; hãy cài libreoffice-writer", ""),
    ],
)
def test_doctor_tells_what_libreoffice_opens_and_does_not_demand_it(
    found: str | None, line: str, readable: str, runner: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = replace(PROGRAMS[0], find=lambda: found)
    monkeypatch.setattr("extractor.commands.programs.PROGRAMS", (office,))
    result = runner.invoke(app, ["doctor"])
    assert result.exit_code == Exit.OK
    assert line in result.stdout.splitlines()
    assert f"Đọc được: .docx, .pdf, .txt, .md, .html, .mht{readable}\n" in result.stdout


def test_doctor_of_a_whole_installation() -> None:
    done = kehoach("doctor")
    assert done.returncode == Exit.OK
    assert "Đọc được: .docx, .pdf, .txt, .md".encode() in done.stdout
