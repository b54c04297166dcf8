"""Other people's programs (LibreOffice, antiword, catdoc): found, and run so that they do no harm.

In: a command line and a private folder. Out: what the program printed, or Failed. It gets an
environment of its own, limits on time, memory and the size of files, and, where the system allows
it, a network without any way out.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from extractor.reading.limits import current

# Where LibreOffice puts itself without being on the search path.
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_OFFICE = ("soffice", "libreoffice", "soffice.com")
_ULIMITS = 'ulimit -t "$1" && ulimit -f "$2" && ulimit -c 0 && shift 2 && exec "$@"'
_BLOCK = 512  # bytes in which `ulimit -f` counts, by POSIX
_UNSHARE = ("unshare", "--user", "--map-root-user", "--net", "--")


class Failed(Exception):
    """A program that ended badly or not in time; never leaves the reader that ran it."""


def office() -> str | None:
    """The path of LibreOffice, or None."""
    named = (shutil.which(name) for name in _OFFICE)
    usual = (place for place in _USUAL_PLACES if Path(place).is_file())
    return next((found for found in (*named, *usual) if found), None)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that only we may look into, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def run(command: Sequence[str], folder: Path) -> bytes:
    """What `command` prints, run in `folder`; Failed where it ends with a fault or too late."""
    seconds = current().office_seconds
    process = subprocess.Popen(
        [*_apart(), *_bounded(command, seconds)],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{seconds} s") from error
    finally:
        _end(process)
    if process.returncode:
        raise Failed(f"exit code {process.returncode}")
    return said


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and all it started: `soffice` is a script around the real one."""
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.communicate()


def _bounded(command: Sequence[str], seconds: int) -> list[str]:
    if os.name != "posix":
        return list(command)
    blocks = current().unpacked_bytes // _BLOCK
    return ["/bin/sh", "-c", _ULIMITS, "sh", str(seconds), str(blocks), *command]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = str(folder)
    return {
        **kept,
        "HOME": home,
        "TMPDIR": home,
        "TEMP": home,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",  # draws nowhere
        # For systems without namespaces: every request goes to a door that nobody opens.
        **dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9"),
    }


@cache
def _apart() -> tuple[str, ...]:
    """The words that start a program without a network; none where the system has no such thing."""
    if not sys.platform.startswith("linux") or shutil.which(_UNSHARE[0]) is None:
        return ()
    try:
        done = subprocess.run([*_UNSHARE, "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return _UNSHARE if done.returncode == 0 else ()
