"""What kind of file some bytes are, by what they hold; the file's name is not asked.

In: the bytes. Out: one of KINDS; for anything else a typed error whose message tells a clerk what
the file is and what to do: `sniff(rar)` raises UnsupportedFormat("Đây là tệp nén …").
"""

from __future__ import annotations

import re

from extractor.errors import KehoachError, UnreadableFile, UnsupportedFormat
from extractor.reading.docx_guard import BROKEN, EMPTY, LOCKED
from extractor.reading.zip_guard import Refused, names

KINDS = ("docx", "pdf", "text", "doc", "rtf", "odt", "html", "mht", "png", "jpg", "tif")

_SAVE_AS = "Hãy mở bằng chương trình đã tạo ra nó, lưu lại dạng .docx rồi thử lại."
IMAGE = (
    "Đây là ảnh ở dạng chưa đọc được (.heic, .webp, .gif, .bmp). "
    "Hãy lưu lại dạng .jpg, .png hoặc .tif, hoặc dùng bản .docx."
)
SPREADSHEET = f"Đây là bảng tính (Excel), không phải văn bản kế hoạch. {_SAVE_AS}"
SLIDES = f"Đây là bản trình chiếu (PowerPoint), không phải văn bản kế hoạch. {_SAVE_AS}"
MARKUP = "Đây là tệp XML, không phải văn bản. Hãy mở bằng Word, lưu lại dạng .docx rồi thử lại."
MAIL = (
    "Đây là thư điện tử (.eml, .msg). "
    "Hãy mở thư, lưu tệp kế hoạch đính kèm ra ngoài rồi chọn tệp đó."
)
ZIPPED = (
    "Đây là tệp nén (.zip). Hãy giải nén rồi chọn từng tệp văn bản bên trong; "
    "kehoach extract đọc thẳng được tệp tên .zip, trừ tệp nén nằm trong tệp nén."
)
ARCHIVE = "Đây là tệp nén (.rar, .7z, …). Hãy giải nén rồi chọn từng tệp văn bản bên trong."
TOO_MANY = "Tệp nén chứa quá nhiều mục, không an toàn nên không đọc. Hãy giải nén và chọn từng tệp."
OTHER = "Tệp này không phải văn bản. Hãy chọn tệp .docx, .doc, .pdf, .txt hoặc .md."

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What the names of streams in an OLE file, and of entries in a zip file, give away.
_STREAMS: tuple[tuple[str, str | KehoachError], ...] = (
    ("EncryptedPackage", UnreadableFile(LOCKED)),
    ("__substg1.0_", UnsupportedFormat(MAIL)),
    ("WordDocument", "doc"),
    ("Workbook", UnsupportedFormat(SPREADSHEET)),
    ("PowerPoint Document", UnsupportedFormat(SLIDES)),
)
_ENTRIES = (("xl/", SPREADSHEET), ("ppt/", SLIDES))
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_ODF_KINDS = ((b"spreadsheet", SPREADSHEET), (b"presentation", SLIDES))
_HEADS = (
    ((b"GIF8",), IMAGE),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), ARCHIVE),
    ((b"\x7fELF", b"MZ\x90", b"ID3", b"OggS", b"RIFF", b"SQLite format 3"), OTHER),
)
_PICTURES = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
)
_RTF = b"{\\rtf"
_PDF = b"%PDF-"
_PDF_HEAD = 1024  # readers accept a header that far into the file
_MARKUP_HEAD = 4096
_HTML = re.compile(rb"(?:<!--.{0,2000}?-->\s{0,99})?(?:<!doctype html|<html)\b", re.I | re.S)
_XML = (b"<?xml", b"<!doctype")
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):|[ \t]+\S")
_MAIL_HEADERS = frozenset((b"received", b"return-path", b"message-id", b"delivered-to", b"to"))
_WEB_PAGE = re.compile(rb"^content-type:\s{0,9}(?:multipart/related|text/html)", re.I | re.M)


def sniff(data: bytes) -> str:
    """The kind (of KINDS) of these bytes; else a typed error."""
    if not data:
        raise UnreadableFile(EMPTY)
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if _is_pdf(data):
        return "pdf"
    for head, kind in _PICTURES:
        if data.startswith(head):
            return kind
    for heads, message in _HEADS:
        if data.startswith(heads) or (message is IMAGE and _is_boxed_image(data)):
            raise UnsupportedFormat(message)
    return _text_kind(data[:_MARKUP_HEAD])


def _text_kind(raw: bytes) -> str:
    # UTF-16 puts a zero byte beside each letter of ASCII.
    head = raw.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
    if head.startswith(_RTF):
        return "rtf"
    if _HTML.match(head):
        return "html"
    if head[:20].lower().startswith(_XML):
        if b"<html" in head.lower():
            return "html"
        raise UnsupportedFormat(MARKUP)
    return _letter_kind(head)


def _letter_kind(head: bytes) -> str:
    """`mht` for a web page stored as a letter, an error for a letter, else `text`."""
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    headers = [_HEADER.match(line) for line in block.splitlines()]
    if not headers or not all(headers):
        return "text"
    known = {found[1].lower() for found in headers if found and found[1]}
    if known & _MAIL_HEADERS and known & {b"from", b"subject", b"date"}:
        raise UnsupportedFormat(MAIL)
    if b"mime-version" in known:
        if _WEB_PAGE.search(block):
            return "mht"
        raise UnsupportedFormat(MAIL)
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
        entries = names(data)
    except Refused as refused:
        raise UnreadableFile(TOO_MANY if refused.is_size else BROKEN) from refused
    if any(name.startswith("word/") for name in entries):
        return "docx"
    for start, message in _ENTRIES:
        if any(name.startswith(start) for name in entries):
            raise UnsupportedFormat(message)
    if _ODF in data[:200] or "content.xml" in entries:
        return _odf_kind(data[:200])
    raise UnsupportedFormat(ZIPPED)


def _odf_kind(head: bytes) -> str:
    for word, message in _ODF_KINDS:
        if _ODF + word in head:
            raise UnsupportedFormat(message)
    return "odt"


def _ole_kind(data: bytes) -> str:
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            if isinstance(kind, KehoachError):
                raise type(kind)(kind.message)
            return kind
    raise UnsupportedFormat(OTHER)
