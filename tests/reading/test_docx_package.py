"""Files that are no Word file, are locked, broken or dangerous: a typed error, one clear line."""

from __future__ import annotations

import io
import zipfile

import pytest

from extractor.errors import KehoachError, UnreadableFile, UnsupportedFormat
from extractor.reading import docx_guard
from extractor.reading.docx import read_docx
from extractor.reading.limits import Limits, using
from extractor.reading.zip_guard import RATIO_FLOOR
from tests.reading.word_files import edited, par, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
MAIN = "word/document.xml"
PLAIN = word(par("Căn cứ Luật Đất đai;"))


def with_bad_packing(data: bytes) -> bytes:
    """The package with the packed bytes of its main part overwritten."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        start = package.getinfo(MAIN).header_offset + 30 + len(MAIN)
    return data[:start] + b"\xff" * 40 + data[start + 40 :]


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, blob in entries.items():
            package.writestr(name, blob)
    return buffer.getvalue()


def with_declaration(xml: bytes) -> bytes:
    start = xml.index(b"?>") + 2
    return xml[:start] + b'<!DOCTYPE w [<!ENTITY a "aaaa">]>' + xml[start:]


def with_part(data: bytes, name: str, blob: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr(name, blob)
    return buffer.getvalue()


BAD: dict[str, tuple[bytes, type[KehoachError], str]] = {
    "empty": (b"", UnreadableFile, docx_guard.EMPTY),
    "with a password": (
        OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, docx_guard.LOCKED,
    ),
    "of the old format": (OLE, UnsupportedFormat, docx_guard.LEGACY),
    "no zip": (b"Ke hoach so 5", UnsupportedFormat, docx_guard.NOT_WORD),
    "a workbook": (zipped({"xl/workbook.xml": b"<x/>"}), UnsupportedFormat, docx_guard.NOT_WORD),
    "cut short": (PLAIN[: len(PLAIN) // 2], UnreadableFile, docx_guard.BROKEN),
    "of broken packing": (with_bad_packing(PLAIN), UnreadableFile, docx_guard.BROKEN),
    "of broken XML": (edited(PLAIN, MAIN, lambda xml: xml[:-9]), UnreadableFile, docx_guard.BROKEN),
    "without a body": (
        edited(PLAIN, MAIN, lambda xml: xml.replace(b"w:body", b"w:none")),
        UnreadableFile, docx_guard.BROKEN,
    ),
    "without a document": (zipped({"word/styles.xml": b"<x/>"}), UnreadableFile, docx_guard.BROKEN),
    "with a declared type": (
        edited(PLAIN, MAIN, with_declaration), UnreadableFile, docx_guard.UNSAFE_XML,
    ),
    "with a declared type in UTF-16": (
        edited(PLAIN, MAIN, lambda xml: with_declaration(xml).decode().encode("utf-16")),
        UnreadableFile, docx_guard.UNSAFE_XML,
    ),
    "with a declared type under another name": (
        with_part(PLAIN, "word/picture.png", with_declaration(b"<?xml version='1.0'?><x/>")),
        UnreadableFile, docx_guard.UNSAFE_XML,
    ),
    "in a character set that hides declarations": (
        with_part(PLAIN, "word/more.xml", b'<?xml version="1.0" encoding="utf-7"?><x/>'),
        UnreadableFile, docx_guard.UNSAFE_XML,
    ),
    "that swells": (
        zipped({MAIN: b" " * (RATIO_FLOOR * 4)}), UnreadableFile, docx_guard.TOO_LARGE,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "error", "message"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read(data: bytes, error: type[KehoachError], message: str) -> None:
    with pytest.raises(error) as raised:
        read_docx(data)
    assert raised.value.message == message
    assert "\n" not in message


@pytest.mark.parametrize(
    "limits", [Limits(unpacked_bytes=1000), Limits(entries=3), Limits(xml_bytes=100)]
)
def test_a_package_over_a_limit_is_refused(limits: Limits) -> None:
    with using(limits), pytest.raises(UnreadableFile) as raised:
        read_docx(PLAIN)
    assert raised.value.message == docx_guard.TOO_LARGE


def test_an_entity_is_not_expanded_where_it_is_written_by_number() -> None:
    data = edited(PLAIN, MAIN, lambda xml: xml.replace("Đất".encode(), b"&#272;&#7845;t"))
    assert read_docx(data).text == "Căn cứ Luật Đất đai;"


def test_a_picture_that_is_not_there_costs_a_notice_and_no_text() -> None:
    target = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="NULL"/></Relationships>'
    )
    data = edited(
        PLAIN,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", target),
    )
    document = read_docx(data)
    assert document.text == "Căn cứ Luật Đất đai;"
    assert [notice.code for notice in document.notices] == ["docx_repaired"]


def test_a_file_saved_as_strict_open_xml_is_read() -> None:
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    main = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = edited(PLAIN, "_rels/.rels", lambda xml: xml.replace(office, strict))
    data = edited(
        data,
        MAIN,
        lambda xml: xml.replace(main, b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    )
    assert read_docx(data).text == "Căn cứ Luật Đất đai;"


def test_a_word_file_with_macros_is_read() -> None:
    data = edited(
        PLAIN,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    assert read_docx(data).text == "Căn cứ Luật Đất đai;"
