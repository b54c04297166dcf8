"""The parts of a Word package that hold text, styles and list definitions, as XML elements.

`open_parts(data)` gives the main document (`"word/document.xml"`), its styles, its numbering and
its notes. python-docx opens the package; where it stumbles over a part that we never read (a
picture that is not there, a macro), the parts are taken from the zip and a notice says so.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.part import Part
from docx.oxml.parser import parse_xml

from extractor.document.model import Notice
from extractor.errors import UnreadableFile
from extractor.reading.docx_guard import BROKEN, check_container
from extractor.reading.docx_xml import Element, W

# What python-docx raises over a package that is not as it expects.
_STUMBLES = (
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    SyntaxError,  # lxml's, over XML
    OSError,
    OpcError,
    zipfile.BadZipFile,
    zlib.error,
)
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_REPAIRED = Notice(
    "docx_repaired",
    "Tệp Word có phần lỗi hoặc không theo chuẩn thường; chữ vẫn đọc được, xin đối chiếu bản gốc.",
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements read from one package; `name` is the main part's, without a leading slash."""

    name: str
    body: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    notices: tuple[Notice, ...] = ()


def open_parts(data: bytes) -> Parts:
    """The parts of the package in `data`; a typed error where it cannot or may not be opened."""
    check_container(data)
    try:
        return _through_library(data)
    except _STUMBLES:
        return _through_zip(data)


def _through_library(data: bytes) -> Parts:
    main = docx.Document(io.BytesIO(data)).part
    related = {kind: _related(main, kind) for kind in (RT.STYLES, RT.NUMBERING)}
    return Parts(
        name=str(main.partname).lstrip("/"),
        body=_body(main.element),
        styles=related[RT.STYLES],
        numbering=related[RT.NUMBERING],
        footnotes=_related(main, RT.FOOTNOTES),
        endnotes=_related(main, RT.ENDNOTES),
    )


def _related(main: Part, kind: str) -> Element | None:
    try:
        part = main.part_related_by(kind)
    except KeyError:
        return None
    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def _body(document: Element) -> Element:
    body = document.find(W + "body")
    if body is None:
        raise UnreadableFile(BROKEN)
    return body


def _through_zip(data: bytes) -> Parts:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = {name: _from_zip(package, name) for name in _NAMES}
            body = _body(found["document"])
    except _STUMBLES as error:
        raise UnreadableFile(BROKEN) from error
    others = {name: found[name] for name in _NAMES if name != "document"}
    return Parts("word/document.xml", body, **others, notices=(_REPAIRED,))


_NAMES = ("document", "styles", "numbering", "footnotes", "endnotes")


def _from_zip(package: zipfile.ZipFile, name: str) -> Element | None:
    entry = f"word/{name}.xml"
    if name != "document" and entry not in package.namelist():
        return None
    # Files saved as "Strict Open XML" say the same under another namespace.
    return parse_xml(package.read(entry).replace(_STRICT, W[1:-1].encode()))
