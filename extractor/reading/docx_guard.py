"""Whether the bytes are a Word file that may safely be opened, asked before a library sees them.

In come the bytes, out comes nothing, or a typed error: a file of another kind, one with a password,
one that unpacks to far more than it says, one whose XML declares a document type.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from extractor.errors import UnreadableFile, UnsupportedFormat

MAX_UNPACKED = 300 * 1024 * 1024
MAX_ENTRIES = 10_000
MAX_RATIO = 200
RATIO_FLOOR = 1024 * 1024  # smaller entries may well shrink further than MAX_RATIO

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_FOLDER = "word/"
_HAS_PASSWORD = 0x1
# RuntimeError covers NotImplementedError: a way of packing that is not known here.
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
)

EMPTY = "Tệp rỗng (0 byte). Hãy tải hoặc sao chép lại tệp rồi thử lại."
LOCKED = "Tệp Word có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx rồi thử lại."
LEGACY = "Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word hoặc LibreOffice và lưu lại dạng .docx."
NOT_WORD = "Tệp không phải là tệp Word (.docx). Hãy chọn đúng tệp, hoặc lưu lại dạng .docx."
BROKEN = "Tệp Word bị hỏng, không mở được. Hãy mở thử bằng Word và lưu lại, hoặc xin lại bản khác."
TOO_LARGE = "Tệp Word giải nén ra quá lớn, không an toàn nên không đọc. Hãy xin bản gọn hơn."
UNSAFE_XML = "Tệp Word chứa khai báo DOCTYPE không an toàn. Hãy mở bằng Word và lưu lại dạng .docx."


def check_container(data: bytes) -> None:
    """Raise a typed error unless `data` is a zip package with a Word part and within the limits.

    Sizes are those the package states; `zipfile` never unpacks more than was stated.
    """
    if not data:
        raise UnreadableFile(EMPTY)
    if data.startswith(_OLE):
        raise UnreadableFile(LOCKED) if _ENCRYPTED in data else UnsupportedFormat(LEGACY)
    if not data.startswith(_ZIP):
        raise UnsupportedFormat(NOT_WORD)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_entries(package.infolist())
            _check_xml(package)
    except _BROKEN_ZIP as error:
        raise UnreadableFile(BROKEN) from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & _HAS_PASSWORD for entry in entries):
        raise UnreadableFile(LOCKED)
    if not any(entry.filename.startswith(_MAIN_FOLDER) for entry in entries):
        raise UnsupportedFormat(NOT_WORD)
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise UnreadableFile(TOO_LARGE)
    if any(_swells(entry) for entry in entries):
        raise UnreadableFile(TOO_LARGE)


def _swells(entry: zipfile.ZipInfo) -> bool:
    packed = max(entry.compress_size, 1)
    return entry.file_size > RATIO_FLOOR and entry.file_size > MAX_RATIO * packed


def _check_xml(package: zipfile.ZipFile) -> None:
    for entry in package.infolist():
        if entry.filename.endswith((".xml", ".rels")) and _declares_type(package.read(entry)):
            raise UnreadableFile(UNSAFE_XML)


def _declares_type(xml: bytes) -> bool:
    # UTF-16 puts a zero byte beside each letter of the declaration.
    plain = xml.replace(b"\0", b"") if b"\0" in xml[:64] else xml
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain
