"""Bytes of a text file to one clean string: character set, Unicode form, line ends.

In: the bytes of a .txt or .md file. Out: `Decoded`: the text in NFC with `\\n` for every line end
(`\\f` stays, where a page breaks) and the name of the character set: the UTF-16 bytes of "Kế
hoạch" give `Decoded("Kế hoạch", "utf-16-le")`. What is in no Vietnamese character set raises
UnreadableFile.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from charset_normalizer import from_bytes

from extractor.document.model import Notice
from extractor.errors import UnreadableFile

_EMPTY = "Tệp rỗng, không có chữ nào để đọc: hãy kiểm tra lại tệp đã tải về hoặc chọn tệp khác."
_BINARY = (
    "Tệp này không phải tệp văn bản: hãy mở bằng chương trình đã tạo ra nó rồi lưu lại "
    "dưới dạng .docx, .pdf hoặc .txt."
)
_UNKNOWN = (
    "Không nhận ra bảng mã chữ Việt của tệp: hãy mở tệp và lưu lại với bảng mã UTF-8 "
    "(Save As, Encoding: UTF-8)."
)
_NOT_VIETNAMESE = (
    "Phần lớn chữ trong tệp không phải tiếng Việt có dấu (có thể do lỗi phông khi sao chép): "
    "hãy đối chiếu với bản gốc trước khi dùng kết quả."
)
_DAMAGED = "Có {count} ký tự trong tệp bị hỏng và được thay bằng “�”: hãy đối chiếu với bản gốc."

_MAGIC = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf",
          b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"MZ")  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Controls, bidi and zero-width marks: invisible, and poison to every comparison of strings.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
# Bullets of the Symbol and Wingdings fonts, which copies keep as private characters.
_SYMBOLS = str.maketrans(
    {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓"}
)
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I
)
_FOREIGN = re.compile(
    "[¡-¿×÷ÄÅÆÇËÏÑÖØÛÜÞßäåæçëïñöøûüþÿ]|[^\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u26ff\ufb00-\ufb06\n]"
)
_SAMPLE = 8_000
_TELLING = 400  # characters by which one can tell the language
_LOW_QUALITY = "low_text_quality"
_DENSE = 0.04  # Vietnamese prose has marks on about a quarter of its letters
_BAD_SHARE = 0.002  # a file cut inside a letter has one bad place, not many


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file as characters; `encoding` is the character set it was stored in.

    `foreign` says that it is not Vietnamese, or in a code that nobody knew.
    """

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()
    foreign: bool = False


def decode(data: bytes) -> Decoded:
    """The text of `data`; UnreadableFile if it is empty, binary or of an unknown character set."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile(_EMPTY)
    if data.startswith(_MAGIC):
        raise UnreadableFile(_BINARY)
    text, encoding = _characters(data)
    if _is_binary(text):
        raise UnreadableFile(_BINARY)
    clean = tidy(text)
    if not clean.strip():
        raise UnreadableFile(_EMPTY)
    foreign = len(clean) > _TELLING and not _is_vietnamese(clean)
    return Decoded(clean, encoding, tuple(_notices(clean, foreign)), foreign)


def _characters(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _legacy(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its digits and blanks is zero."""
    head = data[:4000]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if max(zeros) < len(head) * 0.1 or min(zeros) > max(zeros) * 0.1:
        return None
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _damaged_utf8(data: bytes) -> tuple[str, str] | None:
    text = data.decode("utf-8", "replace")
    few = text.count("\ufffd") <= max(1, len(text) * _BAD_SHARE)
    return (text, "utf-8") if few and _is_vietnamese(text) else None


def _legacy(data: bytes) -> tuple[str, str]:
    # windows-1258 writes the tone behind its letter; NFC brings both together.
    for encoding in ("cp1258", *_guesses(data)):
        text = unicodedata.normalize("NFC", data.decode(encoding, "replace"))
        if _is_vietnamese(text):
            return text, encoding
    raise UnreadableFile(_BINARY if _is_binary(data.decode("latin-1")) else _UNKNOWN)


def _guesses(data: bytes) -> list[str]:
    return [match.encoding for match in from_bytes(data[:_SAMPLE])][:4]


def _is_vietnamese(text: str) -> bool:
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample)) or 1
    marked = len(_VIETNAMESE.findall(sample)) / letters
    return marked >= _DENSE and len(_FOREIGN.findall(sample)) / letters <= _DENSE / 4


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > len(sample) * 0.05


def tidy(text: str) -> str:
    """`text` in NFC, without characters that cannot be seen, every line end a `\\n`."""
    plain = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize(
        "NFC", plain.translate(_SYMBOLS) if _PRIVATE.search(plain) else plain
    )


def _notices(text: str, foreign: bool) -> Iterator[Notice]:
    count = text.count("\ufffd")
    if count:
        yield Notice(_LOW_QUALITY, _DAMAGED.format(count=count))
    if foreign:
        yield Notice(_LOW_QUALITY, _NOT_VIETNAMESE)
