"""Small Word files for the tests: python-docx's own template with raw WordprocessingML put into it.

`word(par("Căn cứ"))` are the bytes of a .docx with one paragraph.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word(body: str, *, styles: str = "", numbering: str = "", footnotes: str = "") -> bytes:
    """A .docx with this body, these styles added, these lists and footnotes instead of any."""
    document = docx.Document()
    _fill(document.element.body, body, keep=False)
    _fill(document.styles.element, styles, keep=True)
    if numbering:
        _fill(document.part.numbering_part.element, numbering, keep=False)
    if footnotes:
        blob = f"<w:footnotes {NAMES}>{footnotes}</w:footnotes>".encode()
        uri = PackURI("/word/footnotes.xml")
        document.part.relate_to(Part(uri, _NOTES, blob, document.part.package), RT.FOOTNOTES)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fill(parent, xml: str, *, keep: bool) -> None:  # type: ignore[no-untyped-def]
    if not keep:
        for child in list(parent):
            parent.remove(child)
    parent.extend(list(parse_xml(f"<w:body {NAMES}>{xml}</w:body>")))


def edited(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one entry changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", 8) as new:
        for entry in old.infolist():
            blob = old.read(entry)
            new.writestr(entry.filename, change(blob) if entry.filename == name else blob)
    return buffer.getvalue()


def run(text: str, look: str = "") -> str:
    """A run; `look` is the content of its `w:rPr`."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, look: str = "") -> str:
    """A paragraph of runs, or of plain texts; `look` is the content of its `w:pPr`."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def item(text: str, list_id: int, level: int = 0) -> str:
    """A paragraph of an automatic list."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return par(text, look=listed)


def level(at: int, format: str, text: str, more: str = "", start: int = 1) -> str:
    """One `w:lvl`."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(at: int, *levels: str) -> str:
    """One `w:abstractNum`."""
    return f'<w:abstractNum w:abstractNumId="{at}">{"".join(levels)}</w:abstractNum>'


def num(at: int, abstract_id: int, more: str = "") -> str:
    """One `w:num` of an abstract list."""
    return f'<w:num w:numId="{at}"><w:abstractNumId w:val="{abstract_id}"/>{more}</w:num>'


RULED = "<w:tblBorders>" + "".join(
    f'<w:{side} w:val="single" w:sz="4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
) + "</w:tblBorders>"  # fmt: skip


def cell(*content: str, look: str = "") -> str:
    """A table cell of plain texts or raw blocks; `look` is the content of its `w:tcPr`."""
    blocks = "".join(one if one.startswith("<") else par(one) for one in content)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{blocks or par('')}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    """A table row of cells, or of plain texts."""
    inner = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{look}</w:trPr>{inner}</w:tr>"


def table(*rows: str, look: str = RULED) -> str:
    """A table, ruled unless `look` (the content of its `w:tblPr`) says otherwise."""
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"
