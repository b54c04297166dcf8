"""Letters in pictures by tesseract: grey pictures in, words with boxes and confidence out.

`look([picture], 4)` is a list with the words of that picture: `Seen("Căn", 310, 512, 372, 541,
0.96, (1, 1, 2))`, boxes in pixels from the top left. Tesseract is a program beside this one: it is
called without a shell, on files in a folder of its own that is removed afterwards, with one thread
and a limit of time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from extractor.errors import MissingComponent, UnreadableFile
from extractor.reading.pdf_characters import repair
from extractor.reading.scan import messages

Grey = NDArray[np.uint8]  # a picture: rows of pixels, 0 black to 255 white

LANGUAGE = "vie"
DIGITS = "eng"  # reads digits better; Debian's tesseract brings it
DPI = 200  # tesseract's best on print of 12 to 14 points; more costs time and gains nothing
SECONDS = 90.0  # for one call; a page takes two

_PROGRAM = "tesseract"
# Where the installer of Windows puts it without telling the path.
_PLACES = (r"C:\Program Files\Tesseract-OCR\tesseract.exe",)
_WORD = "5"  # the level of a row of TSV that is a word
_COLUMNS = 12
# Its letters have no en dash and no plain slash beside the fraction's.
# Nor has Vietnamese an n with a tilde: a speck over a capital.
_SIGNS = str.maketrans({"—": "–", "⁄": "/", "‐": "-", "‑": "-", "¡": "i", "Ñ": "N", "ñ": "n"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as tesseract saw it: pixels of its box, `sure` from 0 to 1, the line it stands in.

    `doubt` says why it may be misread, one of `document.model.DOUBTS`.
    """

    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    sure: float
    line: tuple[int, int, int]
    doubt: str = ""


def _program() -> str | None:
    return shutil.which(_PROGRAM) or next((p for p in _PLACES if Path(p).is_file()), None)


def found() -> str | None:
    """The path of tesseract with its Vietnamese, or None."""
    program = _program()
    return program if program and LANGUAGE in languages(program) else None


@cache
def engine() -> str:
    """The path of tesseract. Raises MissingComponent where it, or its Vietnamese, is missing."""
    program = _program()
    if program is None:
        raise MissingComponent(messages.NO_TESSERACT)
    if LANGUAGE not in languages(program):
        raise MissingComponent(messages.NO_VIETNAMESE)
    return program


def reads_digits() -> bool:
    """Whether the second reader of digits is installed."""
    return DIGITS in languages(engine())


@cache
def languages(program: str) -> frozenset[str]:
    """The languages that are installed for it."""
    return frozenset(_said(program, "--list-langs").split())


def look(
    pictures: Sequence[Grey], layout: int, *, dpi: int = DPI, language: str = LANGUAGE
) -> list[list[Seen]]:
    """The words of each picture. `layout` is tesseract's page segmentation mode (`--psm`).

    Raises MissingComponent, or UnreadableFile where tesseract takes too long or fails.
    """
    if not pictures:
        return []
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        listed = _written(Path(folder), pictures)
        options = ["--psm", str(layout), "--dpi", str(dpi), "-l", language]
        table = _run([engine(), str(listed), "stdout", *options, "tsv"], folder, len(pictures))
    found: list[list[Seen]] = [[] for _ in pictures]
    for page, seen in filter(None, map(_row, table.splitlines())):
        found[page - 1].append(seen)
    return [_apart(words) for words in found]


def _apart(words: list[Seen]) -> list[Seen]:
    """The words with boxes that end where the next word begins: some cover their whole line."""
    pairs = pairwise(words)
    cut = [
        replace(word, x1=max(word.x0 + 1, after.x0 - 1))
        if word.line == after.line and word.x0 < after.x0 < word.x1
        else word
        for word, after in pairs
    ]
    return [*cut, *words[-1:]]


def _written(folder: Path, pictures: Sequence[Grey]) -> Path:
    names = [folder / f"{number}.pgm" for number in range(len(pictures))]
    for name, picture in zip(names, pictures, strict=True):
        Image.fromarray(np.ascontiguousarray(picture)).save(name)
    if len(names) == 1:
        return names[0]
    listed = folder / "pictures.txt"
    listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    return listed


def _run(command: list[str], folder: str, pictures: int) -> str:
    limit = SECONDS + pictures / 2
    try:
        done = subprocess.run(
            command, capture_output=True, cwd=folder, env=_environment(), timeout=limit, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(messages.TOO_SLOW) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnreadableFile(messages.FAILED) from error
    return done.stdout.decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    # Threads of one page get in each other's way: two pages at once are faster.
    return {**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}


def _row(line: str) -> tuple[int, Seen] | None:
    """Page and word of one row of TSV; None for rows of other levels and for blanks."""
    cells = line.split("\t")
    if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
        return None
    page, block, paragraph, row = map(int, cells[1:5])
    x0, top, width, height = map(int, cells[6:10])
    sure = max(0.0, float(cells[10])) / 100
    text = repair(cells[11]).translate(_SIGNS)
    if not text:
        return None
    seen = Seen(text, x0, top, x0 + width, top + height, sure, (block, paragraph, row))
    return page, seen


def _said(program: str, option: str) -> str:
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
