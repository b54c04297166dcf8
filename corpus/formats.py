"""A sheet in any of the formats in which plans come: `print_as(sheet, ["docx", "scan"])`.

Out come the suffix of the file and its bytes by format: `{"docx": ("docx", b"PK…"), "scan": ("pdf",
b"%PDF…")}`. The Word 97 files are saved by LibreOffice, all in one run; those in the old codes
TCVN3 and VNI have their numbers typed, as their offices did.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.layout import Columns, Numbering, Sheet
from corpus.old_fonts import TCVN3, VNI, in_old_fonts
from corpus.render_docx import render_docx
from corpus.render_html import render_html
from corpus.render_pdf import render_pdf
from corpus.render_txt import render_txt
from corpus.scanner import scan_of
from corpus.word97 import word97

Printer = Callable[[Sheet], bytes]


def print_as(sheet: Sheet, formats: Sequence[str]) -> dict[str, tuple[str, bytes]]:
    """The files of a sheet, in the order of `formats`; KeyError for a format that is none."""
    made = {format: (_PRINTERS[format][0], _PRINTERS[format][1](sheet)) for format in formats}
    old = [format for format in formats if made[format][0] == "doc"]
    if old:
        saved = word97([made[format][1] for format in old])
        made |= {format: ("doc", data) for format, data in zip(old, saved, strict=True)}
    return made


def signer_of(sheet: Sheet) -> str:
    """The last line on the right of the sheet's last columns: the signer's name, if it has any."""
    columns = [piece for piece in sheet.pieces if isinstance(piece, Columns)]
    right = columns[-1].rows[-1].right if columns else ()
    return right[-1].text if right else ""


def _scan(sheet: Sheet) -> bytes:
    return scan_of(render_pdf(sheet), signer_of(sheet))


def _old(code: str) -> Printer:
    def typed(sheet: Sheet) -> bytes:
        return in_old_fonts(render_docx(replace(sheet, numbering=Numbering.PRINTED)), code)

    return typed


# What is to be saved as .doc is printed as .docx first.
_PRINTERS: dict[str, tuple[str, Printer]] = {
    "txt": ("txt", lambda sheet: render_txt(sheet).encode()),
    "docx": ("docx", render_docx),
    "pdf": ("pdf", render_pdf),
    "html": ("html", render_html),
    "doc": ("doc", render_docx),
    TCVN3: ("doc", _old(TCVN3)),
    VNI: ("doc", _old(VNI)),
    "scan": ("pdf", _scan),
}
FORMATS = tuple(_PRINTERS)
