"""Archives (.zip) of plans: what is in them, and one member at a time, never written anywhere.

In: the path of a .zip. Out: the names of its members as a person reads them, and the bytes of one.
An office file is a .zip too, and is none here; an archive in an archive is never opened.
"""

from __future__ import annotations

import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import UnreadableFile
from extractor.reading.limits import current
from extractor.reading.zip_guard import Refused, Why, opened

_BROKEN = "Tệp nén bị hỏng, không mở được. Hãy tải hoặc sao chép lại tệp rồi thử lại."
_LOCKED = "Tệp nén có mật khẩu. Hãy giải nén bằng mật khẩu rồi chọn từng tệp bên trong."
_TOO_MUCH = (
    "Tệp nén chứa quá nhiều hoặc bung ra quá lớn, không an toàn nên không đọc. "
    "Hãy giải nén rồi chọn từng tệp."
)
_GONE = "Tệp này không còn trong tệp nén. Hãy chạy lại."
_MESSAGES = {Why.BROKEN: _BROKEN, Why.LOCKED: _LOCKED}
_UTF8_NAME = 0x800
_OFFICE = ("word/", "xl/", "ppt/")
_OPEN_DOCUMENT = "mimetype"


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its place there, and the name a person gave it."""

    number: int
    name: str


def members(path: Path) -> list[Member] | None:
    """The files in an archive, folders left out; None for an office file, which is no archive.

    Raises UnreadableFile where it is broken, locked, or more than the limits allow.
    """
    try:
        with opened(path) as package:
            entries = package.infolist()
    except Refused as refused:
        raise _error(refused) from refused
    names = [entry.filename for entry in entries]
    if _OPEN_DOCUMENT in names or any(name.startswith(_OFFICE) for name in names):
        return None
    return [
        Member(number, _name(entry)) for number, entry in enumerate(entries) if not entry.is_dir()
    ]


def member_bytes(path: Path, number: int) -> bytes:
    """The bytes of one member. Raises UnreadableFile."""
    try:
        with opened(path) as package:
            entries = package.infolist()
            if number >= len(entries):
                raise UnreadableFile(_GONE)
            if entries[number].file_size > current().file_bytes:
                raise Refused(Why.SIZE)
            return package.read(entries[number])
    except Refused as refused:
        raise _error(refused) from refused


def _error(refused: Refused) -> UnreadableFile:
    return UnreadableFile(_MESSAGES.get(refused.why, _TOO_MUCH))


def _name(entry: zipfile.ZipInfo) -> str:
    """A member's name; many programs write UTF-8 without saying so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")
