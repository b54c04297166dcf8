"""What the tests of outside readers share: records of sample plans, and Node's tools."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor import extract
from extractor.plan.codec import to_json

ROOT = Path(__file__).parents[2]
NODE = Path(__file__).parent / "node"
PLANS = ("phu-lac-ho-so-thong-suot", "hoa-giang-kinh-te-so", "na-van-chuyen-doi-so-quyet-dinh")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Records of three sample plans, each as a file."""
    folder = tmp_path_factory.mktemp("records")
    paths = [folder / f"{name}.json" for name in PLANS]
    for name, path in zip(PLANS, paths, strict=True):
        path.write_bytes(to_json(extract(ROOT / "corpus" / name / "plan.docx")))
    return paths


@pytest.fixture(scope="session")
def node() -> Run:
    """Runs a program of Node's in the folder where its packages are installed."""
    if shutil.which("node") is None or not (NODE / "node_modules").is_dir():
        pytest.fail("Node's packages are missing: `make interop` installs them", pytrace=False)

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(argument) for argument in arguments],
            cwd=NODE,
            capture_output=True,
            text=True,
            check=False,
        )

    return run
