"""Programs of others get a private folder, bounds, and neither our environment nor a network."""

from __future__ import annotations

import socket
import stat
import sys
import time
from pathlib import Path

import pytest

from extractor.reading import programs
from extractor.reading.limits import Limits, using


def test_the_folder_is_private_and_gone_afterwards() -> None:
    with programs.private_folder() as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "0.doc").write_bytes(b"x")
    assert not folder.exists()


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path) -> None:
    script = "import os, subprocess, sys, time\np = subprocess.Popen(['sleep', '60'])\n"
    script += "open('pid', 'w').write(str(p.pid))\ntime.sleep(60)\n"
    with using(Limits(office_seconds=6)), pytest.raises(programs.Failed):
        programs.run([sys.executable, "-c", script], tmp_path)
    state = Path("/proc", (tmp_path / "pid").read_text(), "stat")
    for _ in range(100):
        if not state.exists() or state.read_text().split(") ")[1][0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("still running")


def test_a_program_sees_nothing_of_our_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "bi-mat")
    script = "import os; print(dict(os.environ))"
    said = programs.run([sys.executable, "-c", script], tmp_path).decode()
    assert "bi-mat" not in said and str(tmp_path) in said


def test_a_program_cannot_write_more_than_the_limit(tmp_path: Path) -> None:
    script = "open('big', 'wb').write(b'x' * 9_000_000)"
    with using(Limits(unpacked_bytes=1_000_000)), pytest.raises(programs.Failed):
        programs.run([sys.executable, "-c", script], tmp_path)
    assert (tmp_path / "big").stat().st_size <= 1_000_000


def test_a_program_has_no_network(tmp_path: Path) -> None:
    if not programs._apart():
        pytest.skip("this system gives no network namespaces; the proxies stand in for them")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        script = f"import socket; socket.create_connection(('127.0.0.1', {port}), 5)"
        with pytest.raises(programs.Failed):
            programs.run([sys.executable, "-c", script], tmp_path)
