"""Other programs take our exports: ajv the campaign, PostgreSQL and SQLite the tables, LibreOffice
the workbook."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.campaign.codec import to_bytes
from extractor.commands.begin import begin
from extractor.export.formats import exporter
from extractor.export.model import Export, Subject
from extractor.plan.codec import from_json
from tests.interop.conftest import ROOT, Run

SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
# LibreOffice's filter with comma, quote and UTF-8.
UTF8_CSV = "csv:Text - txt - csv (StarCalc):44,34,76"
QUESTION = (
    'select count(*), count(i.id), min(t."by") from targets t '
    "left join indicators i on t.indicator_id = i.id"
)


def exported(record: Path, form: str, folder: Path) -> Export:
    plan = from_json(record.read_bytes())
    made = exporter(form)(Subject(plan, begin(plan)))
    folder.mkdir()
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    return made


def told(folder: Path, *words: str | Path) -> str:
    done = subprocess.run(
        [str(word) for word in words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def tables(records: list[Path], tmp_path: Path) -> Path:
    """A folder of tables."""
    exported(records[1], "csv", tmp_path / "csv")
    return tmp_path / "csv"


@pytest.fixture
def cluster() -> Iterator[Path]:
    """A short-named folder of its own: a socket's path may not be long."""
    folder = Path(tempfile.mkdtemp())
    yield folder
    shutil.rmtree(folder)


def test_ajv_accepts_campaigns(records: list[Path], node: Run, tmp_path: Path) -> None:
    paths = []
    for record in records:
        paths.append(tmp_path / record.name)
        paths[-1].write_bytes(to_bytes(begin(from_json(record.read_bytes()))))

    done = node("node", "validate.mjs", ROOT / "schemas" / "campaign.schema.json", *paths)

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_postgresql_loads_the_tables_with_their_keys(tables: Path, cluster: Path) -> None:
    if not SERVERS:
        pytest.fail("PostgreSQL is missing: `make interop` installs it", pytrace=False)
    programs, data = SERVERS[-1], cluster
    # A server refuses to run as root: there its own user runs it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(data, "postgres")
    socket = ["-h", str(data), "-d", "postgres", "-U", "plan"]
    told(data, *as_user, programs / "initdb", "-D", data / "db", "-U", "plan", "-A", "trust")
    start = ["-o", f"-k {data} -c listen_addresses=", "-l", str(data / "log"), "-w", "start"]
    told(data, *as_user, programs / "pg_ctl", "-D", data / "db", *start)
    try:
        psql: list[str | Path] = [programs / "psql", *socket, "-q", "-v", "ON_ERROR_STOP=1"]
        told(tables, *psql, "-f", "postgresql.sql")
        assert told(tables, *psql, "-At", "-c", QUESTION) == "36|36|2026"
    finally:
        told(data, *as_user, programs / "pg_ctl", "-D", data / "db", "-m", "immediate", "stop")


def test_sqlite_loads_the_tables_with_their_keys(tables: Path) -> None:
    if shutil.which("sqlite3") is None:
        pytest.fail("SQLite's shell is missing: `make interop` installs it", pytrace=False)
    told(tables, "sqlite3", "plan.db", ".read sqlite.sql")

    assert told(tables, "sqlite3", "plan.db", QUESTION) == "36|36|2026"
    assert told(tables, "sqlite3", "plan.db", "pragma foreign_key_check") == ""


def test_libreoffice_opens_the_workbook(records: list[Path], tmp_path: Path) -> None:
    exported(records[0], "xlsx", tmp_path / "book")
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["soffice", profile, "--headless", "--convert-to", UTF8_CSV, "ke-hoach.xlsx"]

    done = subprocess.run(convert, cwd=tmp_path / "book", capture_output=True, text=True)

    if "could not be loaded" in done.stderr:
        pytest.fail("LibreOffice has no Calc: `make interop` installs it", pytrace=False)
    assert "Số, ký hiệu" in (tmp_path / "book" / "ke-hoach.csv").read_text("utf-8")
