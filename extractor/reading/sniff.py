"""What kind of file some bytes are, by what they hold; the file's name is not asked.

In: the bytes. Out: `"docx"`, `"pdf"` or `"text"`; for anything else a typed error whose message
tells a clerk what the file is and what to do: `sniff(png)` raises UnsupportedFormat("Đây là ảnh
…").
"""

from __future__ import annotations

import io
import zipfile

from extractor.errors import KehoachError, UnreadableFile, UnsupportedFormat
from extractor.reading.docx_guard import BROKEN, EMPTY, LEGACY, LOCKED

_SAVE_AS = "Hãy mở bằng chương trình đã tạo ra nó, lưu lại dạng .docx rồi thử lại."
IMAGE = (
    "Đây là ảnh (chụp hoặc quét), chưa đọc được chữ trong ảnh. "
    "Hãy dùng bản .docx, hoặc bản .pdf xuất thẳng từ Word."
)
SPREADSHEET = f"Đây là bảng tính (Excel), không phải văn bản kế hoạch. {_SAVE_AS}"
SLIDES = f"Đây là bản trình chiếu (PowerPoint), không phải văn bản kế hoạch. {_SAVE_AS}"
OPEN_DOCUMENT = f"Đây là tệp OpenDocument (.odt), chưa đọc được. {_SAVE_AS}"
RTF = f"Đây là tệp RTF (.rtf), chưa đọc được. {_SAVE_AS}"
MARKUP = (
    "Đây là trang web hoặc tệp XML, không phải văn bản. "
    "Hãy mở ra, sao chép phần văn bản sang Word và lưu lại dạng .docx."
)
ARCHIVE = "Đây là tệp nén. Hãy giải nén rồi chọn từng tệp văn bản bên trong."
OTHER = "Tệp này không phải văn bản. Hãy chọn tệp .docx, .pdf, .txt hoặc .md."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What the names of streams in an OLE file, and of entries in a zip file, give away.
_STREAMS: tuple[tuple[str, type[KehoachError], str], ...] = (
    ("EncryptedPackage", UnreadableFile, LOCKED),
    ("WordDocument", UnsupportedFormat, LEGACY),
    ("Workbook", UnsupportedFormat, SPREADSHEET),
    ("PowerPoint Document", UnsupportedFormat, SLIDES),
)
_ENTRIES = (("xl/", SPREADSHEET), ("ppt/", SLIDES), ("content.xml", OPEN_DOCUMENT))
_HEADS = (
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*"), IMAGE),
    ((b"{\\rtf",), RTF),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), ARCHIVE),
    ((b"\x7fELF", b"MZ\x90", b"ID3", b"OggS", b"RIFF", b"SQLite format 3"), OTHER),
)
_MARKUP = (b"<!doctype html", b"<html", b"<?xml", b"mime-version:", b"from: <saved by")
_PDF = b"%PDF-"
_PDF_HEAD = 1024  # readers accept a header that far into the file


def sniff(data: bytes) -> str:
    """The reader that these bytes belong to: `docx`, `pdf` or `text`; else a typed error."""
    if not data:
        raise UnreadableFile(EMPTY)
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        raise _ole_error(data)
    if _is_pdf(data):
        return "pdf"
    for heads, message in _HEADS:
        if data.startswith(heads) or (message is IMAGE and _is_boxed_image(data)):
            raise UnsupportedFormat(message)
    if data[:_PDF_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise UnsupportedFormat(MARKUP)
    return "text"


def _is_pdf(data: bytes) -> bool:
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_PDF):
        return True
    return _PDF in data[:_PDF_HEAD] and b"%%EOF" in data


def _is_boxed_image(data: bytes) -> bool:
    # WebP, HEIC, AVIF and BMP say what they are some bytes further in.
    heic = data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif")
    bitmap = data[:2] == b"BM" and data[6:10] == b"\0\0\0\0"
    return heic or bitmap or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(BROKEN) from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    for start, message in _ENTRIES:
        if any(name.startswith(start) for name in names):
            raise UnsupportedFormat(message)
    raise UnsupportedFormat(ARCHIVE)


def _ole_error(data: bytes) -> KehoachError:
    for stream, error, message in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return error(message)
    return UnsupportedFormat(OTHER)
