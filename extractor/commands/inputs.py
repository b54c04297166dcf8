"""One input of a command: a file, a member of an archive, or standard input; and its names.

In: a path, and a member where the path is an archive's. Out: what messages call it
(`goi.zip!ke-hoach.docx`), what its record calls it, what its record's file may be called.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from extractor.reading.archive import Member

STDIN = "-"
# What is read, and what a clerk may take for readable: that gets a clear error line.
DOCUMENTS = (
    ".docx", ".pdf", ".txt", ".md", ".markdown", ".doc", ".docm", ".odt", ".rtf", ".html", ".htm",
    ".mht", ".mhtml", ".zip", ".rar", ".7z", ".eml", ".msg",
)  # fmt: skip
RECORDS = (".json", ".jsonl")
_UNWRITABLE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST = 150  # bytes of a name: with folders before it, it must stay under 255


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; `path` None is standard input. `label` is what messages call it."""

    label: str
    path: Path | None
    data: bytes | None = field(default=None, repr=False, compare=False)  # of standard input
    member: Member | None = None  # of the archive at `path`

    @property
    def word(self) -> str:
        return str(self.path) if self.path else STDIN

    @property
    def name(self) -> str:
        """What the record calls the file: `goi.zip!thu-muc/ke-hoach.docx` for a member."""
        own = self.path.name if self.path else "stdin"
        return f"{own}!{self.member.name}" if self.member else own

    @property
    def places(self) -> tuple[str, ...]:
        """Folders and file, outermost first, without what no file may be called."""
        if self.path is None:
            return ("stdin",)
        own = self.path.resolve().parts[1:]
        inner = self.member.name.split("/") if self.member else ()
        return (*own, *(_safe(part) for part in inner if part.strip(". ")))

    def load(self) -> bytes:
        """The bytes to read. Raises one of `extractor.errors`."""
        if self.data is not None:
            return self.data
        if self.member is not None and self.path is not None:
            from extractor.reading.archive import member_bytes

            return member_bytes(self.path, self.member.number)
        from extractor.commands.loading import load_bytes

        return load_bytes(self.word)


def _safe(part: str) -> str:
    """A name from an archive as every system can write it."""
    plain = _UNWRITABLE.sub("_", part).strip(". ") or "_"
    stem, dot, suffix = plain.rpartition(".")
    cut = (stem if dot else plain).encode("utf-8", "replace")[:_LONGEST]
    return cut.decode("utf-8", "ignore") + (f".{suffix[:10]}" if dot else "")


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files to read; problems end in a non-zero exit code, notices do not."""

    files: tuple[Input, ...]
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
