"""Word files saved by LibreOffice as Word 97 files: `word97([docx, …])` gives a .doc for each.

All in one run, as its start is what takes long. Without LibreOffice, or where it makes no file,
NoOffice says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extractor.reading.programs import Failed, office, private_folder, run


class NoOffice(RuntimeError):
    """LibreOffice is missing, or saved nothing."""


def word97(files: Sequence[bytes]) -> list[bytes]:
    """The .doc of each .docx, in order."""
    program = office()
    if program is None:
        raise NoOffice("LibreOffice is not installed: `make office` installs it")
    with private_folder() as folder:
        names = [f"{number}.docx" for number in range(len(files))]
        for name, data in zip(names, files, strict=True):
            (folder / name).write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = ("--headless", "--norestore", "--convert-to", "doc:MS Word 97", *names)
        try:
            run([program, profile, *words], folder)
        except Failed as error:
            raise NoOffice(f"LibreOffice saved no .doc: {error}") from error
        return [_saved(folder / f"{number}.doc") for number in range(len(files))]


def _saved(path: Path) -> bytes:
    if not path.is_file():
        raise NoOffice("LibreOffice saved no .doc")
    return path.read_bytes()
