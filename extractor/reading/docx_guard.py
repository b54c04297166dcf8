"""Whether the bytes are a Word file that may safely be opened, asked before a library sees them.

In come the bytes, out comes nothing, or a typed error: a file of another kind, one with a password,
one that unpacks to far more than it says, one whose XML declares a document type.
"""

from __future__ import annotations

import zipfile

from extractor.errors import UnreadableFile, UnsupportedFormat
from extractor.reading.zip_guard import Refused, Why, check_xml, opened

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN_FOLDER = "word/"

EMPTY = "Tệp rỗng (0 byte). Hãy tải hoặc sao chép lại tệp rồi thử lại."
LOCKED = "Tệp Word có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx rồi thử lại."
LEGACY = "Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word hoặc LibreOffice và lưu lại dạng .docx."
NOT_WORD = "Tệp không phải là tệp Word (.docx). Hãy chọn đúng tệp, hoặc lưu lại dạng .docx."
BROKEN = "Tệp Word bị hỏng, không mở được. Hãy mở thử bằng Word và lưu lại, hoặc xin lại bản khác."
TOO_LARGE = "Tệp Word giải nén ra quá lớn, không an toàn nên không đọc. Hãy xin bản gọn hơn."
UNSAFE_XML = "Tệp Word chứa khai báo DOCTYPE không an toàn. Hãy mở bằng Word và lưu lại dạng .docx."

_MESSAGES = {
    Why.BROKEN: BROKEN,
    Why.LOCKED: LOCKED,
    Why.ENTRIES: TOO_LARGE,
    Why.SIZE: TOO_LARGE,
    Why.SWELLS: TOO_LARGE,
    Why.DECLARES: UNSAFE_XML,
}


def check_container(data: bytes) -> None:
    """Raise a typed error unless `data` is a zip package with a Word part and within the limits."""
    if not data:
        raise UnreadableFile(EMPTY)
    if data.startswith(_OLE):
        raise UnreadableFile(LOCKED) if _ENCRYPTED in data else UnsupportedFormat(LEGACY)
    if not data.startswith(_ZIP):
        raise UnsupportedFormat(NOT_WORD)
    try:
        with opened(data) as package:
            _check_parts(package)
            check_xml(package)
    except Refused as refused:
        raise UnreadableFile(_MESSAGES[refused.why]) from refused


def _check_parts(package: zipfile.ZipFile) -> None:
    if not any(name.startswith(_MAIN_FOLDER) for name in package.namelist()):
        raise UnsupportedFormat(NOT_WORD)
