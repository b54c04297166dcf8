"""Whole runs of `kehoach extract` that a test disturbs: started, waited for, and looked after.

`Run(folder, plans, "-o", out)` starts one in a session and a temporary folder of its own;
`.first()` waits for a record, `.left()` are the processes that live on after its end.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.robustness.outcome import ROOT, hold

PATIENCE = 120.0  # seconds, on a machine at work
PLAN = """ỦY BAN NHÂN DÂN
XÃ PHÚ LẠC
Số: {number}/KH-UBND
Phú Lạc, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
I. MỤC TIÊU
- Tỷ lệ hồ sơ nộp trực tuyến đạt từ 80% trở lên.
"""


def write_plans(folder: Path, count: int = 40) -> Path:
    """A folder of `count` small plans, each with a number of its own."""
    folder.mkdir()
    for number in range(10, 10 + count):
        (folder / f"{number}.txt").write_text(PLAN.format(number=number), "utf-8")
    return folder


def command(*words: object, module: str = "extractor") -> list[str]:
    return [sys.executable, "-m", module, "extract", *map(str, words)]


def records(folder: Path) -> dict[str, bytes]:
    """The records of a folder by name, each held to its schema and its quotes."""
    found = {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}
    for data in found.values():
        hold(data)
    return found


def strangers(folder: Path) -> list[str]:
    """The names of what is in a folder and is neither a record nor a documented leftover."""
    return [
        path.name
        for path in folder.iterdir()
        if path.suffix != ".json"
        and not (path.name.startswith(".kehoach-") and path.suffix == ".tmp")
    ]


def until(ready: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Wait until something is so; False where it never is."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return True
        time.sleep(0.01)
    return ready()


@dataclass(slots=True)
class Run:
    """A run in a session of its own; its temporary files lie in `private`."""

    words: list[str]
    private: Path
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        self.private.mkdir(exist_ok=True)
        self.process = subprocess.Popen(
            self.words,
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(self.private)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=_listen,
        )

    def wait_for(self, out: Path, count: int = 1) -> None:
        """Wait until there are so many records, and hold that the run is still at work."""
        assert until(lambda: len(list(out.glob("*.json"))) >= count), "no record came"
        assert self.process.poll() is None, "the run was over before it was disturbed"

    def kill(self, number: int = signal.SIGKILL, *, group: bool = False) -> None:
        if group:
            os.killpg(self.process.pid, number)
        else:
            self.process.send_signal(number)

    def ended(self) -> tuple[int, list[str]]:
        """The exit code and the lines on stderr."""
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said.decode().splitlines()

    def left(self) -> list[int]:
        """Processes of this run that are alive, given a while to end."""
        until(lambda: not self._alive(), 20)
        return self._alive()

    def _alive(self) -> list[int]:
        mark = f"TMPDIR={self.private}".encode()
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                ours = mark in (entry / "environ").read_bytes().split(b"\0")
                inside = Path(os.readlink(entry / "cwd")).is_relative_to(self.private)
                dead = (entry / "stat").read_text().rpartition(")")[2].split()[0] in "ZX"
            except OSError:
                continue
            if (ours or inside) and not dead:
                found.append(int(entry.name))
        return found


def _listen() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs do not
