"""A serif face with Vietnamese letters for the PDF: known folders, and what fontconfig knows."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

_FAMILIES = (
    (
        "DejaVuSerif.ttf",
        "DejaVuSerif-Bold.ttf",
        "DejaVuSerif-Italic.ttf",
        "DejaVuSerif-BoldItalic.ttf",
    ),
    (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
)
_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-serif",
    "/Library/Fonts",
)


class MissingFont(RuntimeError):
    """No serif face with Vietnamese letters is installed."""


@dataclass(frozen=True, slots=True)
class Face:
    """The four files of a face."""

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path


def serif() -> Face:
    """The first whole face found; DejaVu Serif comes first, the committed PDFs are set in it."""
    known = _installed()
    for family in _FAMILIES:
        files = [known[name] for name in family if name in known]
        if len(files) == len(family):
            return Face(*files)
    raise MissingFont(
        "no serif font with Vietnamese letters: install fonts-dejavu-extra or fonts-liberation "
        f"(looked for {_FAMILIES[0][0]} and {_FAMILIES[1][0]} in {', '.join(_FOLDERS)} and fc-list)"
    )


def _installed() -> dict[str, Path]:
    folders = [path for folder in _FOLDERS if (path := Path(folder)).is_dir()]
    found = [file for folder in folders for file in sorted(folder.glob("*.ttf"))]
    return {file.name: file for file in [*_fontconfig(), *found]}


def _fontconfig() -> list[Path]:
    try:
        listed = subprocess.run(
            ["fc-list", "--format", "%{file}\n"],
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [Path(line) for line in sorted(listed.stdout.splitlines()) if line.endswith(".ttf")]
