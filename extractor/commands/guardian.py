"""A small process that outlives a crew's own by a moment, for the case that it is killed.

In: a folder, and the numbers of processes as they come and go (`+4711`, `-4711`, one a line on its
standard input). Out: nothing, until the input ends: then it ends those that are left, with every
program they started, and removes the folder. Who ends in good order stops it first. This file is
run by its path and imports only what is always there.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PROCESSES = Path("/proc")
_ROUNDS = 3  # a program may start another while we look


class Guard:
    """Tells the guardian which processes there are; does nothing where there is none (Windows)."""

    def __init__(self, pipe: IO[bytes] | None) -> None:
        self._pipe = pipe

    def hired(self, number: int | None) -> None:
        self._tell(f"+{number}\n")

    def gone(self, number: int | None) -> None:
        self._tell(f"-{number}\n")

    def _tell(self, line: str) -> None:
        if self._pipe is not None:
            with suppress(OSError, ValueError):
                self._pipe.write(line.encode())
                self._pipe.flush()


@contextmanager
def guarding(folder: str) -> Iterator[Guard]:
    """A guardian over `folder` and the processes that the Guard is told of."""
    if os.name != "posix":
        yield Guard(None)
        return
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", __file__, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # what ends our group leaves it alone
    )
    try:
        yield Guard(process.stdin)
    finally:
        process.kill()
        process.wait()
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()


def end_family(number: int) -> None:
    """Kill a process that leads a group, its group, and all it started that can be found."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(number, signal.SIGSTOP)  # so that it starts nothing more
    for _ in range(_ROUNDS):
        found = _family(number)
        for one in found - {number}:
            _kill(one)
        if not found - {number}:
            break
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(number, signal.SIGKILL)
    _kill(number)  # one that does not lead its group yet


def end_those_in(folder: str) -> None:
    """Kill the programs that work in `folder`: their process may have died before them."""
    for number in _numbers():
        with suppress(OSError):
            if Path(os.readlink(_PROCESSES / str(number) / "cwd")).is_relative_to(folder):
                _kill(number)


def _kill(number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(number, signal.SIGKILL)


def _family(number: int) -> set[int]:
    """A process, those that it started, those that they started …, and their sessions' others."""
    rows = [row for row in map(_row, _numbers()) if row is not None]
    found, size = {number}, 0
    while size < len(found):
        size = len(found)
        found.update(own for own, parent, _ in rows if parent in found)
        # A session is named after the process that opened it: one of the family.
        found.update(own for own, _, session in rows if session in found)
    return found


def _numbers() -> list[int]:
    try:
        return [int(name) for name in os.listdir(_PROCESSES) if name.isdigit()]
    except OSError:  # macOS: the group alone
        return []


def _row(number: int) -> tuple[int, int, int] | None:
    """A living process with its parent and its session."""
    try:
        said = (_PROCESSES / str(number) / "stat").read_text("utf-8", "replace")
    except OSError:
        return None
    state, parent, _, session = said.rpartition(")")[2].split()[:4]
    return None if state in "ZX" else (number, int(parent), int(session))


def _guard(folder: str) -> None:
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    living: set[int] = set()
    for line in sys.stdin:
        number = int(line[1:])
        living = living | {number} if line.startswith("+") else living - {number}
    for number in living:
        end_family(number)
    end_those_in(folder)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    _guard(sys.argv[1])
