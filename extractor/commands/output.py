"""Where records go: a folder, one JSON Lines file, or standard output; whole or not at all.

In: inputs and the bytes of their records. Out: files. `ke-hoach.docx` goes to `ke-hoach.json`;
where two inputs would meet there (`a.docx`, `a.pdf`), each keeps its whole name: `a.docx.json`,
`a.pdf.json`.
"""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from extractor.commands.inputs import Input

Sink = Callable[[Input, bytes], None]
_HALF = ".kehoach-"
_STALE = 3600.0  # seconds
_SAID = 4  # notices of other names that are told one by one


@contextmanager
def atomic(path: Path) -> Iterator[BinaryIO]:
    """A file to write that appears at `path` when it is whole, and never in part."""
    temporary = path.with_name(f"{_HALF}{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(path)
        _keep_name(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Make the folder remember a new name over a power cut, where the system can be asked to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some network drives refuse; the record itself is written
        pass
    finally:
        os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed left half written; nobody writes for an hour."""
    for left in folder.glob(f"{_HALF}*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


@contextmanager
def to_stdout() -> Iterator[Sink]:
    """Records one after the other on standard output."""
    with standard_output() as put:
        yield lambda _, data: put(data)


@contextmanager
def standard_output() -> Iterator[Callable[[bytes], None]]:
    """What puts bytes on standard output at once. Raises OSError where it takes no more."""
    stream = sys.stdout.buffer

    def put(data: bytes) -> None:
        stream.write(data)
        stream.flush()

    try:
        yield put
    except BrokenPipeError:
        raise
    except OSError:
        _give_up(sys.stdout)
        raise


def _give_up(stream: TextIO) -> None:
    """Let what could not be written go nowhere: the end of the program would try once more."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def to_lines(path: Path) -> Iterator[Sink]:
    """All records in one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic(path) as handle:

        def write(_: Input, data: bytes) -> None:
            handle.write(data)

        yield write


@contextmanager
def to_folder(folder: Path, names: dict[Input, str]) -> Iterator[Sink]:
    """Each record in a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)

    def write(item: Input, data: bytes) -> None:
        with atomic(folder / names[item]) as handle:
            handle.write(data)

    yield write


def record_names(inputs: Sequence[Input]) -> dict[Input, str]:
    """The name of each input's record; no two are the same, upper and lower case alike.

    The shortest that is the input's alone: `a.json`, `a.docx.json`, then with the folders above it
    (`xa-phu-lac-a.docx.json`); a number where all of these meet.
    """
    ladders = {item: list(_names(item)) for item in inputs}
    shared = Counter((step, _key(name)) for names in ladders.values() for step, name in names)
    taken: set[str] = set()
    chosen = {}
    for item, names in ladders.items():
        alone = [name for step, name in names if shared[step, _key(name)] == 1]
        chosen[item] = _free(alone[0] if alone else names[1][1], taken)
        taken.add(_key(chosen[item]))
    return chosen


def renamed(names: dict[Input, str]) -> list[str]:
    """Notices of the records that could not have the plain name: the first ones, then how many."""
    moved = [(item.label, name) for item, name in names.items() if name != _plain(item)]
    lines = [
        f"Trùng tên: bản ghi của «{label}» được ghi vào «{name}»." for label, name in moved[:_SAID]
    ]
    more = len(moved) - len(lines)
    if more:
        lines.append(f"Trùng tên: {more} bản ghi khác cũng được ghi với tên dài hơn.")
    return lines


def _names(item: Input) -> Iterator[tuple[int, str]]:
    yield 0, _plain(item)
    *folders, own = item.places
    name = f"{own}.json"
    yield 1, name
    for step, folder in enumerate(reversed(folders), 2):
        name = f"{folder}-{name}"
        yield step, name


def _plain(item: Input) -> str:
    return Path(item.places[-1]).stem + ".json"


def _key(name: str) -> str:
    return name.casefold()  # one file on Windows and macOS


def _free(name: str, taken: set[str]) -> str:
    stem, number, free = name.removesuffix(".json"), 2, name
    while _key(free) in taken:
        free, number = f"{stem}-{number}.json", number + 1
    return free
