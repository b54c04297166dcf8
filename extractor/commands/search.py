"""What the user named: files, folders, archives, patterns and `-`, as inputs to read, each once.

In: the words of the command line. Out: `Inputs(files, problems, notices)`. A folder gives every
file in it and below that may be a plan by its name, an archive every such member; how many others
they hold is said, never passed over.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from extractor.commands.inputs import DOCUMENTS, STDIN, Input, Inputs
from extractor.errors import KehoachError
from extractor.reading.limits import current

_ARCHIVE = ".zip"
_OTHERS_SAID = 5  # kinds of other files that are named


def expand(words: Sequence[str], suffixes: Sequence[str] = DOCUMENTS) -> Inputs:
    """The files that `words` name, in their order, a folder's in the order of their names.

    An archive stands for the files in it, where `suffixes` has archives.
    """
    search = _Search(tuple(suffixes))
    for word in words:
        found = [one for item in search.files(word) for one in search.opened(item)]
        if not found and not search.refused:
            search.problems.append(_nothing(word))
        search.refused = False
        for item in found:
            search.found.setdefault(_identity(item), item)
    return Inputs(tuple(search.found.values()), tuple(search.problems), tuple(search.notices))


@dataclass(slots=True)
class _Search:
    """What was found so far, and what is to be said about it."""

    suffixes: tuple[str, ...]
    found: dict[str, Input] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    refused: bool = False  # something of this word is there, and was told

    def files(self, word: str) -> Iterator[Input]:
        path = Path(word)
        if word == STDIN:
            yield Input("stdin", None)
        elif path.is_dir():
            yield from self._folder(path)
        elif os.path.lexists(path) or not glob.has_magic(word):
            yield Input(word, path)  # a missing file is told by whoever opens it
        else:
            for match in sorted(glob.glob(word, recursive=True)):
                if Path(match).is_file():
                    yield Input(match, Path(match))

    def _folder(self, folder: Path) -> Iterator[Input]:
        paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        shown = [path for path in paths if not _hidden(path.relative_to(folder).parts)]
        self._tell_others(str(folder), [path.name for path in shown])
        for path in shown:
            if _suffix(path.name) in self.suffixes:
                yield Input(str(path), path)

    def opened(self, item: Input) -> Iterator[Input]:
        """The members of an archive; the input itself where it is none."""
        if item.path is None or _ARCHIVE not in self.suffixes:
            return iter((item,))
        if item.path.suffix.lower() != _ARCHIVE or not item.path.is_file():
            return iter((item,))
        return self._members(item, item.path)

    def _members(self, item: Input, path: Path) -> Iterator[Input]:
        from extractor.reading.archive import members

        try:
            found = members(path)
        except KehoachError as error:
            self.problems.append(f"Không đọc được «{item.label}»: {error.message}")
            self.refused = True
            return
        if found is None:
            yield item
            return
        shown = [one for one in found if not _hidden(_inner(one.name))]
        chosen = [one for one in shown if _suffix(one.name) in self.suffixes]
        self._tell_others(item.label, [one.name for one in shown])
        if len(chosen) > current().members:
            self.problems.append(_too_many(item.label, len(chosen)))
            self.refused = True
            return
        for one in sorted(chosen, key=lambda one: one.name):
            yield Input(f"{item.label}!{one.name}", path, None, one)

    def _tell_others(self, where: str, names: Sequence[str]) -> None:
        """Say which files of a folder or archive are passed over, by kind."""
        others = [suffix for name in names if (suffix := _suffix(name)) not in self.suffixes]
        if not others:
            return
        counts = Counter(suffix or "không có đuôi" for suffix in others).most_common(_OTHERS_SAID)
        kinds = ", ".join(f"{kind} ({count})" for kind, count in counts)
        self.notices.append(f"Trong «{where}» có {len(others)} tệp loại khác, không đọc: {kinds}.")


def _hidden(parts: Sequence[str]) -> bool:
    # "~$ke-hoach.docx" is Word's lock file, not a document; __MACOSX holds no file of anybody's.
    return any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _inner(name: str) -> list[str]:
    """The parts of a member's name; dots that point out of the archive are none."""
    return [part for part in name.split("/") if part.strip(".")]


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _too_many(label: str, count: int) -> str:
    most = current().members
    return (
        f"Không đọc được «{label}»: có {count} tệp bên trong, quá {most}. "
        f"Hãy chia nhỏ tệp nén, hoặc thêm --limit members={count}."
    )


def _nothing(word: str) -> str:
    if Path(word).is_dir():
        return f"Trong thư mục «{word}» không có tệp nào đọc được."
    if Path(word).is_file():
        return f"Trong tệp nén «{word}» không có tệp nào đọc được."
    return f"Không có tệp nào khớp với «{word}»."


def _identity(item: Input) -> str:
    inner = f"!{item.member.number}" if item.member else ""
    return os.path.realpath(item.path) + inner if item.path else STDIN
