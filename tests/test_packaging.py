"""What an installed wheel holds: the schema and every lexicon, beside the code."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_schema_comes_along(wheel: zipfile.ZipFile) -> None:
    published = (ROOT / "schemas" / "plan.schema.json").read_bytes()
    assert wheel.read("extractor/schemas/plan.schema.json") == published


def test_every_lexicon_comes_along(wheel: zipfile.ZipFile) -> None:
    lexicons = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("extractor/lexicon/**/*.yml")
    }
    assert lexicons and lexicons <= set(wheel.namelist())


def test_the_schema_is_found_where_a_wheel_puts_it(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path)
    code = "from extractor.plan.schema import schema_path; print(schema_path())"
    command = [sys.executable, "-c", code]
    found = subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, text=True,
        env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert Path(found.stdout.strip()) == tmp_path / "extractor" / "schemas" / "plan.schema.json"


def test_the_pinned_list_names_no_host() -> None:
    pinned = (ROOT / "constraints.txt").read_text("utf-8")
    assert "://" not in pinned
    assert "--hash=sha256:" in pinned
