"""Programs of others that `doctor` looks for: what they open, and how to get them.

Out: `Program("LibreOffice", (".doc", ".odt", ".rtf"), …)` and where it was found. None of them is
needed for .docx, .pdf and text: one that is missing is told, and is no fault.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from extractor.reading.programs import office


def tesseract() -> str | None:
    """Where tesseract is; asked only here, because its reader loads numpy."""
    from extractor.reading.scan.engine import found

    return found()


@dataclass(frozen=True, slots=True)
class Program:
    """A program: how it is found, the formats it opens, what to install to have it."""

    name: str
    find: Callable[[], str | None]
    uses: tuple[str, ...]
    install: str
    stands_in: str = ""  # for what: a fallback, whose lack is not told


SCANS = ("bản quét (.pdf)", ".png", ".jpg", ".tif")
PROGRAMS = (
    Program("LibreOffice", office, (".doc", ".odt", ".rtf"), "libreoffice-writer"),
    Program("tesseract", tesseract, SCANS, "tesseract-ocr và tesseract-ocr-vie"),
    Program("antiword", partial(shutil.which, "antiword"), (".doc",), "antiword", "LibreOffice"),
    Program("catdoc", partial(shutil.which, "catdoc"), (".doc",), "catdoc", "LibreOffice"),
)


def told(program: Program) -> str | None:
    """One line on a program; None for a fallback that is not there."""
    found, uses = program.find(), ", ".join(program.uses)
    if program.stands_in:
        return found and f"  có     {program.name} ({found}): {uses} khi không có LibreOffice"
    if found:
        return f"  có     {program.name} ({found}): {uses}"
    return f"  CHƯA CÓ {program.name}: cần cho {uses}; hãy cài {program.install}"


def opened() -> list[str]:
    """The formats that the programs found open, each once."""
    found = [use for program in PROGRAMS if program.find() for use in program.uses]
    return list(dict.fromkeys(found))
