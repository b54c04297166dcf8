"""Which reader a file goes to is decided by what it holds; what cannot be read says what to do."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.errors import KehoachError, UnreadableFile, UnsupportedFormat
from extractor.reading import dispatch
from extractor.reading.limits import Limits, using
from extractor.reading.sniff import sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return buffer.getvalue()


def odf(kind: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        package.writestr("content.xml", "<x/>")
    return buffer.getvalue()


ODT = odf("text")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("word/document2.xml"), "docx"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", "pdf"),
        (b"junk from a mail gateway\r\n%PDF-1.4\n...\n%%EOF\n", "pdf"),
        ("KẾ HOẠCH".encode(), "text"),
        ("KẾ HOẠCH".encode("utf-16"), "text"),
        ("Tệp %PDF-1.7 là gì".encode(), "text"),
        (b"BM ke hoach", "text"),
        (b"<b>KE HOACH</b>", "text"),
        (OLE + "WordDocument".encode("utf-16-le"), "doc"),
        (rb"{\rtf1\ansi}", "rtf"),
        (ODT, "odt"),
        (b"<!DOCTYPE html><html>", "html"),
        ("<!doctype HTML><html>".encode("utf-16"), "html"),
        (b"<!-- saved from url=(0021)http://xa.example/ -->\n<html lang='vi'>", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        (
            b"From: <Saved by Blink>\nSubject: Ke hoach\nMIME-Version: 1.0\n"
            b'Content-Type: multipart/related;\n\ttype="text/html"\n\n--x',
            "mht",
        ),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>", "mht"),
        ("Số: 12/KH-UBND\nNơi nhận: như trên".encode(), "text"),
    ],
)
def test_content_names_the_reader(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (b"", UnreadableFile, "rỗng"),
        (b"PK\x03\x04 and then nothing", UnreadableFile, "hỏng"),
        (OLE + "Workbook".encode("utf-16-le"), UnsupportedFormat, "Excel"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), UnsupportedFormat, "PowerPoint"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), UnreadableFile, "mật khẩu"),
        (OLE, UnsupportedFormat, "không phải văn bản"),
        (zipped("xl/workbook.xml"), UnsupportedFormat, "Excel"),
        (zipped("ppt/presentation.xml"), UnsupportedFormat, "PowerPoint"),
        (odf("spreadsheet"), UnsupportedFormat, "bảng tính"),
        (odf("presentation"), UnsupportedFormat, "trình chiếu"),
        (zipped("ke-hoach.txt"), UnsupportedFormat, "tệp nén"),
        (b"GIF89a", UnsupportedFormat, "ảnh"),
        (b"\0\0\0\x18ftypheic", UnsupportedFormat, "ảnh"),
        (b"RIFF\0\0\0\0WEBPVP8 ", UnsupportedFormat, "ảnh"),
        (b"RIFF\0\0\0\0WAVEfmt ", UnsupportedFormat, "không phải văn bản"),
        (OLE + "__substg1.0_1000001F".encode("utf-16-le"), UnsupportedFormat, "đính kèm"),
        (b"Received: from a\r\nFrom: b\r\nTo: c\r\n\r\nKinh gui", UnsupportedFormat, "đính kèm"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx", UnsupportedFormat, "đính kèm"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", UnsupportedFormat, "XML"),
        (b"Rar!\x1a\x07", UnsupportedFormat, "Hãy giải nén"),
        (b"7z\xbc\xaf\x27\x1c", UnsupportedFormat, "Hãy giải nén"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(
    data: bytes, error: type[KehoachError], said: str
) -> None:
    with pytest.raises(error) as caught:
        sniff(data)
    assert said in caught.value.message


def test_a_missing_file_a_folder_and_a_bad_name_are_typed_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "none.docx", tmp_path, Path("a\0b")):
        with pytest.raises(UnreadableFile):
            dispatch.read_source(path)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 11)
    with using(Limits(file_bytes=10)):
        for source in (path, b"x" * 11):
            with pytest.raises(UnreadableFile, match="lớn hơn"):
                dispatch.read_source(source)


def test_a_text_has_a_closer_limit_than_a_file_with_pictures() -> None:
    with using(Limits(text_bytes=10)), pytest.raises(UnreadableFile, match="lớn hơn"):
        dispatch.read_source(b"x" * 11)


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(UnsupportedFormat, match="«odt»"):
        dispatch.read_source(b"x", format="odt")


def test_a_misnamed_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_text("KẾ HOẠCH\nThi đua năm 2026\n", "utf-8")
    document = dispatch.read_source(path)
    assert document.format == "txt"
    assert document.name == "ke-hoach.docx"


def test_a_name_that_is_no_utf8_is_made_writable() -> None:
    name = dispatch.read_source("KẾ HOẠCH\n".encode(), name="k\udcff.txt").name
    assert name == "k?.txt"


def test_only_the_name_says_that_stars_are_markdown() -> None:
    text = "**KẾ HOẠCH**\n".encode()
    assert dispatch.read_source(text, name="a.md").format == "md"
    assert dispatch.read_source(text, name="a.txt", format="md").format == "md"


def test_dispatch_loads_no_document_library() -> None:
    code = (
        "import sys, extractor.reading.dispatch;"
        "print([m for m in ('docx', 'lxml', 'pdfplumber', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
