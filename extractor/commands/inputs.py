"""What the user named: files, folders, patterns and `-`, as a list of files to read, each once.

In: the words of the command line. Out: `Inputs(files, problems, notices)`. A folder gives every
file in it and below that may be a plan by its name; how many others it holds is said, never
passed over.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

STDIN = "-"
# What is read, and what a clerk may take for readable: that gets a clear error line.
DOCUMENTS = (".docx", ".pdf", ".txt", ".md", ".markdown", ".doc", ".docm", ".odt", ".rtf")
RECORDS = (".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; `path` None is standard input. `label` is what messages call it."""

    label: str
    path: Path | None
    data: bytes | None = field(default=None, repr=False, compare=False)  # of standard input

    @property
    def word(self) -> str:
        return str(self.path) if self.path else STDIN

    @property
    def name(self) -> str:
        return self.path.name if self.path else "stdin"

    def load(self) -> bytes:
        """The bytes to read. Raises one of `extractor.errors`."""
        if self.data is not None:
            return self.data
        from extractor.commands.loading import load_bytes

        return load_bytes(self.word)


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to read; problems end in a non-zero exit code, notices do not."""

    files: tuple[Input, ...]
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def expand(words: Sequence[str], suffixes: Sequence[str] = DOCUMENTS) -> Inputs:
    """The files that `words` name, in their order, a folder's in the order of their names."""
    files: dict[str, Input] = {}
    problems: list[str] = []
    notices: list[str] = []
    for word in words:
        found = list(_files(word, suffixes, notices))
        if not found:
            problems.append(_nothing(word))
        for item in found:
            files.setdefault(_identity(item), item)
    return Inputs(tuple(files.values()), tuple(problems), tuple(notices))


def _files(word: str, suffixes: Sequence[str], notices: list[str]) -> Iterator[Input]:
    path = Path(word)
    if word == STDIN:
        yield Input("stdin", None)
    elif path.is_dir():
        yield from _folder(path, suffixes, notices)
    elif os.path.lexists(path) or not glob.has_magic(word):
        yield Input(word, path)  # a missing file is told by whoever opens it
    else:
        for match in sorted(glob.glob(word, recursive=True)):
            if Path(match).is_file():
                yield Input(match, Path(match))


def _folder(folder: Path, suffixes: Sequence[str], notices: list[str]) -> Iterator[Input]:
    others = 0
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or _hidden(path.relative_to(folder)):
            continue
        if path.suffix.lower() in suffixes:
            yield Input(str(path), path)
        else:
            others += 1
    if others:
        notices.append(f"Trong «{folder}» có {others} tệp loại khác, không đọc.")


def _hidden(path: Path) -> bool:
    # "~$ke-hoach.docx" is Word's lock file, not a document.
    return any(part.startswith((".", "~$")) for part in path.parts)


def _nothing(word: str) -> str:
    if Path(word).is_dir():
        return f"Trong thư mục «{word}» không có tệp nào đọc được."
    return f"Không có tệp nào khớp với «{word}»."


def _identity(item: Input) -> str:
    return os.path.realpath(item.path) if item.path else STDIN
