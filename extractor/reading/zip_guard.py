"""Whether a zip package (Word, OpenDocument, an archive) may be unpacked, by its own directory.

In come the bytes, out comes an open `zipfile.ZipFile`, or `Refused(Why.SWELLS)`: the caller knows
what the file is and words the message. Sizes are those that the package states; `zipfile` never
unpacks more of an entry than was stated.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path

from extractor.reading.limits import MB, Limits, current

RATIO_FLOOR = 1 * MB  # smaller entries may well shrink further than the limit

_HAS_PASSWORD = 0x1
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_ENTRY_BYTES = 512  # of the directory, per entry: 46 and a name of some length
_WIDE = 0xFFFFFFFF  # the true size stands in a zip64 record: a directory of gigabytes
# RuntimeError covers NotImplementedError: a way of packing that is not known here.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
)
# Character sets in which the letters of a declaration are those of ASCII, or double bytes of them.
_PLAIN_SETS = re.compile(
    rb"(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|latin1)\Z", re.I
)
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?\bencoding\s{0,9}=\s{0,9}[\"']([^\"'>]{0,60})[\"']")
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")


class Why(Enum):
    """Why a package is not unpacked."""

    BROKEN = auto()
    LOCKED = auto()
    ENTRIES = auto()
    SIZE = auto()
    SWELLS = auto()
    DECLARES = auto()


class Refused(Exception):
    """A package that is not unpacked; never leaves the reader that opened it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.name)
        self.why = why

    @property
    def is_size(self) -> bool:
        """Whether the package is too much, not broken or locked."""
        return self.why in (Why.ENTRIES, Why.SIZE, Why.SWELLS)


@contextmanager
def opened(source: bytes | Path) -> Iterator[zipfile.ZipFile]:
    """The package in `source`, its directory within the limits; Refused where it is not.

    What breaks while the caller reads entries is Refused(Why.BROKEN) too.
    """
    limits = current()
    try:
        _check_directory(_end_of(source), limits)
        with zipfile.ZipFile(
            io.BytesIO(source) if isinstance(source, bytes) else source
        ) as package:
            _check_entries(package.infolist(), limits)
            yield package
    except BROKEN_ZIP as error:
        raise Refused(Why.BROKEN) from error


def _end_of(source: bytes | Path) -> bytes:
    longest = _END_SIZE + _LONGEST_COMMENT
    if isinstance(source, bytes):
        return source[-longest:]
    with source.open("rb") as handle:
        handle.seek(max(0, source.stat().st_size - longest))
        return handle.read(longest)


def check_xml(package: zipfile.ZipFile) -> None:
    """Refuse a package with XML that declares a document type or is longer than the limit.

    What is XML is seen from its first letters too: a main part may have any name.
    """
    most = current().xml_bytes
    for entry in package.infolist():
        if entry.filename.endswith((".xml", ".rels")) or _looks_like_xml(package, entry):
            if entry.file_size > most:
                raise Refused(Why.SIZE)
            if declares_type(package.read(entry)):
                raise Refused(Why.DECLARES)


def declares_type(xml: bytes) -> bool:
    """Whether XML declares a document type or entities, or hides in an odd character set."""
    # UTF-16 puts a zero byte beside each letter of the declaration.
    plain = xml.replace(b"\0", b"") if b"\0" in xml[:64] else xml
    named = _ENCODING.search(plain[:400])
    if named and not _PLAIN_SETS.match(named[1]):
        return True
    return any(mark in plain for mark in _DECLARED)


def _looks_like_xml(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    with package.open(entry) as stream:
        head = stream.read(64)
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def _check_directory(end: bytes, limits: Limits) -> None:
    """Look at the end record before `zipfile` makes an object of every entry."""
    at = end.rfind(_END)
    if at < 0 or at + _END_SIZE > len(end):
        raise Refused(Why.BROKEN)
    size = int.from_bytes(end[at + 12 : at + 16], "little")
    if size == _WIDE or size > limits.entries * _ENTRY_BYTES:
        raise Refused(Why.ENTRIES)


def _check_entries(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & _HAS_PASSWORD for entry in entries):
        raise Refused(Why.LOCKED)
    if len(entries) > limits.entries:
        raise Refused(Why.ENTRIES)
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise Refused(Why.SIZE)
    if any(swells(entry, limits) for entry in entries):
        raise Refused(Why.SWELLS)


def swells(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """Whether an entry unpacks to many times its packed size."""
    packed = max(entry.compress_size, 1)
    return entry.file_size > RATIO_FLOOR and entry.file_size > limits.ratio * packed


def names(data: bytes) -> list[str]:
    """The names of a package's entries; Refused where its directory cannot be read."""
    _check_directory(_end_of(data), current())
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except BROKEN_ZIP as error:
        raise Refused(Why.BROKEN) from error
